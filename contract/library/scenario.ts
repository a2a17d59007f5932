import { z } from 'zod';
import { channelSchema, stageSchema, tierSchema } from '../vocabulary.ts';
import { entryBaseShape, entryIdSchema, localIdSchema, sceneIdSchema } from './entry-base.ts';

/** What a good answer holds at a turn; judging looks for these, never for exact wording. */
export const answerElementSchema = z.enum([
  'greet',
  'acknowledge',
  'apologise',
  'own',
  'ask',
  'readBack',
  'explain',
  'offer',
  'nextStep',
  'when',
  'thank',
]);
export type AnswerElement = z.infer<typeof answerElementSchema>;

/** An answer the trainee may choose, and what the customer makes of it. */
export const scenarioAnswerSchema = z.strictObject({
  id: localIdSchema,
  text: z.string().min(2).max(200),
  quality: z.enum(['good', 'fair', 'poor']),
  line: entryIdSchema.optional().describe('the line of the library it is taken from'),
  temper: z.int().min(-3).max(3).default(0).describe('by how much the temper rises'),
  reveals: z.array(localIdSchema).default([]).describe('ids of facts that the customer tells after it'),
  why: z.string().max(120).default('').describe('what the debrief says about it'),
  transfer: z.boolean().optional().describe('a transfer line: a pause for an objection follows it'),
  to: localIdSchema.describe('next turn, or an ending'),
});

/** What the customer says next, and what may be answered. */
export const scenarioTurnSchema = z.strictObject({
  id: localIdSchema,
  stage: stageSchema,
  says: z.string().min(2).max(300),
  angry: z.string().max(300).default('').describe('said in its place while the temper is 4 or 5'),
  needs: z.array(answerElementSchema).min(1),
  bestLine: entryIdSchema.optional().describe('the line that answers it best'),
  answers: z.array(scenarioAnswerSchema).min(2).max(6),
  silence: z
    .strictObject({
      seconds: z.int().min(1).max(60).default(3),
      temper: z.int().min(0).max(3).default(1),
      to: localIdSchema,
    })
    .optional()
    .describe('timed mode: what happens when nothing was answered'),
});
export type ScenarioTurn = z.infer<typeof scenarioTurnSchema>;

/** 演练场景: a customer who speaks turn by turn. The first turn begins; there are at least three endings. */
export const scenarioSchema = z.strictObject({
  kind: z.literal('scenario'),
  ...entryBaseShape,
  scene: sceneIdSchema,
  difficulty: z.int().min(1).max(3).default(2),
  briefing: z.string().min(4).max(200).describe('what the trainee knows before it begins'),
  customer: z.strictObject({
    name: z.string().min(1).max(20),
    tier: tierSchema.default('standard'),
    channel: channelSchema,
    manner: z.enum([
      'calm',
      'upset',
      'rambling',
      'expert',
      'silent',
      'abusive',
      'elderly',
      'hurried',
      'media',
      'distressed',
    ]),
    temper: z.int().min(0).max(5).describe('at the beginning: 0 friendly, 5 furious'),
    wants: z.string().min(4).max(120).describe('what they really want'),
  }),
  facts: z
    .array(
      z.strictObject({
        id: localIdSchema,
        text: z.string().min(2).max(120),
        unlessAsked: z.boolean().default(true).describe('kept back until a good question brings it out'),
      }),
    )
    .default([]),
  turns: z.array(scenarioTurnSchema).min(2).max(30),
  storms: localIdSchema.optional().describe('the ending once the temper has stayed at 5 over two answers'),
  endings: z
    .array(
      z.strictObject({
        id: localIdSchema,
        title: z.string().min(2).max(28),
        quality: z.enum(['good', 'fair', 'poor']),
        says: z.string().min(2).max(300).describe('the last thing the customer says'),
        lesson: z.string().min(4).max(160),
      }),
    )
    .min(3),
});
export type Scenario = z.infer<typeof scenarioSchema>;
