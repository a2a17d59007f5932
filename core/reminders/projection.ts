import { clockSetbackSeen, clockWentBack, promiseTold } from '#contract/reminders.ts';
import { on, projection } from '../journal/projection.ts';
import { insertPromiseTold } from './promise-repo.ts';
import { insertSetback, markSetbacksSeen } from './setback-repo.ts';

export const remindersProjection = projection(
  'reminders',
  ['clock_setback', 'promise_told'],
  [
    on(clockWentBack, (db, event) => insertSetback(db, event)),
    on(clockSetbackSeen, (db) => markSetbacksSeen(db)),
    on(promiseTold, (db, event) => insertPromiseTold(db, event)),
  ],
);
