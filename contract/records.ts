import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { calendarDaySchema } from './library/entry-base.ts';
import { channelSchema } from './vocabulary.ts';

export const recordKindSchema = z.enum(['conversation', 'specialCall']);
export type RecordKind = z.infer<typeof recordKindSchema>;
export const recordStateSchema = z.enum(['running', 'parked', 'finished', 'brokenOff']);
export type RecordState = z.infer<typeof recordStateSchema>;

/** A past contact as the list shows it; nothing in it names a whole number. */
export const recordSummarySchema = z.object({
  id: z.string(),
  kind: recordKindSchema,
  /** The flow or the special call. */
  title: z.string(),
  scene: z.string(),
  channel: channelSchema,
  state: recordStateSchema,
  /** How it came out, in the words of the flow; empty while open. */
  outcome: z.string(),
  /** Name and masked number: 王女士 138****5678; empty when neither is known. */
  customerShown: z.string(),
  /** There is a whole number behind what is shown. */
  hasNumber: z.boolean(),
  workOrderNumber: z.string().nullable(),
  /** How many corrections are linked to it. */
  corrections: z.int(),
  /** The conversation a special call came up in. */
  withinId: z.string().nullable(),
  ownerName: z.string(),
  startedAtMs: z.int(),
  endedAtMs: z.int().nullable(),
});
export type RecordSummary = z.infer<typeof recordSummarySchema>;

const REASON_MAX = 120;
/** How long a whole number stays on the screen once it was shown. */
export const NUMBER_SHOWN_MS = 30_000;

export const recordsContract = {
  /**
   * Past contacts, the latest first: own ones and those handed to one; leads find everybody's. `name` and `number` are whole.
   * Days are the site's; `after` is the `next` of the page before.
   */
  find: query
    .errors({ notSignedIn: callErrors.notSignedIn })
    .input(
      z
        .object({
          name: z.string().trim().max(20).optional(),
          number: z.string().max(24).optional(),
          kind: recordKindSchema.optional(),
          scene: z.string().max(60).optional(),
          state: recordStateSchema.optional(),
          outcome: z.string().max(60).optional(),
          personId: z.string().optional(),
          fromDay: calendarDaySchema.optional(),
          toDay: calendarDaySchema.optional(),
          after: z
            .string()
            .regex(/^\d{1,9}:\d{1,15}(:[\w-]{1,64})?$/)
            .optional(),
          limit: z.int().min(1).max(100).default(30),
        })
        .prefault({}),
    )
    .output(z.object({ rows: z.array(recordSummarySchema), next: z.string().nullable() })),
  /** What there is to choose from: scenes and outcomes that occur, and for leads the people. */
  choices: query.errors({ notSignedIn: callErrors.notSignedIn }).output(
    z.object({
      scenes: z.array(z.object({ id: z.string(), label: z.string() })),
      outcomes: z.array(z.string()),
      people: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  /** Shows the whole numbers of one record. That it was looked at, by whom and why, is itself recorded. */
  showNumber: command
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ recordId: z.string(), reason: z.string().trim().min(2).max(REASON_MAX) }))
    .output(
      z.object({ numbers: z.array(z.object({ label: z.string(), value: z.string() })), hideAfterMs: z.int().min(1) }),
    ),
  /** Who looked at whole numbers, the latest first; for leads. */
  looks: query
    .errors({ notSignedIn: callErrors.notSignedIn, notAllowed: callErrors.notAllowed })
    .input(z.object({ recordId: z.string().optional(), limit: z.int().min(1).max(200).default(50) }).prefault({}))
    .output(
      z.array(
        z.object({
          eventId: z.string(),
          recordId: z.string(),
          title: z.string(),
          customerShown: z.string(),
          personName: z.string(),
          reason: z.string(),
          atMs: z.int(),
        }),
      ),
    ),
};

export const numberShown = declareEvent(
  'record.numberShown',
  1,
  z.strictObject({ recordId: z.string(), kind: recordKindSchema, reason: z.string() }),
);
