import type { ChildTask, FromCore } from '#contract/host.ts';
import type { CoreProcess, CoreProcessEvents } from '../core-process/core-process.ts';
import { printPage } from './print-page.ts';
import { startUtilityChild, type UtilityChild } from './utility-child.ts';

export interface ExchangeServiceOptions {
  /** The bundled module of each task. */
  childFiles: Readonly<Record<ChildTask, string>>;
  log(message: string): void;
}

export interface ExchangeService {
  /** Starts a core whose wishes about files, children and printing are answered here; everything else passes on. */
  attend(events: CoreProcessEvents, launch: (events: CoreProcessEvents) => CoreProcess): CoreProcess;
  /** Tells the running core where a chosen file lies. */
  fileChosen(token: string, path: string): void;
}

export function exchangeService({ childFiles, log }: ExchangeServiceOptions): ExchangeService {
  const children = new Map<number, UtilityChild>();
  let core: CoreProcess | null = null;

  /** True when the message was one of these. */
  const answer = (message: FromCore): boolean => {
    switch (message.kind) {
      case 'startChild': {
        const { childId, task, memoryLimit } = message;
        const child = startUtilityChild(childFiles[task], memoryLimit, {
          onMessage: (data) => core?.send({ kind: 'childMessage', childId, data }),
          onEnd: (why) => {
            children.delete(childId);
            core?.send({ kind: 'childEnded', childId, why });
          },
        });
        children.set(childId, child);
        return true;
      }
      case 'childMessage':
        children.get(message.childId)?.send(message.data);
        return true;
      case 'endChild':
        children.get(message.childId)?.end();
        children.delete(message.childId);
        return true;
      case 'printPage': {
        const { requestId, page } = message;
        const printed = (pdf: Uint8Array | null) => core?.send({ kind: 'pagePrinted', requestId, pdf });
        printPage(page).then(printed, (error: unknown) => {
          log(`a page could not be printed: ${error instanceof Error ? error.message : String(error)}`);
          printed(null);
        });
        return true;
      }
      default:
        return false;
    }
  };

  return {
    attend(events, launch) {
      core = launch({
        onMessage: (message) => {
          if (!answer(message)) events.onMessage(message);
        },
        onExit: (exit) => {
          for (const child of children.values()) child.end();
          children.clear();
          core = null;
          events.onExit(exit);
        },
      });
      return core;
    },
    fileChosen: (token, path) => core?.send({ kind: 'fileChosen', token, path }),
  };
}
