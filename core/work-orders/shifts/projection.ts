import { promiseNoted, shiftEnded, shiftLeftSeen, shiftPrompted, stepLossSeen } from '#contract/work-orders/shifts.ts';
import { on, projection } from '#core/journal/projection.ts';
import { forgettingShifts } from './forget-repo.ts';
import { insertPromiseNote, insertShiftEnd, markLeftSeen, markLossSeen, markPrompted } from './shift-repo.ts';

/** Ends of shifts, what was left then, and which lost steps their people know of. */
export const shiftsProjection = projection(
  'shifts',
  ['shift_end', 'shift_end_seen', 'shift_prompt', 'promise_handed', 'promise_note', 'step_loss_seen'],
  [
    on(shiftEnded, (db, event) => insertShiftEnd(db, event)),
    on(promiseNoted, (db, event, seal) => insertPromiseNote(db, seal, event)),
    on(shiftLeftSeen, (db, { payload }) => markLeftSeen(db, payload.endId)),
    on(shiftPrompted, (db, { payload }) => markPrompted(db, payload.endsAtMs)),
    on(stepLossSeen, (db, { personId, payload }) => markLossSeen(db, personId, payload.eventIds)),
  ],
  (kind) => kind === shiftEnded.kind || kind === promiseNoted.kind || kind === stepLossSeen.kind,
  () => false,
  forgettingShifts,
);
