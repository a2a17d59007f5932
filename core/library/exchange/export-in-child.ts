import type { StartChild } from './child-link.ts';
import type { Exported } from './export/export-library.ts';
import { type ExportRequest, exportAnswerSchema } from './export-messages.ts';

const TIME_LIMIT_MS = 120_000;
/** A whole library as a document takes some 400 MB while it is packed. */
const MEMORY_LIMIT = 1024 * 1024 * 1024;

/** Makes an export in a process of its own, so that nobody at the desk waits for it. Rejects when it cannot be made. */
export function exportInChild(request: ExportRequest, startChild: StartChild): Promise<Exported> {
  return new Promise((resolve, reject) => {
    const child = startChild('export', MEMORY_LIMIT);
    const end = (act: () => void) => {
      clearTimeout(clock);
      child.end();
      act();
    };
    const fail = (why: string) => end(() => reject(new Error(`the export was not made: ${why}`)));
    const clock = setTimeout(() => fail('it took too long'), TIME_LIMIT_MS);
    child.onEnd((why) => fail(why instanceof Error ? why.message : why));
    child.onMessage((raw) => {
      const answer = exportAnswerSchema.safeParse(raw);
      if (!answer.success) return fail('it answered something else');
      switch (answer.data.type) {
        case 'ready':
          return child.send(request);
        case 'made': {
          const { bytes, written, leftOut } = answer.data;
          return end(() => resolve({ bytes, written, leftOut }));
        }
        case 'failed':
          return fail(answer.data.reason);
        default:
          return answer.data satisfies never;
      }
    });
  });
}
