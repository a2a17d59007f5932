import type { conversationStarted } from '#contract/conversation/events.ts';
import type {
  BreakOffReason,
  ConversationState,
  Customer,
  HandOverAnswer,
  HandOverWhy,
  Mood,
  Ownership,
  Promised,
  Undoable,
} from '#contract/conversation/terms.ts';
import type { PayloadOf } from '#contract/declare-event.ts';
import type { VariantName } from '#contract/library/line.ts';
import type { Channel, Role, Stage } from '#contract/vocabulary.ts';

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

/** Offered to somebody and not answered yet; `toId` null: to whichever lead takes it. */
export interface HandOver {
  readonly fromId: string | null;
  readonly toId: string | null;
  readonly why: HandOverWhy;
  readonly note: string;
  readonly offeredAtMs: number;
  readonly backsYuan: number | null;
}

export interface AnsweredHandOver extends HandOver {
  readonly answer: HandOverAnswer;
  readonly byId: string | null;
  readonly words: string;
  readonly answeredAtMs: number;
  /** The revision that the answer led to; answers from before it was noted have none. */
  readonly revision?: number | undefined;
}

/** What was done here before it was known that another desk had the conversation. It stays in the journal of this desk. */
export interface LostSteps {
  readonly steps: number;
  /** Who did it. */
  readonly ofId: string | null;
  /** They were told, and have seen it. */
  readonly seen: boolean;
  /** The answer that counts: whose it was, and when. */
  readonly byId: string | null;
  readonly atMs: number;
  /** What was written here and is not in what goes on elsewhere. */
  readonly note: string;
  readonly summary: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What steps of the agent change and a slip puts back. */
export type Changeable = Pick<
  Conversation,
  | 'customer'
  | 'mood'
  | 'ticked'
  | 'again'
  | 'fields'
  | 'variables'
  | 'tables'
  | 'activeTable'
  | 'outcome'
  | 'promise'
  | 'promiseKept'
>;

/** The way back over one step: everything it changed, as it was before. */
export interface UndoEntry {
  readonly revision: number;
  readonly what: Undoable;
  /** What it was about: a field, an action, a question … */
  readonly id: string;
  readonly restore: Partial<Changeable>;
}

/** Who did it and when: the columns of the journal beside the payload. */
export interface Happened {
  readonly atMs: number;
  readonly personId: string | null;
}

/** Everything known of one conversation: the sum of its events, and all that the next step depends on beside the definition. */
export interface Conversation {
  readonly id: string;
  readonly revision: number;
  /** Who looks after it now. */
  readonly ownerId: string | null;
  /** Everybody who ever looked after it; the first was asked first. */
  readonly owners: readonly Ownership[];
  readonly handOver: HandOver | null;
  readonly handOvers: readonly AnsweredHandOver[];
  /** Up to this much a lead stood behind it before giving it back; null: none did. */
  readonly backedYuan: number | null;
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
  /** When the customer had what was promised. */
  readonly promiseKept: { readonly atMs: number; readonly personId: string | null } | null;
  /** Times promised before that were moved, each with the reason. */
  readonly movedPromises: readonly (Promised & { readonly why: string; readonly atMs: number })[];
  readonly workOrder: { readonly id: string; readonly number: string } | null;
  readonly startedAtMs: number;
  readonly changedAtMs: number;
  readonly parkedAtMs: number | null;
  readonly parkedMs: number;
  readonly finishedAtMs: number | null;
  readonly summary: string;
  readonly corrections: readonly Correction[];
  /** Captured under a flow that has no place for it any more. */
  readonly carried: readonly { readonly label: string; readonly value: string }[];
  /** The last steps, latest last, as far as they can be taken back. */
  readonly undo: readonly UndoEntry[];
  /** The revision at which each thing last changed, by its name (`changedBy` of touched.ts): how a screen that is behind is told. */
  readonly touched: Readonly<Record<string, number>>;
  /** Another desk of the site has it: here it can be read and, while it is offered, taken or declined. */
  readonly elsewhere?: true;
  /** The other desks of the site hold a copy, and are told what becomes of it. */
  readonly shared?: true;
  /** Names of people whom this desk may not know, as the other desk told them. */
  readonly names?: Readonly<Record<string, string>>;
  readonly lost?: LostSteps;
}

/** Whoever looks after it now, with the post they do it in. */
export function ownerRole({ owners }: Pick<Conversation, 'owners'>): Role {
  return owners.at(-1)?.role ?? 'agent';
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
    owners: ownerId === null ? [] : [{ personId: ownerId, role: payload.role ?? 'agent', sinceMs: atMs }],
    handOver: null,
    handOvers: [],
    backedYuan: null,
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
    promiseKept: null,
    movedPromises: [],
    workOrder: null,
    startedAtMs: atMs,
    changedAtMs: atMs,
    parkedAtMs: null,
    parkedMs: 0,
    finishedAtMs: null,
    summary: '',
    corrections: [],
    carried: [],
    undo: [],
    touched: {},
  };
}
