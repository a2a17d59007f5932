import { call, implement } from '@orpc/server';
import { quickBarContract } from '#contract/quick-bar.ts';
import { type CallContext, requirePerson } from '../call-context.ts';
import { findRunning } from '../conversation/conversation-repo.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import type { libraryHandlers } from '../library/handlers.ts';

export interface QuickBarDeps {
  db: WriteHandle;
  journal: Journal;
  /** The desk's own way to use a line: the bar has no other. */
  library: Pick<ReturnType<typeof libraryHandlers>, 'copyLine' | 'sayLine'>;
}

export function quickBarHandlers({ db, journal, library }: QuickBarDeps) {
  const os = implement(quickBarContract).$context<CallContext>();
  return os.router({
    take: os.take.handler(({ input: { how, ...use }, context }) => {
      const running = findRunning(db, journal.fields, requirePerson(context).id);
      const within = running ? { conversationId: running.id, channel: running.channel } : {};
      return call(how === 'copied' ? library.copyLine : library.sayLine, { ...use, ...within }, { context });
    }),
  });
}
