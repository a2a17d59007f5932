import { z } from 'zod';
import { normSchema } from '../judge.ts';
import { calendarDaySchema } from '../library/entry-base.ts';
import { stageSchema, workOrderCategorySchema } from '../vocabulary.ts';
import { dueEntrySchema } from '../workshop/views.ts';

const count = z.int().min(0);
const ms = z.int().min(0).nullable();

/** Whose figures: one's own, everybody's, one person's or one desk's. Only leads may ask for more than their own. */
export const whoSchema = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('own') }),
  z.strictObject({ who: z.literal('all') }),
  z.strictObject({ who: z.literal('person'), personId: z.string().min(1).max(80) }),
  z.strictObject({ who: z.literal('desk'), installId: z.string().min(1).max(80) }),
]);
export type Who = z.infer<typeof whoSchema>;

export const insightQuerySchema = z.strictObject({
  period: z.union([
    z.strictObject({ days: z.union([z.literal(7), z.literal(30), z.literal(90)]) }),
    z.strictObject({ fromDay: calendarDaySchema, toDay: calendarDaySchema }),
  ]),
  of: whoSchema,
  packId: z.string().max(80).nullable(),
});
export type InsightQuery = z.infer<typeof insightQuerySchema>;

/** What a list of events can be behind. */
export const behindSchema = z.enum([
  ...['failed', 'copied', 'said', 'answered', 'talks', 'resolved', 'stages', 'outcomes', 'repeats'],
  ...['tableStarted', 'tableCleared', 'tableExplained', 'tableAccepted', 'tableOrder', 'tableEscalated'],
  ...['orders', 'late', 'reopened', 'callbacks', 'lint', 'mended', 'norms'],
] as const);
export type Behind = z.infer<typeof behindSchema>;

const timesSchema = z.object({ times: count, medianMs: ms });
const titledSchema = z.object({ id: z.string(), title: z.string(), times: count });

const usedLineSchema = z.object({ entryId: z.string(), title: z.string(), copied: count, said: count });
const unusedLineSchema = z.object({ entryId: z.string(), title: z.string(), packTitle: z.string() });

export const funnelSchema = z.object({
  tableId: z.string(),
  title: z.string(),
  started: count,
  cleared: count,
  explained: count,
  accepted: count,
  /** Of those that were not accepted: an order went out, somebody else took over. */
  order: count,
  escalated: count,
});
export type Funnel = z.infer<typeof funnelSchema>;

export const insightFiguresSchema = z.object({
  fromDay: calendarDaySchema,
  toDay: calendarDaySchema,
  /** People whose figures are in it and who did something. */
  people: count,
  copied: count,
  said: count,
  failed: z.object({
    times: count,
    reported: count,
    topics: z.array(
      z.object({
        text: z.string(),
        times: count,
        people: count,
        triedNext: z.array(z.string()),
        solvedBy: z.array(z.object({ entryId: z.string(), title: z.string(), times: count })),
      }),
    ),
  }),
  speed: z.object({
    copied: timesSchema,
    said: timesSchema,
    days: z.array(z.object({ day: calendarDaySchema, copiedMs: ms, saidMs: ms })),
  }),
  lines: z.object({
    used: z.array(usedLineSchema),
    linesUsed: count,
    linesInForce: count,
    unusedTotal: count,
    unused: z.array(unusedLineSchema),
  }),
  stages: z.array(z.object({ stage: stageSchema, times: count, medianMs: ms })),
  funnels: z.array(funnelSchema),
  outcomes: z.array(titledSchema),
  brokenOff: count,
  firstContact: z.object({ finished: count, resolved: count }),
  repeats: z.object({ talks: count, times: count, withinDays: count, flows: z.array(titledSchema) }),
  orders: z.object({
    total: count,
    late: count,
    reopened: count,
    categories: z.array(
      z.object({ category: z.enum([...workOrderCategorySchema.options, 'erased']), total: count, late: count }),
    ),
  }),
  callbacks: z.object({ satisfied: count, unsatisfied: count, notReached: count }),
  lint: z.object({
    times: count,
    mended: count,
    rules: z.array(
      z.object({ ruleId: z.string(), phrase: z.string(), rewording: z.string(), times: count, mended: count }),
    ),
  }),
  norms: z.array(z.object({ norm: normSchema, percent: count, runs: count })),
  /** Wording that has to be looked at again; null for those who do not look after wording. */
  due: z
    .object({
      today: calendarDaySchema,
      overdue: count,
      soon: count,
      expired: count,
      basis: count,
      entries: z.array(dueEntrySchema),
    })
    .nullable(),
});
export type InsightFigures = z.infer<typeof insightFiguresSchema>;

/** One event behind a figure; numbers in it are masked. */
export const behindRowSchema = z.object({
  atMs: z.int(),
  personName: z.string(),
  title: z.string(),
  ms,
  percent: count.nullable(),
  link: z
    .discriminatedUnion('to', [
      z.object({ to: z.literal('line'), entryId: z.string() }),
      z.object({ to: z.literal('order'), workOrderId: z.string() }),
    ])
    .nullable(),
});
export type BehindRow = z.infer<typeof behindRowSchema>;
