import { z } from 'zod';
import { alertKindSchema, callbackResultSchema, orderCauseSchema, workOrderFieldSchema } from './terms.ts';

const words = (most: number) => z.string().trim().min(1).max(most);
/** Without words of its own the promise is put into spoken words. */
const promiseSchema = z.strictObject({ text: z.string().trim().max(40), dueAtMs: z.int() });

/** What the customer was told, with the approved line it was said with, if one was. */
const lineSchema = z.strictObject({ entryId: z.string(), version: z.int() }).nullable();

/** The payload of every step on an order, by the name of the step; events carry the same beside who and which order. */
export const stepShapes = {
  /** To the first department of the route. */
  dispatch: { department: z.string().min(1).max(60), text: z.string().trim().max(500) },
  signFor: { text: z.string().trim().max(500) },
  verify: { text: words(1_000) },
  passOn: { department: z.string().min(1).max(60), text: words(500) },
  /** The hall's first response to a green-channel order. */
  preHandle: { text: words(500) },
  /** `atDesk`: the complaint desk could settle it itself. */
  handle: { text: words(2_000), cause: orderCauseSchema, atDesk: z.boolean() },
  answer: { text: words(2_000), line: lineSchema, accepted: z.boolean() },
  passRecheck: { text: z.string().trim().max(500) },
  /** `counts`: against the department that handled it. */
  failRecheck: { text: words(500), counts: z.boolean() },
  close: { cause: orderCauseSchema, lesson: z.string().trim().max(1_000) },
  /** 不满单: explained, the customer's own doing, accepted. */
  proposeDissatisfaction: { text: words(1_000) },
  reviewDissatisfaction: { isOne: z.boolean(), text: words(500) },
  callBack: { result: callbackResultSchema, text: z.string().trim().max(1_000) },
  reopen: { text: words(500) },
  auditCallback: { asPromised: z.boolean(), rulesKept: z.boolean(), text: words(500) },
  /** 催办: voice first, a message where nobody answers. */
  remind: { way: z.enum(['voice', 'sms']), text: z.string().trim().max(500) },
  /** To whom it is handed: a person of this desk by id, or a name; `toNextShift` leaves it to whoever comes next. */
  handOver: {
    toPersonId: z.string().nullable(),
    toName: words(20),
    toNextShift: z.boolean().optional(),
    text: z.string().trim().max(500),
  },
  tellCustomer: { text: words(1_000), line: lineSchema, promise: promiseSchema.nullable() },
  note: { text: words(1_000) },
  fillFields: { fields: z.array(workOrderFieldSchema.strict()).min(1).max(40) },
  markAbnormal: { alert: alertKindSchema, text: words(500) },
  /** The whole number was shown to somebody who calls the customer; `text` says why. */
  lookAtNumber: { text: words(120) },
} as const;
export type StepType = keyof typeof stepShapes;

const typed = <const Type extends StepType>(type: Type) =>
  z.strictObject({ type: z.literal(type), ...stepShapes[type] });

export const orderStepSchema = z.discriminatedUnion('type', [
  typed('dispatch'),
  typed('signFor'),
  typed('verify'),
  typed('passOn'),
  typed('preHandle'),
  typed('handle'),
  typed('answer'),
  typed('passRecheck'),
  typed('failRecheck'),
  typed('close'),
  typed('proposeDissatisfaction'),
  typed('reviewDissatisfaction'),
  typed('callBack'),
  typed('reopen'),
  typed('auditCallback'),
  typed('remind'),
  typed('handOver'),
  typed('tellCustomer'),
  typed('note'),
  typed('fillFields'),
  typed('markAbnormal'),
  typed('lookAtNumber'),
]);
export type OrderStep = z.infer<typeof orderStepSchema>;
export type StepOf<Type extends StepType> = Extract<OrderStep, { type: Type }>;
export const stepTypeSchema = z.enum(Object.keys(stepShapes) as [StepType, ...StepType[]]);
