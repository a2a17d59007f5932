import type { conversationStarted } from '#contract/conversation/events.ts';
import type { BreakOffReason, ConversationState, Customer, Mood, Promised } from '#contract/conversation/terms.ts';
import type { PayloadOf } from '#contract/declare-event.ts';
import type { VariantName } from '#contract/library/line.ts';
import type { Channel, Stage } from '#contract/vocabulary.ts';

/** The way through one table. A step without an answer is a finding that the customer did not accept. */
export interface TableRun {
  readonly tableId: string;
  /** The node reached. */
  readonly at: string;
  readonly path: readonly { readonly nodeId: string; readonly answerId: string | null }[];
  /** The finding reached was accepted. */
  readonly accepted: boolean;
}

export interface SaidLine {
  readonly entryId: string;
  readonly version: number;
  readonly variant: VariantName;
  readonly stage: Stage;
  readonly atMs: number;
}

interface Correction {
  readonly atMs: number;
  readonly personId: string | null;
  readonly text: string;
  readonly reason: string;
}

/** Everything known of one conversation: the sum of its events, and all that the next step depends on beside the definition. */
export interface Conversation {
  readonly id: string;
  readonly revision: number;
  readonly ownerId: string | null;
  readonly customerId: string;
  readonly definitionHash: string;
  readonly releaseVersion: string;
  readonly state: ConversationState;
  readonly brokenOff: BreakOffReason | null;
  readonly channel: Channel;
  readonly scene: string;
  readonly customer: Customer;
  readonly mood: Mood | null;
  readonly stage: Stage;
  /** Every stage entered, in order, with the moment. */
  readonly entered: readonly { readonly stage: Stage; readonly atMs: number }[];
  readonly ticked: readonly { readonly stage: Stage; readonly actionId: string }[];
  /** Actions whose tick was taken back because what they cover was changed. */
  readonly again: readonly { readonly stage: Stage; readonly actionId: string }[];
  readonly fields: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
  readonly tables: readonly TableRun[];
  /** The table being walked now. */
  readonly activeTable: string | null;
  readonly said: readonly SaidLine[];
  readonly note: string;
  readonly outcome: string | null;
  readonly promise: Promised | null;
  readonly workOrder: { readonly id: string; readonly number: string } | null;
  readonly startedAtMs: number;
  readonly changedAtMs: number;
  readonly parkedAtMs: number | null;
  readonly parkedMs: number;
  readonly finishedAtMs: number | null;
  readonly summary: string;
  readonly corrections: readonly Correction[];
}

/** A conversation right after its start. */
export function startedConversation(
  payload: PayloadOf<typeof conversationStarted>,
  ownerId: string | null,
  atMs: number,
): Conversation {
  return {
    id: payload.conversationId,
    revision: 1,
    ownerId,
    customerId: payload.customerId,
    definitionHash: payload.definitionHash,
    releaseVersion: payload.releaseVersion,
    state: 'running',
    brokenOff: null,
    channel: payload.channel,
    scene: payload.scene,
    customer: payload.customer,
    mood: null,
    stage: 'accept',
    entered: [{ stage: 'accept', atMs }],
    ticked: [],
    again: [],
    fields: {},
    variables: {},
    tables: [],
    activeTable: null,
    said: [],
    note: '',
    outcome: null,
    promise: null,
    workOrder: null,
    startedAtMs: atMs,
    changedAtMs: atMs,
    parkedAtMs: null,
    parkedMs: 0,
    finishedAtMs: null,
    summary: '',
    corrections: [],
  };
}
