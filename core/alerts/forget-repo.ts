import { alertLinesFilled, alertRaised } from '#contract/alerts.ts';
import { prepared } from '../db/prepared.ts';
import type { Forgetting } from '../journal/projection.ts';

/** An alert goes with the event that raised it; a filling of its lines and a mark on it go by themselves. */
export const forgettingAlerts: Forgetting = {
  forget(db, events) {
    for (const { id, kind, payload } of events) {
      if (kind === alertRaised.kind) {
        prepared(db, 'DELETE FROM alert WHERE alert_id = ?').run(alertRaised.payload.parse(payload).alertId);
      } else if (kind === alertLinesFilled.kind) {
        prepared(db, 'DELETE FROM alert_values WHERE event_id = ?').run(id);
      } else {
        prepared(db, 'DELETE FROM alert_mark WHERE event_id = ?').run(id);
      }
    }
    return true;
  },
};
