import { z } from 'zod';
import { forbiddenClassSchema } from './library/forbidden.ts';
import { answerElementSchema } from './library/scenario.ts';

/** The six groups of the scorecard. The judge gives and takes points in the first five; time is measured by the player. */
export const normSchema = z.enum(['wording', 'promises', 'soothing', 'asking', 'clarity', 'timing']);
export type Norm = z.infer<typeof normSchema>;

/** What turns an answer against the customer, or promises what nobody may promise: each of them alone makes it poor. */
export const graveFaultSchema = z.enum([
  'blames',
  'countersWithQuestion',
  'belittles',
  'dismisses',
  'orders',
  'threatens',
  'shirks',
  'defends',
  'guarantees',
  'giftsBeyondAuthority',
  'asksForSecret',
  'favours',
  'begs',
  'runsDownColleague',
  'discloses',
  'jargon',
  'pushesSale',
]);
export type GraveFault = z.infer<typeof graveFaultSchema>;

/** What keeps an answer from being good without hurting anybody. */
export const lightFaultSchema = z.enum([
  'canned',
  'vagueTime',
  'ruleAlone',
  'guesses',
  'sendsAway',
  'bareDemand',
  'saysTooLittle',
]);
export type LightFault = z.infer<typeof lightFaultSchema>;

/** What an answer does beyond the elements of its turn. */
const meritSchema = z.enum(['takesUpWords', 'actsNow', 'namesTime', 'asksPrecisely', 'goesThrough', 'nearApproved']);
export type Merit = z.infer<typeof meritSchema>;

/** Why points were given or taken: the key of a sentence of the interface, below `judge.reason`. */
export const judgeReasonSchema = z.union([
  z.templateLiteral(['found.', answerElementSchema]),
  z.templateLiteral(['missing.', answerElementSchema]),
  z.templateLiteral(['merit.', meritSchema]),
  z.templateLiteral(['grave.', graveFaultSchema]),
  z.templateLiteral(['light.', lightFaultSchema]),
  z.templateLiteral(['lint.', z.enum([...forbiddenClassSchema.options, 'personalData'])]),
]);
export type JudgeReason = z.infer<typeof judgeReasonSchema>;

export const judgedPointSchema = z.object({
  norm: normSchema,
  /** Points given (above 0) or taken. The score is 50 and all of them, held between 0 and 100. */
  delta: z.number(),
  reason: judgeReasonSchema,
  /** The words of the answer it was given or taken for. */
  quote: z.string().optional(),
});
export type JudgedPoint = z.infer<typeof judgedPointSchema>;

/** What is thought of one free answer. */
export const verdictSchema = z.object({
  quality: z.enum(['good', 'fair', 'poor']),
  score: z.int().min(0).max(100),
  elements: z.object({
    found: z.array(z.object({ element: answerElementSchema, quote: z.string() })),
    missing: z.array(answerElementSchema),
  }),
  points: z.array(judgedPointSchema),
  /** A line of the library that says it better, or that was hit well. */
  betterLine: z.object({ entryId: z.string(), title: z.string(), text: z.string() }).optional(),
});
export type Verdict = z.infer<typeof verdictSchema>;
