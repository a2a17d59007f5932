import { z } from 'zod';
import { entryBaseShape, entryIdSchema } from './entry-base.ts';

/** The five classes of the service manuals, then those that good manuals add. */
export const forbiddenClassSchema = z.enum([
  'callingOut',
  'interrogating',
  'arrogance',
  'ordering',
  'shirking',
  'negativeAbility',
  'jargon',
  'filler',
  'mockery',
  'blamingColleagues',
  'beyondAuthority',
  'undatedGuarantee',
  'ruleAlone',
  'inventedReason',
]);

export const severitySchema = z.enum(['block', 'warn', 'advise']);

/**
 * One way of finding the phrase in text. `phrase` matches the characters as they stand, ignoring spaces and width;
 * `pattern` is a regular expression (flag `u`) for what a phrase cannot say.
 */
export const lintMatcherSchema = z.union([
  z.strictObject({ phrase: z.string().min(1).max(60) }),
  z.strictObject({ pattern: z.string().min(1).max(200) }),
]);

/** 服务禁语 with its reason and its rewording (换一种说法), carrying its own examples as proof. */
export const forbiddenSchema = z.strictObject({
  kind: z.literal('forbidden'),
  ...entryBaseShape,
  class: forbiddenClassSchema,
  severity: severitySchema.default('warn'),
  matchers: z.array(lintMatcherSchema).min(1),
  allow: z.array(z.string().min(1)).default([]).describe('longer phrases in which a match is harmless'),
  reason: z.string().min(4).max(120),
  rewording: z.string().min(2).max(200).describe('what to say instead, ready to be said'),
  fails: z.array(z.string().min(2)).min(1).describe('sentences this rule must flag'),
  passes: z.array(z.string().min(2)).min(1).describe('sentences close by that it must leave alone'),
  related: z.array(entryIdSchema).default([]),
});
export type Forbidden = z.infer<typeof forbiddenSchema>;
