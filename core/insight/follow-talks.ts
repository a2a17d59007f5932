import { conversationBrokenOff, conversationFinished } from '#contract/conversation/events.ts';
import { talkCounted } from '#contract/insight/events.ts';
import { findConversation, readDefinition } from '../conversation/conversation-repo.ts';
import type { ReadHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import type { Logger } from '../logger.ts';
import { talkFigures } from './talk-figures.ts';
import { daysSinceSameMatter, uncountedTalks } from './talk-repo.ts';

export interface FollowTalksParts {
  readonly db: ReadHandle;
  readonly journal: Journal;
  readonly logger: Logger;
}

const ENDS: readonly string[] = [conversationFinished.kind, conversationBrokenOff.kind];
/** More than a desk leaves uncounted, and little enough for one transaction. */
const CAUGHT_UP_AT_ONCE = 500;

/** Counts every conversation once it is over, and at the start those that an end of the program or an earlier version left. */
export function followTalks({ db, journal, logger }: FollowTalksParts): { catchUp(): void } {
  function count(conversationIds: readonly string[]): void {
    const figures = conversationIds.flatMap((id) => {
      const state = findConversation(db, journal.fields, id);
      const definition = state && readDefinition(db, state.definitionHash);
      if (!state || !definition || state.finishedAtMs === null) return [];
      return [talkFigures(state, definition, state.finishedAtMs, daysSinceSameMatter(db, id))];
    });
    if (figures.length === 0) return;
    try {
      journal.transaction(null, (tx) => {
        for (const one of figures) tx.append(talkCounted, one);
      });
    } catch (error) {
      // The conversation is kept all the same; it is counted at the next start.
      logger.error('a conversation was not counted', error);
    }
  }

  journal.onCommitted((events) => {
    const over = events.filter(({ kind }) => ENDS.includes(kind));
    const ids = over.map(({ payload }) => (payload as { conversationId: string }).conversationId);
    // The commit that is told of must be over before the next one begins.
    if (ids.length > 0) queueMicrotask(() => count(ids));
  });
  return { catchUp: () => count(uncountedTalks(db, CAUGHT_UP_AT_ONCE)) };
}
