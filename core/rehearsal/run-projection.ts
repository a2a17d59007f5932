import { rehearsalEnded, rehearsalMoved, rehearsalStarted } from '#contract/rehearsal/events.ts';
import { on, projection } from '../journal/projection.ts';
import { endRun, hasRun, insertMove, insertRun, removeRun } from './run-repo.ts';

/** Runs as the rehearsal journal tells them; the journal of live work has none of these events. */
export const runsProjection = projection(
  'rehearsal runs',
  ['rehearsal_run', 'rehearsal_move'],
  [
    on(rehearsalStarted, (db, event, seal) => insertRun(db, seal, event)),
    on(rehearsalMoved, (db, event, seal) => insertMove(db, seal, event)),
    on(rehearsalEnded, endRun),
  ],
  () => false,
  () => false,
  {
    // Runs go whole or not at all.
    forget(db, events) {
      for (const { kind, payload } of events) if (kind === rehearsalStarted.kind) removeRun(db, runIdOf(payload));
      return events.every(({ payload }) => !hasRun(db, runIdOf(payload)));
    },
  },
);

const runIdOf = (payload: unknown): string => (payload as { runId: string }).runId;
