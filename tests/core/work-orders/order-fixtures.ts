import { defaultRules } from '#contract/site-rules.ts';
import type { Role } from '#contract/vocabulary.ts';
import type { OrderStep, StepOf, StepType } from '#contract/work-orders/steps.ts';
import type { GreenChannel } from '#contract/work-orders/terms.ts';
import { siteCalendar } from '#core/site-rules/calendar-of-site.ts';
import type { OrderRules } from '#core/work-orders/order-figures.ts';
import { responseDue } from '#core/work-orders/order-limits.ts';
import { type DraftedPayload, draftedOrder, type WorkOrder } from '#core/work-orders/order-state.ts';

/** Monday 2 November 2026, 09:00 in Shanghai. */
export const START_MS = Date.UTC(2026, 10, 2, 1, 0, 0);
export const HOUR_MS = 3_600_000;

export const rules: OrderRules = {
  figures: defaultRules,
  calendar: siteCalendar({ ...defaultRules, holidayYears: [] }),
  holders: [],
};

const green: GreenChannel = {
  service: 'booking',
  urgency: 'normal',
  condition: 'ourFault',
  wanted: '补换卡',
  explained: '说了可以在线办',
  notAccepted: '不想再跑一趟',
  demand: '约好时间，来了就办',
  identity: 'notNeeded',
  leadNumber: '62001',
  hall: '城南厅',
  branchTold: 'voice',
};

const fields = [
  ['district', '城东区'],
  ['town', '湖滨街道'],
  ['street', '环城路'],
  ['indoor', '室内'],
  ['signalBars', '1格'],
  ['handsetModel', '说不清'],
  ['since', '上周三'],
  ['triedOther', '没试过'],
  ['billPeriod', '10月'],
  ['disputedItem', '来电提醒'],
  ['service', '流量包'],
  ['what', '用不了'],
  ['contactName', '王女士'],
].map(([id = '', value = '']) => ({ id, label: id, value, personal: false }));

/** An order right after it was opened. */
export function draft(changed: Partial<WorkOrder> & { greenService?: GreenChannel['service'] } = {}): WorkOrder {
  const { greenService, ...rest } = changed;
  const payload: DraftedPayload = {
    workOrderId: 'order-1',
    number: '261102-001',
    category: rest.category ?? 'network',
    abnormal: false,
    matter: '家里打不通',
    channel: 'phone',
    customerName: '王女士',
    customerNumber: '13812345678',
    fields,
    promisedAtMs: null,
    promiseText: null,
    conversationId: null,
    source: 'hotline',
    trigger: 'demand',
    orderKind: rest.category ?? 'network',
    green: greenService ? { ...green, service: greenService, identity: 'passed' } : null,
    responseDue: greenService ? responseDue('normal', START_MS, rules) : null,
  };
  return { ...draftedOrder(payload, 'agent-1', START_MS), ...rest };
}

/** A content for every step that its own shape lets through. */
export function sampleStep<Type extends StepType>(type: Type, changed: Partial<StepOf<Type>> = {}): OrderStep {
  const text = '查过了';
  const samples: { [Each in StepType]: StepOf<Each> } = {
    dispatch: { type: 'dispatch', department: 'provinceNetwork', text },
    signFor: { type: 'signFor', text: '' },
    verify: { type: 'verify', text },
    passOn: { type: 'passOn', department: 'cityDispatch', text },
    preHandle: { type: 'preHandle', text },
    handle: { type: 'handle', text, cause: 'ours', atDesk: false },
    answer: { type: 'answer', text, line: null, accepted: true },
    passRecheck: { type: 'passRecheck', text: '' },
    failRecheck: { type: 'failRecheck', text, counts: true },
    close: { type: 'close', cause: 'ours', lesson: '早点告诉客户' },
    proposeDissatisfaction: { type: 'proposeDissatisfaction', text },
    reviewDissatisfaction: { type: 'reviewDissatisfaction', isOne: true, text },
    callBack: { type: 'callBack', result: 'satisfied', text },
    reopen: { type: 'reopen', text },
    auditCallback: { type: 'auditCallback', asPromised: true, rulesKept: true, text },
    remind: { type: 'remind', way: 'voice', text },
    handOver: { type: 'handOver', toPersonId: null, toName: '周敏', text: '' },
    tellCustomer: { type: 'tellCustomer', text, line: null, promise: null },
    note: { type: 'note', text },
    fillFields: {
      type: 'fillFields',
      fields: [{ id: 'what', label: '什么情况', value: '换了卡也一样', personal: false }],
    },
    markAbnormal: { type: 'markAbnormal', alert: 'media', text },
    lookAtNumber: { type: 'lookAtNumber', text },
  };
  return { ...samples[type], ...changed } as OrderStep;
}

export const roles: readonly Role[] = ['agent', 'trainee', 'lead', 'reviewer', 'handler', 'administrator'];

/** A letter about a network fault, complete enough to become an order. */
export const letter = {
  matter: '家里三天没信号',
  customerName: '王女士',
  customerNumber: '13812345678',
  orderKind: 'network',
  source: 'letter',
  channel: 'counter',
  signs: { concreteDemand: true, strongDispleasure: false, concreteProposal: false },
  fields: ['district', 'town', 'street', 'indoor', 'signalBars', 'handsetModel', 'since', 'triedOther'].map((id) => ({
    id,
    label: id,
    value: '写了',
    personal: false,
  })),
} as const;
