import { z } from 'zod';

/** Stable id of an entry: `pack/slug`, lower-case ASCII, never reused for other wording. */
export const entryIdSchema = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'entry ids look like pack/slug');

/** Calendar day `YYYY-MM-DD` in the site's own time zone. */
export const calendarDaySchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'days look like 2026-11-22');

export const reviewStateSchema = z.enum(['draft', 'inReview', 'approved', 'withdrawn']);

/** Who answers for an entry, from when to when it holds and how often somebody must look at it again. */
export const provenanceSchema = z.strictObject({
  owner: z.string().min(1).describe('post or person who answers for this wording'),
  review: reviewStateSchema.default('approved'),
  version: z.int().min(1).default(1),
  effectiveFrom: calendarDaySchema,
  expiresOn: calendarDaySchema.optional().describe('last day on which the entry holds'),
  reviewEveryDays: z.int().min(1).max(1095).default(180),
  replacedBy: entryIdSchema.optional().describe('what to use once this entry is expired or withdrawn'),
  changeNote: z.string().default(''),
});
export type Provenance = z.infer<typeof provenanceSchema>;

/** The keys every kind of entry shares. */
export const entryBaseShape = {
  id: entryIdSchema,
  title: z.string().min(2).max(40),
  keywords: z.array(z.string().min(1).max(20)).default([]),
  colloquial: z.array(z.string().min(1).max(30)).default([]).describe('how customers or colleagues would put it'),
  provenance: provenanceSchema,
};
