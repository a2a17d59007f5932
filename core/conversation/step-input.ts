import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type {
  BreakOffReason,
  Customer,
  HandOverWhy,
  Missing,
  Mood,
  RefusalReason,
} from '#contract/conversation/terms.ts';
import type { Role, Stage } from '#contract/vocabulary.ts';
import type { Happened } from './state.ts';
import type { StepEvent } from './step-event.ts';

/** Who does it, in which post, when. */
export interface Doing extends Happened {
  readonly role: Role;
}

/** What somebody wants to do in a conversation, and (`seen`) the revision their screen shows. */
export type StepInput = Step & { readonly seen?: number | undefined };

type Step =
  | { readonly type: 'noteCustomer'; readonly customer: Customer }
  | { readonly type: 'setMood'; readonly mood: Mood | null }
  | { readonly type: 'tickAction' | 'untickAction'; readonly stage: Stage; readonly actionId: string }
  | { readonly type: 'captureField'; readonly fieldId: string; readonly value: string }
  | { readonly type: 'fillVariable'; readonly name: string; readonly value: string }
  | { readonly type: 'writeNote'; readonly text: string }
  | { readonly type: 'startTable'; readonly tableId: string }
  | { readonly type: 'answer'; readonly nodeId: string; readonly answerId: string }
  | { readonly type: 'revisit'; readonly nodeId: string }
  | { readonly type: 'acceptFinding' | 'refuseFinding'; readonly nodeId: string }
  | { readonly type: 'chooseOutcome'; readonly outcomeId: string }
  | { readonly type: 'setPromise'; readonly text: string; readonly dueAtMs: number }
  | { readonly type: 'openWorkOrder'; readonly workOrderId: string; readonly number: string }
  | { readonly type: 'advanceStage'; readonly from: Stage; readonly to?: Stage | undefined }
  | { readonly type: 'goBack'; readonly from: Stage }
  | { readonly type: 'park' | 'resume' }
  | { readonly type: 'finish'; readonly summary: string }
  | { readonly type: 'breakOff'; readonly reason: BreakOffReason; readonly summary: string }
  | { readonly type: 'correct'; readonly text: string; readonly reason: string }
  | { readonly type: 'handOver'; readonly toId: string | null; readonly why: HandOverWhy; readonly note: string }
  | { readonly type: 'acceptHandOver' }
  | { readonly type: 'withdrawHandOver' }
  | { readonly type: 'declineHandOver'; readonly words: string }
  | { readonly type: 'undo'; readonly revision: number }
  | {
      readonly type: 'moveToRelease';
      readonly definitionHash: string;
      readonly releaseVersion: string;
      readonly definition: ConversationDefinition;
    }
  | { readonly type: 'keepPromise' }
  | { readonly type: 'movePromise'; readonly text: string; readonly dueAtMs: number; readonly why: string };

export type InputOf<Type extends StepInput['type']> = Extract<Step, { readonly type: Type }>;

export interface Refusal {
  readonly reason: RefusalReason;
  readonly missing: readonly Missing[];
}

/** The events a step leads to (none when nothing changes), or why it is refused. */
export type Decision = { readonly events: readonly StepEvent[] } | { readonly refused: Refusal };

export function refuse(reason: RefusalReason, missing: readonly Missing[] = []): Decision {
  return { refused: { reason, missing } };
}
