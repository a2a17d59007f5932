import type { SupportedMessagePort } from '@orpc/client/message-port';
import type { FromCore, ToCore } from '#contract/host.ts';
import { toCoreSchema } from '#contract/host.ts';
import { relayedPorts } from './relayed-ports.ts';

/** The way to the shell that started this process. */
export interface ParentLink {
  send(message: FromCore): void;
  /** `port` is set with a `connect` message only. */
  listen(listener: (message: ToCore, port: SupportedMessagePort | null) => void): void;
}

/** The part of Electron's utility process that we use; present only there. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown; ports: UtilityPort[] }) => void): void;
}
interface UtilityPort {
  on(event: string, listener: (event?: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
  start(): void;
}

/** Inside a utilityProcess the windows' ports arrive as they are; under an external Node they are relayed by number. */
export function openParentLink(): ParentLink {
  const parentPort = (process as unknown as { parentPort?: ParentPort }).parentPort;
  if (parentPort) {
    return {
      send: (message) => parentPort.postMessage(message),
      listen: (listener) =>
        parentPort.on('message', ({ data, ports }) => {
          const [port] = ports;
          listener(toCoreSchema.parse(data), port ?? null);
          port?.start();
        }),
    };
  }
  if (!process.send) throw new Error('the core is started by the desk, not by hand');
  // When the shell is gone there is nobody left to serve, and the database must not stay open behind its back.
  process.on('disconnect', () => process.exit(0));
  const send: ParentLink['send'] = (message) => {
    if (process.connected) process.send?.(message);
  };
  const ports = relayedPorts(send);
  return {
    send,
    listen: (listener) =>
      process.on('message', (raw) => {
        const message = toCoreSchema.parse(raw);
        if (message.kind === 'connect' && message.portId !== null) listener(message, ports.open(message.portId));
        else if (message.kind === 'portMessage') ports.deliver(message.portId, message.data);
        else if (message.kind === 'portClosed') ports.close(message.portId);
        else listener(message, null);
      }),
  };
}
