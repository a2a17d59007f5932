import { clockSetbackSeen, clockWentBack } from '#contract/reminders.ts';
import { on, projection } from '../journal/projection.ts';
import { insertSetback, markSetbacksSeen } from './setback-repo.ts';

export const remindersProjection = projection(
  'reminders',
  ['clock_setback'],
  [
    on(clockWentBack, (db, { id, payload }) => insertSetback(db, id, payload)),
    on(clockSetbackSeen, (db) => markSetbacksSeen(db)),
  ],
);
