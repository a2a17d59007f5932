import type { CallEvent } from './call-event.ts';
import type { SpecialCallRun } from './special-call-run.ts';

/** The call after an event. Uses nothing but its arguments, so that a rebuild from the journal ends in the same state. */
export function evolveCall(
  before: SpecialCallRun,
  event: CallEvent,
  { atMs, personId }: { readonly atMs: number; readonly personId: string | null },
): SpecialCallRun {
  const run: SpecialCallRun = { ...before, revision: before.revision + 1, changedAtMs: atMs };
  switch (event.kind) {
    case 'specialCall.stepSaid': {
      const { line } = event.payload;
      return { ...run, saidAtMs: atMs, said: line === null ? run.said : [...run.said, { ...line, atMs }] };
    }
    case 'specialCall.answered': {
      const { stepId, answerId, to } = event.payload;
      return entered({ ...run, path: [...run.path, { stepId, by: 'answer', answerId }] }, to, atMs);
    }
    case 'specialCall.wentOn': {
      const { stepId, to, why } = event.payload;
      return entered({ ...run, path: [...run.path, { stepId, by: why, answerId: null }] }, to, atMs);
    }
    case 'specialCall.captured': {
      const { fieldId, value } = event.payload;
      const others = without(run.fields, fieldId);
      const covered = run.readBack?.fieldIds.includes(fieldId) === true;
      return {
        ...run,
        fields: value === '' ? others : { ...others, [fieldId]: value },
        // A yes covers only what was read: whatever of it changes has to be read once more.
        ...(covered && run.readBack ? { readBack: { ...run.readBack, valid: false }, readHere: false } : {}),
      };
    }
    case 'specialCall.gapFilled': {
      const { name, value } = event.payload;
      const others = without(run.gaps, name);
      return { ...run, gaps: value === '' ? others : { ...others, [name]: value } };
    }
    case 'specialCall.readBack':
      return { ...run, readBack: { fieldIds: event.payload.fieldIds, valid: true }, readHere: true };
    case 'specialCall.steppedBack':
      return entered({ ...run, path: run.path.slice(0, -1) }, event.payload.to, atMs);
    case 'specialCall.ended': {
      const { brokenOff, ending, summary, workOrder } = event.payload;
      const ended = { ...run, state: 'ended' as const, brokenOff, ending, summary, endedAtMs: atMs };
      return workOrder ? { ...ended, workOrder } : ended;
    }
    case 'specialCall.corrected': {
      const { text, reason } = event.payload;
      return { ...run, corrections: [...run.corrections, { atMs, personId, text, reason }] };
    }
    default:
      return event satisfies never;
  }
}

function entered(run: SpecialCallRun, at: string, atMs: number): SpecialCallRun {
  return { ...run, at, enteredAtMs: atMs, saidAtMs: null, readHere: false };
}

function without(record: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}
