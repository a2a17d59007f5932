import type { PayloadOf } from '#contract/declare-event.ts';
import type { VariantName } from '#contract/library/line.ts';
import type { specialCallStarted } from '#contract/special-calls/events.ts';
import type { SpecialCallBreakOff } from '#contract/special-calls/terms.ts';
import type { Channel } from '#contract/vocabulary.ts';

/** A step that was left: by an answer, by `next`, or because nobody answered. */
interface LeftStep {
  readonly stepId: string;
  readonly by: 'answer' | 'next' | 'silence';
  readonly answerId: string | null;
}

interface SaidInCall {
  readonly entryId: string;
  readonly version: number;
  readonly variant: VariantName;
  readonly atMs: number;
}

interface CallCorrection {
  readonly atMs: number;
  readonly personId: string | null;
  readonly text: string;
  readonly reason: string;
}

/** Everything known of one special call: the sum of its events. */
export interface SpecialCallRun {
  readonly id: string;
  readonly revision: number;
  readonly ownerId: string | null;
  readonly customerId: string;
  readonly definitionHash: string;
  readonly entryId: string;
  readonly entryVersion: number;
  readonly channel: Channel;
  readonly conversationId: string | null;
  readonly followsId: string | null;
  readonly state: 'running' | 'ended';
  readonly brokenOff: SpecialCallBreakOff | null;
  readonly ending: string;
  /** The step it stands at, since when, and since when its wait runs (null: its line was not said yet). */
  readonly at: string;
  readonly enteredAtMs: number;
  readonly saidAtMs: number | null;
  readonly path: readonly LeftStep[];
  readonly said: readonly SaidInCall[];
  readonly fields: Readonly<Record<string, string>>;
  readonly gaps: Readonly<Record<string, string>>;
  /** What was read back last; `valid` until one of its fields changes. */
  readonly readBack: { readonly fieldIds: readonly string[]; readonly valid: boolean } | null;
  /** It was read back since this step was entered. */
  readonly readHere: boolean;
  readonly startedAtMs: number;
  readonly changedAtMs: number;
  readonly endedAtMs: number | null;
  readonly summary: string;
  /** Undefined in rows from before calls opened orders. */
  readonly workOrder?: { readonly id: string; readonly number: string } | undefined;
  readonly corrections: readonly CallCorrection[];
}

/** A special call right after its start. */
export function startedCall(
  payload: PayloadOf<typeof specialCallStarted>,
  ownerId: string | null,
  atMs: number,
): SpecialCallRun {
  return {
    id: payload.specialCallId,
    revision: 1,
    ownerId,
    customerId: payload.customerId,
    definitionHash: payload.definitionHash,
    entryId: payload.entryId,
    entryVersion: payload.entryVersion,
    channel: payload.channel,
    conversationId: payload.conversationId,
    followsId: payload.followsId,
    state: 'running',
    brokenOff: null,
    ending: '',
    at: payload.firstStep,
    enteredAtMs: atMs,
    saidAtMs: null,
    path: [],
    said: [],
    fields: {},
    gaps: {},
    readBack: null,
    readHere: false,
    startedAtMs: atMs,
    changedAtMs: atMs,
    endedAtMs: null,
    summary: '',
    corrections: [],
  };
}
