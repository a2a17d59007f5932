import { promiseNoted, stepLossSeen } from '#contract/work-orders/shifts.ts';
import { prepared } from '#core/db/prepared.ts';
import type { Forgetting } from '#core/journal/projection.ts';

/** Words about a promise, and who knows of a lost step, go by themselves; the end of a shift names nobody but ids and stays. */
export const forgettingShifts: Forgetting = {
  forget(db, events) {
    for (const { id, kind, personId, payload } of events) {
      if (kind === promiseNoted.kind) {
        prepared(db, 'DELETE FROM promise_note WHERE event_id = ?').run(id);
      } else if (kind === stepLossSeen.kind) {
        for (const eventId of stepLossSeen.payload.parse(payload).eventIds) {
          prepared(db, 'DELETE FROM step_loss_seen WHERE event_id = ? AND person_id = ?').run(eventId, personId);
        }
      } else return false;
    }
    return true;
  },
};
