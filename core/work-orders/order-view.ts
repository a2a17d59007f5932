import type { Person } from '#contract/people.ts';
import type { StepType } from '#contract/work-orders/steps.ts';
import type { OrderHistoryEntry, WorkOrderSummary, WorkOrderView } from '#contract/work-orders/view.ts';
import { maskedNumber } from '../conversation/mask-number.ts';
import { usedShare } from '../deadlines/deadline.ts';
import { upcoming } from '../reminders/plan-reminders.ts';
import { filledTemplates, type TemplateParts } from './answer-drafts.ts';
import { type Actor, missingFields, routeOfOrder } from './decide-order.ts';
import type { MergedOrder, OrderEntry } from './merge-order.ts';
import { offeredSteps } from './offered-steps.ts';
import type { OrderRules } from './order-figures.ts';
import { openLimits } from './order-limits.ts';
import { isSettled, type WorkOrder } from './order-state.ts';
import { kindOf } from './rules/kinds.ts';
import { watchedAs, watchOf } from './watch.ts';

export interface ViewParts extends TemplateParts {
  readonly person: Person | null;
  readonly nowMs: number;
  readonly rules: OrderRules;
  nameOf(personId: string | null): string;
}

const nobody: Actor = { personId: '', role: 'trainee', atMs: 0 };

export function orderSummary(order: WorkOrder, parts: ViewParts): WorkOrderSummary {
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
    steps: [...offeredSteps(order, actor, rules).open],
  };
}

export function orderView(
  { order, superseded }: MergedOrder,
  entries: readonly OrderEntry[],
  sameNumber: number,
  parts: ViewParts,
): WorkOrderView {
  const { person, nowMs, rules, nameOf } = parts;
  const actor = person ? { personId: person.id, role: person.role, atMs: nowMs } : nobody;
  const lost = new Map(superseded.map(({ eventId, reason }) => [eventId, reason]));
  const route = routeOfOrder(order);
  const here = route.departments.find(({ id }) => id === order.department);
  const next = order.state === 'drafted' || order.state === 'reopened' ? route.first : (here?.next ?? []);
  return {
    ...orderSummary(order, parts),
    trigger: order.trigger,
    fields: order.fields.map((field) =>
      field.personal && /^\+?\d{5,}$/.test(field.value) ? { ...field, value: maskedNumber(field.value) } : field,
    ),
    missing: missingFields(order).map(({ id, label }) => ({ id, label })),
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
      ...entries.map((entry) => historyEntry(order, entry, lost.get(entry.eventId) ?? null, nameOf)),
    ],
    ahead: upcoming(order, rules.figures, nowMs),
    departments: next.map((id) => ({ id, label: departmentLabel(order, id) ?? id })),
    closedSteps: [...offeredSteps(order, actor, rules).closed],
    templates: filledTemplates(order, parts),
    sameNumber,
  };
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
    superseded: null,
  };
}

function historyEntry(
  order: WorkOrder,
  { eventId, atMs, personId, change }: OrderEntry,
  superseded: OrderHistoryEntry['superseded'],
  nameOf: ViewParts['nameOf'],
): OrderHistoryEntry {
  const { payload } = change;
  const common = { eventId, atMs, personName: nameOf(personId), superseded };
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
