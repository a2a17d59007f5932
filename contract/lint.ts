import { z } from 'zod';
import { query } from './declare-call.ts';
import { forbiddenClassSchema, severitySchema } from './library/forbidden.ts';
import { causeSchema } from './site-rules.ts';

/** Longest text the live check takes, in UTF-16 units: a long note or a pasted reply. */
export const LINT_TEXT_MAX = 10_000;

/** Whom a text is for: words that are fine in a record, like those of the trade, are not fine before a customer. */
export const audienceSchema = z.enum(['record', 'customer']);
export type Audience = z.infer<typeof audienceSchema>;

/** The rules that are not phrases of the library: they reckon with amounts, times and numbers. Their ids begin with `check/`. */
export const reckonedRuleSchema = z.enum([
  'amount',
  'guarantee',
  'vagueTime',
  'tooLate',
  'closedHour',
  'repairTime',
  'idCard',
  'bankCard',
  'mobile',
]);
export type ReckonedRule = z.infer<typeof reckonedRuleSchema>;

/** Why a reckoned rule minds, as a sentence of the interface with its figures. */
const reckonedReasonSchema = z.object({
  code: reckonedRuleSchema,
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ReckonedReason = z.infer<typeof reckonedReasonSchema>;

/** One place in a text that must not be said like that; offsets are UTF-16, end exclusive. */
export const lintFindingSchema = z.object({
  ruleId: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  /** The text as it stands between start and end. */
  matched: z.string(),
  forbiddenClass: z.enum([...forbiddenClassSchema.options, 'personalData']),
  severity: severitySchema,
  /** A lead said that this must be mended before the conversation can be finished. */
  blocks: z.boolean(),
  /** A sentence of the library, or one of the interface with its figures. */
  reason: z.union([z.string(), reckonedReasonSchema]),
  /** What to say instead, ready to be said. */
  rewording: z.string(),
});
export type LintFinding = z.infer<typeof lintFindingSchema>;

export const lintContract = {
  /** Checks a note or a free reply; findings come in text order and never overlap. `cause` narrows the amounts one may promise. */
  check: query
    .input(
      z.object({
        text: z.string().max(LINT_TEXT_MAX),
        audience: audienceSchema.default('customer'),
        cause: causeSchema.nullable().default(null),
      }),
    )
    .output(z.object({ findings: z.array(lintFindingSchema) })),
  /** Every rule there is, for the lead who says which of them block. */
  rules: query.output(
    z.array(z.object({ ruleId: z.string(), title: z.string().nullable(), reckoned: reckonedRuleSchema.nullable() })),
  ),
};
