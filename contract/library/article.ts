import { z } from 'zod';
import { calendarDaySchema, entryBaseShape, entryIdSchema, sceneIdSchema } from './entry-base.ts';

/** 依据: one article of a law, regulation or contract, told in our own words. */
export const articleSchema = z.strictObject({
  kind: z.literal('article'),
  ...entryBaseShape,
  scene: sceneIdSchema,
  lawName: z.string().min(2).max(60),
  lawNumber: z.string().min(2).max(60).optional().describe('number of the order or decree, where it has one'),
  articleNo: z.string().min(1).max(40).describe('such as 第二百七十八条'),
  summary: z.string().min(10).max(400).describe('what it says, in our own words, never its text'),
  effectiveFrom: calendarDaySchema.describe('day on which the law itself took effect'),
  status: z.enum(['inForce', 'superseded']),
  supersededOn: calendarDaySchema.optional(),
  supersededBy: entryIdSchema.optional().describe('the article that holds the matter now'),
  verified: z.boolean().default(false).describe('a lead has held it against the official text; until then 依据待核'),
  note: z.string().max(200).default('').describe('why there is no successor, what changed, what to look at'),
});
export type Article = z.infer<typeof articleSchema>;
