import { z } from 'zod';

/**
 * Where a draft stands. `scheduled` lies in a release that waits for signatures, `inForce` was published with one; what becomes of the
 * entry afterwards (expiring, expired, withdrawn) is told by its days.
 */
export const workshopStateSchema = z.enum([
  'draft',
  'inReview',
  'changesRequested',
  'approved',
  'scheduled',
  'inForce',
  'discarded',
]);
export type WorkshopState = z.infer<typeof workshopStateSchema>;

export const draftIdSchema = z.string().min(1).max(64);
export const revisionIdSchema = z.string().min(1).max(80);

/** Longest entry a draft may hold, in characters of its JSON. */
export const DRAFT_MAX = 120_000;

/** An entry while it is written: its kind and id stand, everything else may be missing or unfinished. */
export const looseEntrySchema = z
  .looseObject({ kind: z.string().min(1).max(30), id: z.string().min(3).max(120) })
  .refine((entry) => JSON.stringify(entry).length <= DRAFT_MAX, 'the draft is too long');
export type LooseEntry = z.infer<typeof looseEntrySchema>;

/** Kinds somebody may begin anew; the others have a shape that one changes and does not make up. */
export const newEntryKinds = [
  'line',
  'courtesy',
  'notice',
  'forbidden',
  'rewording',
  'article',
  'fragment',
  'synonyms',
  'decisionTable',
] as const;
export const newEntryKindSchema = z.enum(newEntryKinds);
export type NewEntryKind = z.infer<typeof newEntryKindSchema>;

/** A place in a draft: a key such as `variants.standard`, and the stretch of its text, end exclusive. */
export const spotSchema = z.strictObject({
  path: z.string().min(1).max(200),
  start: z.int().min(0),
  end: z.int().min(0),
  /** The text as it stood when the remark was made. */
  quote: z.string().max(300),
});
export type Spot = z.infer<typeof spotSchema>;

/** What a reviewer holds a text against before it may be said to customers. */
export const checklist = [
  'feelings',
  'natural',
  'promise',
  'nextStep',
  'realReason',
  'basis',
  'gaps',
  'found',
] as const;
export const checkItemSchema = z.enum(checklist);
export type CheckItem = z.infer<typeof checkItemSchema>;

export const verdictSchema = z.enum(['approved', 'changesRequested']);
export type Verdict = z.infer<typeof verdictSchema>;

/** Why a step with a draft cannot be taken. */
export const workshopRefusalSchema = z.enum([
  /** Nobody reviews what they wrote. */
  'ownWording',
  'wrongState',
  /** Two people changed it apart, and nobody has decided yet. */
  'mergeOpen',
  /** A rule of the library is broken. */
  'notSound',
  'checklistOpen',
  /** Changes are asked for without a word about which. */
  'nothingSaid',
  /** What was looked at is not what stands there now. */
  'outOfDate',
]);
export type WorkshopRefusal = z.infer<typeof workshopRefusalSchema>;
