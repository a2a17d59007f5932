import { z } from 'zod';
import { promiseSchema } from '../conversation/terms.ts';
import { judgedPointSchema, normSchema } from '../judge.ts';
import { answerElementSchema } from '../library/scenario.ts';

/** What a run is scored by, in the order of the debrief. */
export const NORMS = normSchema.options;

/** How much each norm counts; a lead may change it, and at least one counts. */
export const normWeightsSchema = z
  .strictObject({
    wording: z.int().min(0).max(100),
    promises: z.int().min(0).max(100),
    soothing: z.int().min(0).max(100),
    asking: z.int().min(0).max(100),
    clarity: z.int().min(0).max(100),
    timing: z.int().min(0).max(100),
  })
  .refine((weights) => NORMS.some((norm) => norm !== 'timing' && weights[norm] > 0), 'some norm counts');
export type NormWeights = z.infer<typeof normWeightsSchema>;

export const defaultWeights: NormWeights = {
  wording: 15,
  promises: 10,
  soothing: 25,
  asking: 20,
  clarity: 15,
  timing: 15,
};

/** How an answer was given: one of those offered, in own words, or a line found with the desk's search. */
export const answerWaySchema = z.enum(['choice', 'free', 'desk']);
export type AnswerWay = z.infer<typeof answerWaySchema>;

const qualitySchema = z.enum(['good', 'fair', 'poor']);

/** What was made of an answer, as it is kept: a later rubric never changes a run that was played. */
const judgedSchema = z.strictObject({
  quality: qualitySchema,
  found: z.array(answerElementSchema),
  missing: z.array(answerElementSchema),
  points: z.array(judgedPointSchema),
  /** The scenario's own remark on an answer that was offered. */
  why: z.string(),
  better: z.strictObject({ entryId: z.string().nullable(), text: z.string() }).nullable(),
});
export type Judged = z.infer<typeof judgedSchema>;

/** `atMs` is the time of the run: since its start, pauses left out. */
const at = { atMs: z.int().min(0) };

/** Everything the trainee does (or leaves undone) in a run; the run is the sum of them. */
export const moveSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('answer'),
    ...at,
    way: answerWaySchema,
    /** The answer taken from the offered ones. */
    answerId: z.string().nullable(),
    /** The line found with the search. */
    entryId: z.string().nullable(),
    text: z.string().max(2_000),
    /** When the trainee began to type or chose, by the time of the run. */
    beganMs: z.int().min(0),
    judged: judgedSchema,
    /** The time the customer was given, where one was heard in it. */
    promise: promiseSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('acknowledge'), ...at }),
  z.strictObject({ type: z.literal('hint'), ...at }),
  z.strictObject({ type: z.literal('silence'), ...at }),
  z.strictObject({ type: z.literal('stage'), ...at, way: z.enum(['on', 'back']) }),
  /** Away from the desk for so long; the customer waited in no time. */
  z.strictObject({ type: z.literal('pause'), ...at }),
  z.strictObject({ type: z.literal('resume'), ...at, awayMs: z.int().min(0) }),
  z.strictObject({ type: z.literal('quit'), ...at }),
]);
export type Move = z.infer<typeof moveSchema>;

/** Why the temper moved, or what a mark on the curve is about, beside the reasons of the judge. */
export const happeningSchema = z.enum([
  'authored',
  'late',
  'interrupted',
  'keptWaiting',
  'transferRushed',
  'skippedFeelings',
  'forbiddenWord',
  'jargon',
  'vaguePromise',
  'silent',
  'factTold',
]);
export type Happening = z.infer<typeof happeningSchema>;

/** The seconds of the site's rules a timed run is held to. */
export const timeNormsSchema = z.strictObject({
  answerWithinSeconds: z.int(),
  acknowledgeEverySeconds: z.int(),
  transferPauseSeconds: z.int(),
  chatFirstReplySeconds: z.int(),
});
export type TimeNorms = z.infer<typeof timeNormsSchema>;
