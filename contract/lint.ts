import { z } from 'zod';
import { query } from './declare-call.ts';
import { forbiddenClassSchema, severitySchema } from './library/forbidden.ts';

/** Longest text the live check takes, in UTF-16 units: a long note or a pasted reply. */
export const LINT_TEXT_MAX = 10_000;

/** One place in a text that must not be said like that; offsets are UTF-16, end exclusive. */
const lintFindingSchema = z.object({
  ruleId: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  /** The text as it stands between start and end. */
  matched: z.string(),
  forbiddenClass: forbiddenClassSchema,
  severity: severitySchema,
  reason: z.string(),
  /** What to say instead, ready to be said. */
  rewording: z.string(),
});
export type LintFinding = z.infer<typeof lintFindingSchema>;

export const lintContract = {
  /** Checks a note or a free reply; findings come in text order and never overlap. */
  check: query
    .input(z.object({ text: z.string().max(LINT_TEXT_MAX) }))
    .output(z.object({ findings: z.array(lintFindingSchema) })),
};
