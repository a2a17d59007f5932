import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { variableValuesSchema } from './library.ts';
import { alertKindSchema } from './work-orders/terms.ts';

/** How loud: `major` is told to everybody named at once. */
export const alertLevelSchema = z.enum(['attention', 'serious', 'major']);
export type AlertLevel = z.infer<typeof alertLevelSchema>;

/** Somebody who must hear of it, and by when. */
const tellSchema = z.strictObject({ post: z.string().min(1).max(40), dueAtMs: z.int() });

const noticeLineSchema = z.object({
  entryId: z.string(),
  /** A line opens on the desk, where it asks for what concerns the customer; a notice is the same for everybody. */
  kind: z.enum(['notice', 'line', 'courtesy']),
  title: z.string(),
  /** The whole sentence as it is said; empty while something in it is still to be filled in. */
  excerpt: z.string(),
});

/** Something the lines of an alert leave open until a lead says it: which area, when the next news is due. */
const gapSchema = z.object({ name: z.string(), label: z.string(), value: z.string() });

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
  /** What leads fill in, with what stands there now. */
  gaps: z.array(gapSchema),
  mayFill: z.boolean(),
});
export type AlertView = z.infer<typeof alertViewSchema>;

const ofAlert = { alertId: z.string() };
const step = command.errors({ notFound: callErrors.notFound, notAllowed: callErrors.notAllowed });

export const alertsContract = {
  /** Alerts in force, the loudest and newest first; `ended` adds those of the last week. */
  list: query.input(z.object({ ended: z.boolean().default(false) }).prefault({})).output(z.array(alertViewSchema)),
  /** Raises one without an order. */
  raise: step
    .input(
      z.object({
        alertKind: alertKindSchema,
        text: z.string().trim().min(1).max(500),
        values: variableValuesSchema.default({}),
      }),
    )
    .output(alertViewSchema),
  /** What the lines of a kind leave open, for the form that raises one. */
  gapsOf: query.input(z.object({ alertKind: alertKindSchema })).output(z.array(gapSchema)),
  /** Says what stands in the gaps of its lines, on every desk from then on: leads and above. */
  fill: step.input(z.object({ ...ofAlert, values: variableValuesSchema })).output(alertViewSchema),
  /** Records that one of its lines was copied and returns the text; refused while the line has an open gap. */
  copyLine: command
    .errors({ notFound: callErrors.notFound, variablesMissing: callErrors.variablesMissing })
    .input(z.object({ ...ofAlert, entryId: z.string() }))
    .output(z.object({ text: z.string() })),
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
/** What stands in the gaps of its lines; the later one of two desks holds. */
export const alertLinesFilled = declareEvent(
  'alert.linesFilled',
  1,
  z.strictObject({ ...ofAlert, values: variableValuesSchema }),
);
export const alertAcknowledged = declareEvent('alert.acknowledged', 1, z.strictObject(ofAlert));
export const alertTold = declareEvent('alert.told', 1, z.strictObject({ ...ofAlert, post: z.string() }));
export const alertEnded = declareEvent('alert.ended', 1, z.strictObject({ ...ofAlert, text: z.string() }));
