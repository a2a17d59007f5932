import { z } from 'zod';
import { missingSchema } from '../conversation/terms.ts';
import { judgedPointSchema, normSchema } from '../judge.ts';
import { answerElementSchema } from '../library/scenario.ts';
import { channelSchema, stageSchema, tierSchema } from '../vocabulary.ts';
import { answerWaySchema, happeningSchema, timeNormsSchema } from './terms.ts';

const qualitySchema = z.enum(['good', 'fair', 'poor']);

/** A scenario as the list shows it. */
export const offeredScenarioSchema = z.object({
  scenarioId: z.string(),
  title: z.string(),
  scene: z.string(),
  sceneLabel: z.string(),
  difficulty: z.int(),
  briefing: z.string(),
  customerName: z.string(),
  manner: z.string(),
  channel: channelSchema,
  temper: z.int(),
  runs: z.int(),
  best: z.int().nullable(),
  passed: z.boolean(),
  assigned: z.object({ byName: z.string(), dueDay: z.string().nullable() }).nullable(),
});
export type OfferedScenario = z.infer<typeof offeredScenarioSchema>;

const exchangeViewSchema = z.object({
  index: z.int(),
  customerSaid: z.string(),
  turnAtMs: z.int(),
  text: z.string(),
  saidAtMs: z.int(),
  way: z.union([answerWaySchema, z.literal('silence')]),
  quality: qualitySchema,
  /** Steps the temper rose (above 0) or fell. */
  temperBy: z.int(),
  happenings: z.array(happeningSchema),
  points: z.array(judgedPointSchema),
  /** In time, in ms after the customer had finished; null outside timed runs. */
  beganAfterMs: z.int().nullable(),
});

/** A run as its player shows it. */
export const runViewSchema = z.object({
  runId: z.string(),
  moves: z.int(),
  state: z.enum(['running', 'paused', 'ended']),
  title: z.string(),
  scenarioId: z.string(),
  briefing: z.string(),
  timed: z.boolean(),
  norms: timeNormsSchema,
  customer: z.object({ name: z.string(), tier: tierSchema, channel: channelSchema, manner: z.string() }),
  /** Time of the run when this was read. */
  atMs: z.int(),
  temper: z.int(),
  temperBefore: z.int(),
  /** What waits for an answer; null once it is over. */
  turn: z
    .object({
      id: z.string(),
      stage: stageSchema,
      says: z.string(),
      turnAtMs: z.int(),
      heardAtMs: z.int(),
      needs: z.array(answerElementSchema),
      answers: z.array(z.object({ id: z.string(), text: z.string() })),
      answerWithinMs: z.int(),
      /** From when on saying nothing counts as silence; null where it never does. */
      silenceFromMs: z.int().nullable(),
      acknowledgedAtMs: z.array(z.int()),
      /** A pause that the transfer line before it asks for. */
      pauseUntilMs: z.int().nullable(),
      hint: z.object({ elements: z.array(answerElementSchema), lineId: z.string().nullable() }).nullable(),
    })
    .nullable(),
  exchanges: z.array(exchangeViewSchema),
  /** Told so far, in order; `fresh` after the last answer. */
  facts: z.array(z.object({ id: z.string(), text: z.string(), fresh: z.boolean() })),
  factsUntold: z.int(),
  /** Where the conversation underneath stands, and what it still owes the customer before it may go on. */
  stage: stageSchema,
  owes: z.array(missingSchema),
  ending: z.object({ title: z.string(), says: z.string(), quality: qualitySchema }).nullable(),
});
export type RunView = z.infer<typeof runViewSchema>;

const normScoreSchema = z.object({ norm: normSchema, got: z.int().nullable(), of: z.int() });

/** Something to work on: what happened, what to say instead, and where to take it up again. */
const workOnSchema = z.object({
  /** A reason of the judge, something that happened, or what to try next where nothing went wrong. */
  code: z.string(),
  why: z.string(),
  quote: z.string(),
  better: z.string(),
  atMs: z.int().nullable(),
  index: z.int().nullable(),
});
export type WorkOn = z.infer<typeof workOnSchema>;

export const debriefSchema = z.object({
  runId: z.string(),
  scenarioId: z.string(),
  title: z.string(),
  customerName: z.string(),
  timed: z.boolean(),
  startedAtMs: z.int(),
  lengthMs: z.int(),
  /** Null when the trainee ended it first. */
  ending: z.object({ title: z.string(), says: z.string(), quality: qualitySchema, lesson: z.string() }).nullable(),
  temperFrom: z.int(),
  temperTo: z.int(),
  wants: z.string(),
  score: z.int(),
  passMark: z.int(),
  passed: z.boolean(),
  before: z.int().nullable(),
  norms: z.array(normScoreSchema),
  curve: z.array(z.object({ atMs: z.int(), temper: z.int() })),
  marks: z.array(
    z.object({
      index: z.int(),
      atMs: z.int(),
      temper: z.int(),
      better: z.boolean(),
      code: z.string(),
      customerSaid: z.string(),
      text: z.string(),
    }),
  ),
  stages: z.array(z.object({ stage: stageSchema, fromMs: z.int(), toMs: z.int() })),
  well: z.array(z.object({ code: z.string(), quote: z.string() })),
  workOn: z.array(workOnSchema).length(2),
  /** The norm to drill next. */
  drill: normSchema,
});
export type Debrief = z.infer<typeof debriefSchema>;

/** One person's way over all their runs; `norms` in percent, over the best run of each scenario. */
export const progressSchema = z.object({
  personId: z.string(),
  name: z.string(),
  scenarios: z.int(),
  passed: z.int(),
  runs: z.int(),
  score: z.int().nullable(),
  norms: z.array(z.object({ norm: normSchema, percent: z.int().nullable() })),
  assigned: z.array(
    z.object({
      assignmentId: z.string(),
      scenarioId: z.string(),
      title: z.string(),
      dueDay: z.string().nullable(),
      done: z.boolean(),
    }),
  ),
  rolePlays: z.int(),
});
export type Progress = z.infer<typeof progressSchema>;

export const certificateSchema = z.object({
  certificateId: z.string(),
  personName: z.string(),
  byName: z.string(),
  atMs: z.int(),
  scenarios: z.int(),
  score: z.int(),
  passMark: z.int(),
  siteName: z.string(),
});
export type Certificate = z.infer<typeof certificateSchema>;

export const rolePlaySchema = z.object({
  rolePlayId: z.string(),
  title: z.string(),
  personName: z.string(),
  customerName: z.string(),
  observerName: z.string(),
  score: z.int(),
  norms: z.array(z.object({ norm: normSchema, percent: z.int() })),
  note: z.string(),
  atMs: z.int(),
});
export type RolePlay = z.infer<typeof rolePlaySchema>;
