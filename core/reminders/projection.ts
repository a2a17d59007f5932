import { clockSetbackSeen, clockWentBack } from '#contract/reminders.ts';
import { on, projection } from '../journal/projection.ts';
import { insertSetback, markSetbacksSeen } from './setback-repo.ts';

export const remindersProjection = projection(
  'reminders',
  ['clock_setback'],
  [on(clockWentBack, (db, event) => insertSetback(db, event)), on(clockSetbackSeen, (db) => markSetbacksSeen(db))],
);
