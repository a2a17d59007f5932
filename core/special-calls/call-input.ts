import type { Missing } from '#contract/conversation/terms.ts';
import type { VariantName } from '#contract/library/line.ts';
import type { SpecialCallBreakOff, SpecialCallRefusal } from '#contract/special-calls/terms.ts';
import type { CallEvent } from './call-event.ts';

/** What somebody wants to do in a special call. `line` is what was said, null where nothing could be. */
export type CallInput =
  | {
      readonly type: 'say';
      readonly stepId: string;
      readonly line: { readonly entryId: string; readonly version: number; readonly variant: VariantName } | null;
      readonly on: boolean;
    }
  | { readonly type: 'answer'; readonly stepId: string; readonly answerId: string }
  | { readonly type: 'goOn'; readonly stepId: string; readonly early: boolean }
  | { readonly type: 'capture'; readonly fieldId: string; readonly value: string }
  | { readonly type: 'fillGap'; readonly name: string; readonly value: string }
  | { readonly type: 'readBack' | 'stepBack'; readonly stepId: string }
  | {
      readonly type: 'end';
      readonly stepId: string;
      readonly early: boolean;
      readonly summary: string;
      /** The order it opens, where its end opens one. */
      readonly workOrder?: { readonly id: string; readonly number: string } | undefined;
    }
  | { readonly type: 'breakOff'; readonly reason: SpecialCallBreakOff; readonly summary: string }
  | { readonly type: 'correct'; readonly text: string; readonly reason: string };

export interface CallRefused {
  readonly reason: SpecialCallRefusal;
  readonly missing: readonly Missing[];
}

/** The events a step leads to (none when nothing changes), or why it is refused. */
export type CallDecision = { readonly events: readonly CallEvent[] } | { readonly refused: CallRefused };

export type InputTo<Type extends CallInput['type']> = Extract<CallInput, { readonly type: Type }>;

export function refuseCall(reason: SpecialCallRefusal, missing: readonly Missing[] = []): CallDecision {
  return { refused: { reason, missing } };
}
