import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { calendarDaySchema } from './library/entry-base.ts';
import { searchHit } from './search.ts';
import { channelSchema } from './vocabulary.ts';

/** What a card asks for: a set phrase, a way out of a forbidden one, the key question of a table, a figure of the site, what changed, one's own slip. */
export const cardKindSchema = z.enum(['phrase', 'rewording', 'keyQuestion', 'figure', 'change', 'slip']);
export type CardKind = z.infer<typeof cardKindSchema>;

/** How well it was known, as the person says. */
export const gradeSchema = z.enum(['again', 'hard', 'good', 'easy']);
export type Grade = z.infer<typeof gradeSchema>;

/** What went wrong in live work: a phrase the check minds, a search in vain, a branch taken back, a stage left too early. */
export const slipSortSchema = z.enum(['wording', 'search', 'branch', 'gate']);

/** One card as it is shown; texts are of the library, or (of a failed search) one's own with personal data taken out. */
export const drillCardSchema = z.object({
  cardId: z.string(),
  kind: cardKindSchema,
  slip: slipSortSchema.nullable(),
  /** What is asked about; for a figure the name of its rule. */
  ask: z.string(),
  /** Empty for a search in vain for which there is no line yet. */
  answer: z.string(),
  why: z.string(),
  entryId: z.string().nullable(),
  /** Never shown before. */
  fresh: z.boolean(),
});
export type DrillCard = z.infer<typeof drillCardSchema>;

/** The state of a card between two reviews, as the scheduler wants it back. */
export const scheduleSchema = z.strictObject({
  dueAtMs: z.int(),
  stability: z.number(),
  difficulty: z.number(),
  scheduledDays: z.number(),
  learningSteps: z.int(),
  reps: z.int(),
  lapses: z.int(),
  state: z.int().min(0).max(3),
  lastReviewAtMs: z.int(),
});
export type Schedule = z.infer<typeof scheduleSchema>;

const drillTodaySchema = z.object({
  day: calendarDaySchema,
  /** May the desk learn from one's live work? Off until the person says yes. */
  learnsFromWork: z.boolean(),
  /** What is left for today, most urgent first; about five minutes. */
  cards: z.array(drillCardSchema),
  doneToday: z.int().min(0),
  /** The last seven days, the oldest first: practised or not. Missed days are gaps and nothing more. */
  week: z.array(z.object({ day: calendarDaySchema, done: z.boolean() })).length(7),
  /** 找得快: a customer's sentence whose line is to be found and copied; null where the library has none. */
  find: z.object({ entryId: z.string(), says: z.string(), seconds: z.int(), bestMs: z.int().nullable() }).nullable(),
});
export type DrillToday = z.infer<typeof drillTodaySchema>;

export const drillContract = {
  /** What the signed-in person may practise today. */
  today: query.errors({ notSignedIn: callErrors.notSignedIn }).output(drillTodaySchema),
  /** Notes how well a card was known and when it comes again. */
  review: command
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ cardId: z.string().max(300), grade: gradeSchema, tookMs: z.int().min(0).max(3_600_000) }))
    .output(z.object({ dueAtMs: z.int() })),
  /** Says whether slips in live work may become cards; no takes those there are away. */
  learnFromWork: command.input(z.object({ learns: z.boolean() })).output(z.null()),
  /** The desk's search, also for lines in a rehearsal; what is looked for here is no figure of live work. */
  search: query
    .errors({ notSignedIn: callErrors.notSignedIn })
    .input(z.object({ text: z.string().max(200), channel: channelSchema.optional() }))
    .output(z.array(searchHit)),
  /**
   * A line was copied for the sentence (null: the time was over): was it the one? The wanted one is told either way, and
   * `copied` is for the clipboard. The copy is kept in the journal of rehearsals, never in that of live work.
   */
  found: command
    .errors({ notFound: callErrors.notFound })
    .input(
      z.object({
        wantedId: z.string(),
        entryId: z.string().nullable(),
        searchText: z.string().max(200).default(''),
        tookMs: z.int().min(0).max(3_600_000),
      }),
    )
    .output(z.object({ right: z.boolean(), title: z.string(), text: z.string(), copied: z.string().nullable() })),
};

export const drillReviewed = declareEvent(
  'drill.reviewed',
  1,
  z.strictObject({
    cardId: z.string(),
    kind: cardKindSchema,
    grade: gradeSchema,
    tookMs: z.int(),
    day: calendarDaySchema,
    schedule: scheduleSchema,
  }),
);
export const drillConsentGiven = declareEvent('drill.consentGiven', 1, z.strictObject({ learns: z.boolean() }));

/** A slip in live work of a person who wants to learn from it. It names wording, never a customer or a conversation. */
export const drillSlipped = declareEvent(
  'drill.slipped',
  1,
  z.strictObject({
    sort: slipSortSchema,
    /** The forbidden phrase, the table or the flow; for a search the line that was taken in the end; null where there is none. */
    entryId: z.string().nullable(),
    /** The question of a table, the stage that was left, or what was looked for. */
    detail: z.string(),
    day: calendarDaySchema,
  }),
);
export const drillFound = declareEvent(
  'drill.found',
  1,
  z.strictObject({ wantedId: z.string(), right: z.boolean(), tookMs: z.int(), day: calendarDaySchema }),
);
