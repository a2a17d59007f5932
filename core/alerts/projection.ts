import { alertAcknowledged, alertEnded, alertRaised, alertTold } from '#contract/alerts.ts';
import { on, projection } from '../journal/projection.ts';
import { insertAlert, insertMark } from './alert-repo.ts';

export const alertsProjection = projection(
  'alerts',
  ['alert', 'alert_mark'],
  [
    on(alertRaised, (db, event, seal) => insertAlert(db, seal, event)),
    on(alertAcknowledged, (db, event) =>
      insertMark(db, event, { alertId: event.payload.alertId, mark: 'acknowledged', post: null }),
    ),
    on(alertTold, (db, event) => insertMark(db, event, { ...event.payload, mark: 'told' })),
    on(alertEnded, (db, event) => insertMark(db, event, { alertId: event.payload.alertId, mark: 'ended', post: null })),
  ],
  () => true,
);
