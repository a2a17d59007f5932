import { setTimeout as delay } from 'node:timers/promises';
import type { FromCore, ToCore } from '#contract/host.ts';
import type { ChildLink } from '#core/library/exchange/child-link.ts';
import type { ExchangeHost } from '#core/library/exchange/exchange-host.ts';

/** The window's call may overtake the shell's word about the file it is about. */
const TOKEN_WITHIN_MS = 2_000;

interface Heard {
  onMessage: (raw: unknown) => void;
  onEnd: (why: 'memory' | 'failed') => void;
}

/** Files, children and printing as the core asks for them, carried to the shell and back. `receive` says if it took a message. */
export function shellExchange(send: (message: FromCore) => void): {
  host: ExchangeHost;
  receive: (message: ToCore) => boolean;
} {
  const paths = new Map<string, string>();
  const children = new Map<number, Heard>();
  const prints = new Map<number, (pdf: Uint8Array | null) => void>();
  let lastId = 0;
  const nextId = (): number => {
    lastId += 1;
    return lastId;
  };

  const host: ExchangeHost = {
    async chosenPath(token) {
      for (let waited = 0; waited < TOKEN_WITHIN_MS && !paths.has(token); waited += 20) await delay(20);
      return paths.get(token) ?? null;
    },
    startChild(task, memoryLimit): ChildLink {
      const childId = nextId();
      const heard: Heard = { onMessage: () => undefined, onEnd: () => undefined };
      children.set(childId, heard);
      send({ kind: 'startChild', childId, task, memoryLimit });
      return {
        pid: undefined,
        send: (data) => send({ kind: 'childMessage', childId, data }),
        onMessage: (listener) => {
          heard.onMessage = listener;
        },
        onEnd: (listener) => {
          heard.onEnd = listener;
        },
        end() {
          if (children.delete(childId)) send({ kind: 'endChild', childId });
        },
      };
    },
    printPage(page) {
      const requestId = nextId();
      return new Promise((resolve, reject) => {
        prints.set(requestId, (pdf) =>
          pdf === null ? reject(new Error('the shell could not print the page')) : resolve(pdf),
        );
        send({ kind: 'printPage', requestId, page });
      });
    },
  };

  const receive = (message: ToCore): boolean => {
    switch (message.kind) {
      case 'fileChosen':
        paths.set(message.token, message.path);
        return true;
      case 'childMessage':
        children.get(message.childId)?.onMessage(message.data);
        return true;
      case 'childEnded':
        children.get(message.childId)?.onEnd(message.why);
        return true;
      case 'pagePrinted':
        prints.get(message.requestId)?.(message.pdf);
        prints.delete(message.requestId);
        return true;
      default:
        return false;
    }
  };
  return { host, receive };
}
