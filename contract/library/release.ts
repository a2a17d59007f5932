import { z } from 'zod';
import { articleSchema } from './article.ts';
import { decisionTableSchema } from './decision-table.ts';
import { flowSchema } from './flow.ts';
import { forbiddenSchema } from './forbidden.ts';
import { fragmentSchema } from './fragment.ts';
import { incidentPlanSchema } from './incident-plan.ts';
import { courtesySchema, lineSchema } from './line.ts';
import { noticeSchema } from './notice.ts';
import { productSheetSchema } from './product-sheet.ts';
import { rewordingSchema } from './rewording.ts';
import { scenarioSchema } from './scenario.ts';
import { specialCallSchema } from './special-call.ts';
import { stepListSchema } from './step-list.ts';
import { stopPhrasesSchema, synonymsSchema } from './synonyms.ts';

/** Any entry of the library. */
export const entrySchema = z.discriminatedUnion('kind', [
  lineSchema,
  courtesySchema,
  forbiddenSchema,
  decisionTableSchema,
  flowSchema,
  specialCallSchema,
  noticeSchema,
  incidentPlanSchema,
  articleSchema,
  productSheetSchema,
  scenarioSchema,
  fragmentSchema,
  rewordingSchema,
  stepListSchema,
  synonymsSchema,
  stopPhrasesSchema,
]);
export type Entry = z.infer<typeof entrySchema>;
export type EntryKind = Entry['kind'];

/** `pack.yaml` of a pack folder. */
export const packSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string().min(2).max(32),
  description: z.string().min(4).max(200),
  scenes: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]*$/), label: z.string().min(1).max(24) }))
    .min(1),
});
export type Pack = z.infer<typeof packSchema>;

/** One entry as a release carries it: its pack, and the SHA-256 (hex) of its canonical form. */
export const releasedEntrySchema = z.strictObject({
  packId: z.string(),
  entryHash: z.string().regex(/^[0-9a-f]{64}$/),
  entry: entrySchema,
});
export type ReleasedEntry = z.infer<typeof releasedEntrySchema>;

/** One compiled, versioned, hashed release of the library for one locale set. Its hash is over the canonical JSON of this object. */
export const releaseSchema = z.strictObject({
  format: z.literal(1),
  version: z.string().regex(/^\d{4}\.\d{1,2}\.\d+$/),
  packs: z.array(packSchema.extend({ locale: z.enum(['zh-CN', 'en']) })).min(1),
  entries: z.array(releasedEntrySchema).min(1),
});
export type Release = z.infer<typeof releaseSchema>;
