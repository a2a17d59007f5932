import { type CoreMessage, coreMessageType } from '#contract/shell.ts';
import type { CoreConnection } from './core-connection.ts';

function isCoreMessage(data: unknown): data is CoreMessage {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === coreMessageType;
}

/** Listens for the ports that the preload hands on by window message, then asks for the first one. */
export function connectShell(
  connection: CoreConnection,
  requestCore: () => void = () => window.counterpartShell.requestCore(),
): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window || !isCoreMessage(event.data)) return;
    if (event.data.kind === 'port') {
      const port = event.ports[0];
      if (port) connection.attach(port);
      return;
    }
    const { type: _type, attempt: _attempt, ...lost } = event.data;
    connection.lose(lost);
  });
  requestCore();
}
