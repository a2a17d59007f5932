import type { RecordSummary } from '#contract/records.ts';
import type { RecordRow } from './record-repo.ts';

/** A register row as a list shows it. */
export function recordSummary(row: RecordRow, nameOf: (personId: string | null) => string): RecordSummary {
  const { id, kind, title, scene, channel, state, outcome, customerShown, hasNumber } = row;
  const { workOrderNumber, corrections, withinId, startedAtMs, endedAtMs } = row;
  return {
    id,
    kind,
    title,
    scene,
    channel,
    state,
    outcome,
    customerShown,
    hasNumber,
    workOrderNumber,
    corrections,
    withinId,
    ownerName: nameOf(row.ownerId),
    startedAtMs,
    endedAtMs,
  };
}
