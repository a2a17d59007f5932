import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { alertKindSchema } from './work-orders/terms.ts';

/** How loud: `major` is told to everybody named at once. */
export const alertLevelSchema = z.enum(['attention', 'serious', 'major']);
export type AlertLevel = z.infer<typeof alertLevelSchema>;

/** Somebody who must hear of it, and by when. */
const tellSchema = z.strictObject({ post: z.string().min(1).max(40), dueAtMs: z.int() });

const noticeLineSchema = z.object({ entryId: z.string(), title: z.string(), excerpt: z.string() });

const alertViewSchema = z.object({
  id: z.string(),
  alertKind: alertKindSchema,
  level: alertLevelSchema,
  text: z.string(),
  raisedAtMs: z.int(),
  raisedBy: z.string(),
  workOrderId: z.string().nullable(),
  workOrderNumber: z.string().nullable(),
  tell: z.array(tellSchema.extend({ toldAtMs: z.int().nullable(), toldBy: z.string() })),
  acknowledged: z.array(z.object({ personName: z.string(), atMs: z.int() })),
  acknowledgedByMe: z.boolean(),
  endedAtMs: z.int().nullable(),
  /** What is said meanwhile, on every desk of the site. */
  noticeLines: z.array(noticeLineSchema),
});
export type AlertView = z.infer<typeof alertViewSchema>;

const ofAlert = { alertId: z.string() };
const step = command.errors({ notFound: callErrors.notFound, notAllowed: callErrors.notAllowed });

export const alertsContract = {
  /** Alerts in force, the loudest and newest first; `ended` adds those of the last week. */
  list: query.input(z.object({ ended: z.boolean().default(false) }).prefault({})).output(z.array(alertViewSchema)),
  /** Raises one without an order. */
  raise: step
    .input(z.object({ alertKind: alertKindSchema, text: z.string().trim().min(1).max(500) }))
    .output(alertViewSchema),
  acknowledge: step.input(z.object(ofAlert)).output(alertViewSchema),
  /** Somebody who must hear of it has heard. */
  recordTold: step.input(z.object({ ...ofAlert, post: z.string() })).output(alertViewSchema),
  /** Over: leads and above. */
  end: step.input(z.object({ ...ofAlert, text: z.string().trim().min(1).max(500) })).output(alertViewSchema),
};

export const alertRaised = declareEvent(
  'alert.raised',
  1,
  z.strictObject({
    ...ofAlert,
    alertKind: alertKindSchema,
    level: alertLevelSchema,
    text: z.string(),
    workOrderId: z.string().nullable(),
    tell: z.array(tellSchema),
    /** Entries of the library that carry what is said meanwhile. */
    lines: z.array(z.string()),
  }),
);
export const alertAcknowledged = declareEvent('alert.acknowledged', 1, z.strictObject(ofAlert));
export const alertTold = declareEvent('alert.told', 1, z.strictObject({ ...ofAlert, post: z.string() }));
export const alertEnded = declareEvent('alert.ended', 1, z.strictObject({ ...ofAlert, text: z.string() }));
