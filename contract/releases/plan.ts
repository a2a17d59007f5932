import { z } from 'zod';
import { siteIdSchema } from '../sync/terms.ts';

/** From when on which sites work with a release; a site that no stage names takes the one for all others. */
export const releaseStageSchema = z.strictObject({
  /** Null: every site that no other stage names. */
  siteIds: z.array(siteIdSchema).min(1).max(200).nullable(),
  fromAtMs: z.int().min(0),
});
export type ReleaseStage = z.infer<typeof releaseStageSchema>;

/** What the leads sign beside the bytes of a release: which one it is, why, and from when it holds where. */
export const releasePlanSchema = z.strictObject({
  version: z.string().regex(/^\d{4}\.\d{1,2}\.\d+$/),
  /** SHA-256 of the canonical JSON inside the packed file. */
  releaseHash: z.string().regex(/^[0-9a-f]{64}$/),
  why: z.string().max(300),
  publishedAtMs: z.int().min(0),
  stages: z.array(releaseStageSchema).max(20),
});
export type ReleasePlan = z.infer<typeof releasePlanSchema>;
