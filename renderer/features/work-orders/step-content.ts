import type { OrderStep, StepType } from '#contract/work-orders/steps.ts';
import type { AlertKind, OrderCause } from '#contract/work-orders/terms.ts';

/** What a step's form asks for beside its words. */
export type Asked =
  | 'department'
  | 'cause'
  | 'accepted'
  | 'counts'
  | 'isOne'
  | 'result'
  | 'asPromised'
  | 'rulesKept'
  | 'way'
  | 'toName'
  | 'alert'
  | 'promise'
  | 'fields';

export interface StepContent {
  text: string;
  department: string;
  cause: OrderCause;
  yes: Partial<Record<Asked, boolean>>;
  result: 'satisfied' | 'unsatisfied' | 'notReached';
  way: 'voice' | 'sms';
  toName: string;
  /** Null with a name: whoever comes next. */
  toPersonId: string | null;
  alert: AlertKind;
  promise: 'none' | 'two' | 'day' | 'twoDays';
  line: { entryId: string; version: number } | null;
  fields: Record<string, string>;
}

export const emptyContent: StepContent = {
  text: '',
  department: '',
  cause: 'ours',
  yes: {},
  result: 'satisfied',
  way: 'voice',
  toName: '',
  toPersonId: null,
  alert: 'massComplaint',
  promise: 'none',
  line: null,
  fields: {},
};

const promiseHours = { two: 2, day: 24, twoDays: 48 } as const;

/** What each step asks for, in order; its words come last. */
export const askedFor: Readonly<Record<StepType, readonly Asked[]>> = {
  dispatch: ['department'],
  signFor: [],
  verify: [],
  passOn: ['department'],
  preHandle: [],
  handle: ['cause'],
  answer: ['accepted'],
  passRecheck: [],
  failRecheck: ['counts'],
  close: ['cause'],
  proposeDissatisfaction: [],
  reviewDissatisfaction: ['isOne'],
  callBack: ['result'],
  reopen: [],
  auditCallback: ['asPromised', 'rulesKept'],
  remind: ['way'],
  handOver: ['toName'],
  tellCustomer: ['promise'],
  note: [],
  fillFields: ['fields'],
  markAbnormal: ['alert'],
  lookAtNumber: [],
};

const wordless: readonly StepType[] = [
  'dispatch',
  'signFor',
  'passRecheck',
  'remind',
  'handOver',
  'close',
  'fillFields',
  'callBack',
];

export const needsWords = (type: StepType): boolean => !wordless.includes(type);

interface StepSetting {
  /** The person acts for the complaint desk, not for a department. */
  readonly atDesk: boolean;
  readonly nowMs: number;
  readonly labels: ReadonlyMap<string, string>;
}

/** The step that a filled form stands for. */
export function stepOf(type: StepType, content: StepContent, setting: StepSetting): OrderStep {
  const text = content.text.trim();
  const yes = (asked: Asked) => content.yes[asked] ?? true;
  switch (type) {
    case 'dispatch':
    case 'passOn':
      return { type, department: content.department, text };
    case 'handle':
      return { type, text, cause: content.cause, atDesk: setting.atDesk };
    case 'answer':
      return { type, text, line: content.line, accepted: yes('accepted') };
    case 'failRecheck':
      return { type, text, counts: yes('counts') };
    case 'close':
      return { type, cause: content.cause, lesson: text };
    case 'reviewDissatisfaction':
      return { type, text, isOne: yes('isOne') };
    case 'callBack':
      return { type, text, result: content.result };
    case 'auditCallback':
      return { type, text, asPromised: yes('asPromised'), rulesKept: yes('rulesKept') };
    case 'remind':
      return { type, text, way: content.way };
    case 'handOver':
      return content.toPersonId === null
        ? { type, text, toName: content.toName, toPersonId: null, toNextShift: true }
        : { type, text, toName: content.toName, toPersonId: content.toPersonId };
    case 'tellCustomer': {
      if (content.promise === 'none') return { type, text, line: content.line, promise: null };
      const dueAtMs = setting.nowMs + promiseHours[content.promise] * 3_600_000;
      // The core puts the moment into the words one says.
      return { type, text, line: content.line, promise: { text: '', dueAtMs } };
    }
    case 'fillFields':
      return {
        type,
        fields: Object.entries(content.fields)
          .filter(([, value]) => value.trim() !== '')
          .map(([id, value]) => ({
            id,
            label: setting.labels.get(id) ?? id,
            value: value.trim(),
            personal: /^(?:contact|name|phone|plate)/.test(id),
          })),
      };
    case 'markAbnormal':
      return { type, text, alert: content.alert };
    default:
      return { type, text };
  }
}
