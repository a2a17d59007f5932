import type { DeadlineView } from '#contract/deadlines.ts';
import type { PayloadOf } from '#contract/declare-event.ts';
import type { Channel, Role, WorkOrderCategory } from '#contract/vocabulary.ts';
import type { workOrderOpened } from '#contract/work-orders/events.ts';
import type {
  GreenChannel,
  OrderCause,
  OrderLimit,
  OrderSource,
  OrderTrigger,
  WorkOrderField,
  WorkOrderState,
} from '#contract/work-orders/terms.ts';
import type { workOrderDrafted } from '#contract/work-orders.ts';

/** What the customer heard, when and from whom. */
export interface Told {
  readonly atMs: number;
  readonly personId: string | null;
  readonly how: 'drafted' | 'answer' | 'told' | 'callback';
  readonly text: string;
  readonly promise: Promised | null;
}

export interface Promised {
  readonly text: string;
  readonly dueAtMs: number;
}

/** What a telling is about: a limit that is near (`before`) or over (`atLimit`), for the time at which it was due. */
export interface LimitMoment {
  readonly limit: OrderLimit;
  readonly moment: 'before' | 'atLimit';
  readonly dueAtMs: number;
}

/** One telling of a limit, with the desk whose clock it went by and its place in that desk's journal. */
export interface ToldLimit extends LimitMoment {
  readonly atMs: number;
  readonly installId: string;
  readonly epoch: number;
  readonly seq: number;
}

interface Handling {
  readonly personId: string | null;
  readonly department: string | null;
  readonly text: string;
  readonly cause: OrderCause;
  readonly atMs: number;
}

interface Callback {
  readonly atMs: number;
  readonly result: 'satisfied' | 'unsatisfied' | 'notReached';
  readonly audited: boolean;
}

/** Everything known of one order: the sum of its events in their one order (see merge-order.ts). */
export interface WorkOrder {
  readonly id: string;
  readonly number: string;
  /** The highest revision seen; the next step carries one more. */
  readonly revision: number;
  readonly state: WorkOrderState;
  readonly category: WorkOrderCategory;
  readonly orderKind: string;
  readonly source: OrderSource;
  readonly trigger: OrderTrigger;
  readonly abnormal: boolean;
  readonly matter: string;
  readonly channel: Channel;
  readonly customerName: string | null;
  readonly customerNumber: string | null;
  readonly fields: readonly WorkOrderField[];
  readonly conversationId: string | null;
  readonly green: GreenChannel | null;
  readonly responseDue: DeadlineView | null;
  readonly preHandledAtMs: number | null;
  readonly draftedBy: string | null;
  readonly draftedAtMs: number;
  /** From here on its limits count: the opening, or the last reopening. */
  readonly countsFromMs: number;
  readonly changedAtMs: number;
  readonly department: string | null;
  /** Who signed for it. */
  readonly handlerId: string | null;
  readonly handling: Handling | null;
  /** The last answer of this round; null before one was given. */
  readonly accepted: boolean | null;
  readonly recheckedInRound: boolean;
  /** How often a failed recheck counted against a department. */
  readonly returns: number;
  readonly reopened: number;
  readonly proposal: { readonly personId: string | null; readonly role: Role } | null;
  /** A review said that it is no 不满单; handling lifts it. */
  readonly reviewRefused: boolean;
  readonly dissatisfaction: boolean;
  readonly cause: OrderCause | null;
  readonly lesson: string;
  readonly promise: Promised | null;
  readonly callbackDue: DeadlineView | null;
  readonly callback: Callback | null;
  readonly closedAtMs: number | null;
  /** Who follows it to the end, and to whom it was handed at shift end. */
  readonly watcherId: string | null;
  readonly handedTo: string | null;
  /** Handed to whoever comes next, and nobody has taken it yet. */
  readonly waitsForShift: boolean;
  /** When it was last chased in this round; the second watch stays quiet where somebody has. */
  readonly chasedAtMs: number | null;
  /** The audit of an unsatisfied callback found that what was promised, or the channel's rules, were not kept. */
  readonly auditFailed: boolean;
  /** Who brought it to where it stands. */
  readonly movedBy: string | null;
  readonly told: readonly Told[];
  readonly toldLimits: readonly ToldLimit[];
}

/** What orders that were stored before these were known of have of them. */
export const laterKnown = { waitsForShift: false, chasedAtMs: null, auditFailed: false, movedBy: null } as const;

export type DraftedPayload = PayloadOf<typeof workOrderDrafted> | PayloadOf<typeof workOrderOpened>;

const sourceOf: Record<Channel, OrderSource> = { phone: 'hotline', counter: 'hall', chat: 'chat' };

/** An order right after it was opened, by a conversation (version 1) or directly (version 2). */
export function draftedOrder(payload: DraftedPayload, personId: string | null, atMs: number): WorkOrder {
  const opened = 'source' in payload ? payload : null;
  const promise =
    payload.promisedAtMs === null || payload.promiseText === null
      ? null
      : { text: payload.promiseText, dueAtMs: payload.promisedAtMs };
  return {
    id: payload.workOrderId,
    number: payload.number,
    revision: 1,
    state: 'drafted',
    category: payload.category,
    orderKind: opened?.orderKind ?? payload.category,
    source: opened?.source ?? sourceOf[payload.channel],
    trigger: opened?.trigger ?? 'demand',
    abnormal: payload.abnormal,
    matter: payload.matter,
    channel: payload.channel,
    customerName: payload.customerName,
    customerNumber: payload.customerNumber,
    fields: payload.fields,
    conversationId: payload.conversationId,
    green: opened?.green ?? null,
    responseDue: opened?.responseDue ?? null,
    preHandledAtMs: null,
    draftedBy: personId,
    draftedAtMs: atMs,
    countsFromMs: atMs,
    changedAtMs: atMs,
    department: null,
    handlerId: null,
    handling: null,
    accepted: null,
    recheckedInRound: false,
    returns: 0,
    reopened: 0,
    proposal: null,
    reviewRefused: false,
    dissatisfaction: false,
    cause: null,
    lesson: '',
    promise,
    callbackDue: null,
    callback: null,
    closedAtMs: null,
    watcherId: opened?.green ? personId : null,
    handedTo: null,
    ...laterKnown,
    told: promise ? [{ atMs, personId, how: 'drafted', text: promise.text, promise }] : [],
    toldLimits: [],
  };
}

/** Nothing is to be done on it any more: closed, and its callback, where one is due, is through. */
export function isSettled({ state, callbackDue, callback }: WorkOrder): boolean {
  return state === 'closed' && (callbackDue === null || callback?.result === 'satisfied');
}
