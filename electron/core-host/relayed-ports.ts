import type { MessagePortMainLike } from '@orpc/client/message-port';
import type { FromCore } from '#contract/host.ts';

interface Relayed {
  onMessage: ((event: { data: unknown }) => void)[];
  onClose: (() => void)[];
}

/** Ports that exist on the shell's side only; here each is a number with listeners. */
export function relayedPorts(send: (message: FromCore) => void) {
  const ports = new Map<number, Relayed>();
  return {
    open(portId: number): MessagePortMainLike {
      const relayed: Relayed = { onMessage: [], onClose: [] };
      ports.set(portId, relayed);
      return {
        postMessage: (data: unknown) => {
          if (ports.has(portId)) send({ kind: 'portMessage', portId, data });
        },
        on: (event: string, listener: (event?: { data: unknown }) => void) => {
          if (event === 'message') relayed.onMessage.push(listener);
          if (event === 'close') relayed.onClose.push(() => listener());
        },
      };
    },
    deliver(portId: number, data: unknown): void {
      for (const listener of ports.get(portId)?.onMessage ?? []) listener({ data });
    },
    close(portId: number): void {
      const relayed = ports.get(portId);
      ports.delete(portId);
      for (const listener of relayed?.onClose ?? []) listener();
    },
  };
}
