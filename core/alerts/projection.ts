import { alertAcknowledged, alertEnded, alertLinesFilled, alertRaised, alertTold } from '#contract/alerts.ts';
import { on, projection } from '../journal/projection.ts';
import { insertAlert, insertAlertValues, insertEnd, insertMark } from './alert-repo.ts';
import { forgettingAlerts } from './forget-repo.ts';

export const alertsProjection = projection(
  'alerts',
  ['alert', 'alert_mark', 'alert_values'],
  [
    on(alertRaised, (db, event, seal) => insertAlert(db, seal, event)),
    on(alertLinesFilled, (db, event, seal) => insertAlertValues(db, seal, event)),
    on(alertAcknowledged, (db, event) =>
      insertMark(db, event, { alertId: event.payload.alertId, mark: 'acknowledged', post: null }),
    ),
    on(alertTold, (db, event) => insertMark(db, event, { ...event.payload, mark: 'told' })),
    on(alertEnded, (db, event, seal) => insertEnd(db, seal, event)),
  ],
  () => true,
  () => false,
  forgettingAlerts,
);
