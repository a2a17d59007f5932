import { figuresKept } from '#contract/privacy.ts';
import { specialCallStarted } from '#contract/special-calls/events.ts';
import type { ReadHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import type { Forgetting } from '../journal/projection.ts';
import { findSpecialCall } from './special-call-repo.ts';
import type { SpecialCallRun } from './special-call-run.ts';

/** Special calls go whole or not at all. */
export const forgettingSpecialCalls: Forgetting = {
  outlives: (db, events, seal) =>
    started(db, events, seal).map((run) => ({
      declaration: figuresKept,
      payload: {
        kind: 'specialCall',
        ownerId: run.ownerId,
        entryId: run.entryId,
        channel: run.channel,
        state: run.brokenOff === null ? run.state : 'brokenOff',
        outcome: run.ending,
        startedAtMs: run.startedAtMs,
        endedAtMs: run.endedAtMs,
        helped: [],
      },
      subjectIds: [],
    })),
  forget(db, events, seal) {
    const ids = new Set(started(db, events, seal).map(({ id }) => id));
    for (const id of ids) prepared(db, 'DELETE FROM special_call WHERE special_call_id = ?').run(id);
    return events.every((event) => {
      const id = callIdOf(event);
      return id === null || ids.has(id) || findSpecialCall(db, seal, id) === null;
    });
  },
};

function callIdOf({ payload }: OpenEvent): string | null {
  return payload !== null && typeof payload === 'object' && 'specialCallId' in payload
    ? String(payload.specialCallId)
    : null;
}

function started(db: ReadHandle, events: readonly OpenEvent[], seal: FieldSealer): SpecialCallRun[] {
  return events.flatMap((event) => {
    const id = event.kind === specialCallStarted.kind ? callIdOf(event) : null;
    return (id !== null && findSpecialCall(db, seal, id)) || [];
  });
}
