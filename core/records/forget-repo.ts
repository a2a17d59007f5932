import { conversationStarted } from '#contract/conversation/events.ts';
import { sharedConversationTold } from '#contract/conversation/shared.ts';
import { numberShown } from '#contract/records.ts';
import { specialCallStarted } from '#contract/special-calls/events.ts';
import type { ReadHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { Forgetting } from '../journal/projection.ts';
import { blankLook } from './number-look-repo.ts';

/** A contact leaves the register with its first event. That somebody looked at its number stays known, the reason does not. */
export const forgettingRecords: Forgetting = {
  forget(db, events, seal) {
    const gone = new Set<string>();
    for (const event of events) {
      if (event.kind === numberShown.kind) blankLook(db, seal, event.id);
      const id = STARTS.has(event.kind) ? recordIdOf(event) : null;
      if (id === null) continue;
      gone.add(id);
      prepared(db, 'DELETE FROM record WHERE record_id = ?').run(id);
      prepared(db, 'DELETE FROM record_name WHERE record_id = ?').run(id);
      prepared(db, 'DELETE FROM record_person WHERE record_id = ?').run(id);
    }
    return events.every((event) => {
      const id = event.kind === numberShown.kind ? null : recordIdOf(event);
      return id === null || gone.has(id) || !isRegistered(db, id);
    });
  },
};

const STARTS: ReadonlySet<string> = new Set([
  conversationStarted.kind,
  sharedConversationTold.kind,
  specialCallStarted.kind,
]);

function recordIdOf({ payload }: OpenEvent): string | null {
  if (payload === null || typeof payload !== 'object') return null;
  // A special call names the conversation it came up in beside itself.
  if ('specialCallId' in payload) return String(payload.specialCallId);
  return 'conversationId' in payload ? String(payload.conversationId) : null;
}

function isRegistered(db: ReadHandle, recordId: string): boolean {
  return prepared(db, 'SELECT 1 FROM record WHERE record_id = ?').get(recordId) !== undefined;
}
