import type { Person } from '#contract/people.ts';
import type { StepType } from '#contract/work-orders/steps.ts';
import type { OrderHistoryEntry, WorkOrderSummary, WorkOrderView } from '#contract/work-orders/view.ts';
import { maskedNumber } from '../conversation/mask-number.ts';
import { promiseText } from '../conversation/promise-text.ts';
import { usedShare } from '../deadlines/deadline.ts';
import { upcoming } from '../reminders/plan-reminders.ts';
import { filledTemplates, type TemplateParts } from './answer-drafts.ts';
import { type Actor, mayTake, missingFields, routeOfOrder } from './decide-order.ts';
import type { MergedOrder, OrderEntry } from './merge-order.ts';
import { offeredSteps } from './offered-steps.ts';
import type { OrderRules } from './order-figures.ts';
import { openLimits } from './order-limits.ts';
import { isNumber, numbersOfOrder } from './order-numbers.ts';
import { isSettled, type WorkOrder } from './order-state.ts';
import { kindOf } from './rules/kinds.ts';
import { watchedAs, watchOf } from './watch.ts';

export interface ViewParts extends TemplateParts {
  readonly person: Person | null;
  readonly nowMs: number;
  readonly rules: OrderRules;
  /** Lost steps of the person of which they know. */
  readonly lossesSeen: ReadonlySet<string>;
  nameOf(personId: string | null): string;
}

const HALF_HOUR_MS = 1_800_000;
const nobody: Actor = { personId: '', role: 'trainee', atMs: 0 };

export function orderSummary({ order, superseded }: MergedOrder, parts: ViewParts): WorkOrderSummary {
  const { person, nowMs, rules, nameOf } = parts;
  const actor = person ? { personId: person.id, role: person.role, atMs: nowMs } : nobody;
  const id = person?.id ?? null;
  const watchedByMe = id !== null && order.watcherId === id && !isSettled(order);
  const watching = { holders: rules.holders, figures: rules.figures, nowMs };
  return {
    id: order.id,
    number: order.number,
    revision: order.revision,
    category: order.category,
    kindLabel: kindOf(order.orderKind, order.category).label,
    source: order.source,
    abnormal: order.abnormal,
    dissatisfaction: order.dissatisfaction,
    state: order.state,
    settled: isSettled(order),
    matter: order.matter,
    customerShown: [order.customerName ?? '', maskedNumber(order.customerNumber ?? '')]
      .filter((part) => part !== '')
      .join(' '),
    draftedAtMs: order.draftedAtMs,
    promisedAtMs: order.promise?.dueAtMs ?? null,
    promiseText: order.promise?.text ?? null,
    conversationId: order.conversationId,
    personName: nameOf(order.draftedBy),
    departmentLabel: departmentLabel(order, order.department),
    handlerName: order.handlerId === null ? null : nameOf(order.handlerId),
    green: order.green && { service: order.green.service, urgency: order.green.urgency },
    limits: openLimits(order, rules.figures).map(({ limit, deadline }) => ({
      limit,
      deadline,
      usedShare: usedShare(deadline, nowMs),
    })),
    returns: order.returns,
    reopened: order.reopened,
    callback: order.callback?.result ?? null,
    mine: id !== null && (order.draftedBy === id || order.handlerId === id || watchedByMe),
    watchedByMe,
    watchedAs: watchedAs(order, person, watching),
    waitsForShift: order.waitsForShift,
    lostSteps: lostSteps(superseded, parts).size,
    steps: [...offeredSteps(order, actor, rules).open],
  };
}

/** Steps of the person who asks that did not count and of which they do not know. */
export function lostSteps(superseded: MergedOrder['superseded'], { person, lossesSeen }: ViewParts): Set<string> {
  if (person === null) return new Set();
  const unseen = superseded.filter(({ eventId, personId }) => personId === person.id && !lossesSeen.has(eventId));
  return new Set(unseen.map(({ eventId }) => eventId));
}

export function orderView(
  merged: MergedOrder,
  entries: readonly OrderEntry[],
  sameNumber: number,
  parts: ViewParts,
): WorkOrderView {
  const { person, nowMs, rules, nameOf } = parts;
  const actor = person ? { personId: person.id, role: person.role, atMs: nowMs } : nobody;
  const { order, superseded } = merged;
  const unseen = lostSteps(superseded, parts);
  const lost = new Map(
    superseded.map(({ eventId, reason, movedBy }) => [
      eventId,
      { superseded: reason, supersededBy: movedBy === null ? null : nameOf(movedBy), lostByMe: unseen.has(eventId) },
    ]),
  );
  const route = routeOfOrder(order);
  const here = route.departments.find(({ id }) => id === order.department);
  const next = order.state === 'drafted' || order.state === 'reopened' ? route.first : (here?.next ?? []);
  return {
    ...orderSummary(merged, parts),
    trigger: order.trigger,
    fields: order.fields.map((field) => (isNumber(field) ? { ...field, value: maskedNumber(field.value) } : field)),
    missing: missingFields(order).map(({ id, label }) => ({ id, label })),
    numberToShow: person !== null && numbersOfOrder(order).length > 0 && mayTake('lookAtNumber', actor, rules),
    greenForm: order.green,
    result: order.handling && { text: order.handling.text, cause: order.handling.cause },
    lesson: order.lesson,
    watcherName: order.watcherId === null ? null : nameOf(order.watcherId),
    handedTo: order.handedTo,
    watch: watchOf(order, order.watcherId === null ? null : nameOf(order.watcherId), {
      holders: rules.holders,
      figures: rules.figures,
      nowMs,
    }),
    told: order.told.map(({ personId, ...told }) => ({ ...told, personName: nameOf(personId) })),
    history: [
      draftedEntry(order, nameOf),
      ...entries
        .filter((entry, index) => !toldByAnother(entry, entries.slice(0, index)))
        .map((entry) => historyEntry(order, entry, lost.get(entry.eventId) ?? counts, nameOf)),
    ],
    ahead: upcoming(order, rules.figures, nowMs),
    departments: next.map((id) => ({ id, label: departmentLabel(order, id) ?? id })),
    closedSteps: [...offeredSteps(order, actor, rules).closed],
    templates: filledTemplates(order, parts, {
      agentName: person?.name ?? '',
      department: departmentLabel(order, order.department) ?? '',
      replyTime: replyTime(order, parts),
    }),
    sameNumber,
  };
}

type Lost = Pick<OrderHistoryEntry, 'superseded' | 'supersededBy' | 'lostByMe'>;
const counts: Lost = { superseded: null, supersededBy: null, lostByMe: false };

/** The same limit told by another desk at about the same time: every desk tells its own people, the history once. */
function toldByAnother({ change, atMs, installId }: OrderEntry, before: readonly OrderEntry[]): boolean {
  if (change.type !== 'limitTold') return false;
  const { limit, moment, dueAtMs } = change.payload;
  return before.some(
    (other) =>
      other.change.type === 'limitTold' &&
      other.installId !== installId &&
      other.change.payload.limit === limit &&
      other.change.payload.moment === moment &&
      other.change.payload.dueAtMs === dueAtMs &&
      Math.abs(other.atMs - atMs) < 300_000,
  );
}

/** As promised; where nothing was, by the limit of its reply. */
function replyTime(order: WorkOrder, { rules, nowMs }: ViewParts): string {
  if (order.promise) return order.promise.text;
  const reply = openLimits(order, rules.figures).find(({ limit }) => limit === 'reply');
  // Nobody says an odd minute: the half hour before it is sooner, and so it holds as well.
  const spokenAtMs = Math.floor((reply?.deadline.dueAtMs ?? 0) / HALF_HOUR_MS) * HALF_HOUR_MS;
  return spokenAtMs > nowMs ? promiseText(spokenAtMs, nowMs, rules.calendar.timeZone) : '';
}

function departmentLabel(order: WorkOrder, id: string | null): string | null {
  if (id === null) return null;
  return routeOfOrder(order).departments.find((department) => department.id === id)?.label ?? id;
}

function draftedEntry(order: WorkOrder, nameOf: ViewParts['nameOf']): OrderHistoryEntry {
  return {
    eventId: order.id,
    type: 'drafted',
    atMs: order.draftedAtMs,
    personName: nameOf(order.draftedBy),
    role: null,
    text: order.green ? order.green.wanted : '',
    to: null,
    outcome: order.green ? order.green.branchTold : null,
    limit: null,
    ...counts,
  };
}

function historyEntry(
  order: WorkOrder,
  { eventId, atMs, personId, change }: OrderEntry,
  lost: Lost,
  nameOf: ViewParts['nameOf'],
): OrderHistoryEntry {
  const { payload } = change;
  const common = { eventId, atMs, personName: nameOf(personId), ...lost };
  if (change.type === 'limitTold') {
    const { limit, moment } = change.payload;
    return { ...common, type: 'limitTold', role: null, text: '', to: null, outcome: moment, limit };
  }
  const type: StepType = change.type;
  const to =
    'department' in payload ? departmentLabel(order, payload.department) : 'toName' in payload ? payload.toName : null;
  const text = 'text' in payload ? payload.text : 'lesson' in payload ? payload.lesson : '';
  return { ...common, type, role: change.payload.actingAs, text, to, outcome: outcomeOf(change), limit: null };
}

function outcomeOf(change: OrderEntry['change']): string | null {
  switch (change.type) {
    case 'answer':
      return change.payload.accepted ? 'accepted' : 'notAccepted';
    case 'failRecheck':
      return change.payload.counts ? 'counts' : 'notCounted';
    case 'close':
      return change.payload.cause;
    case 'reviewDissatisfaction':
      return change.payload.isOne ? 'isOne' : 'isNone';
    case 'callBack':
      return change.payload.result;
    case 'auditCallback':
      return change.payload.asPromised && change.payload.rulesKept ? 'kept' : 'broken';
    case 'remind':
      return change.payload.way;
    case 'markAbnormal':
      return change.payload.alert;
    default:
      return null;
  }
}
