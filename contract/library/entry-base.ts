import { z } from 'zod';

/** Stable id of an entry: `pack/slug`, lower-case ASCII, never reused for other wording. */
export const entryIdSchema = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'entry ids look like pack/slug');

/** Id of something inside one entry: a step, a field, a plan … */
export const localIdSchema = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'ids inside an entry are camelCase');

/** Scene of a pack, as its `pack.yaml` names it. */
export const sceneIdSchema = z.string().regex(/^[a-z][a-z0-9-]*$/, 'scene ids are lower-case');

/** Calendar day `YYYY-MM-DD` in the site's own time zone. */
export const calendarDaySchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'days look like 2026-11-22');

/** Wall-clock moment `YYYY-MM-DDTHH:mm` in the site's own time zone; two of them compare as text. */
export const siteMomentSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/, 'moments look like 2026-11-22T08:30');

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
  title: z.string().min(2).max(60),
  keywords: z.array(z.string().min(1).max(30)).default([]),
  colloquial: z.array(z.string().min(1).max(60)).default([]).describe('how customers or colleagues would put it'),
  provenance: provenanceSchema,
};
