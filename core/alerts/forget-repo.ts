import { alertRaised } from '#contract/alerts.ts';
import { prepared } from '../db/prepared.ts';
import type { Forgetting } from '../journal/projection.ts';

/** An alert goes with the event that raised it; anything else of it only a rebuild can take out. */
export const forgettingAlerts: Forgetting = {
  forget(db, events) {
    if (events.some(({ kind }) => kind !== alertRaised.kind)) return false;
    for (const { payload } of events) {
      prepared(db, 'DELETE FROM alert WHERE alert_id = ?').run(alertRaised.payload.parse(payload).alertId);
    }
    return true;
  },
};
