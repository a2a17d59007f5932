import { z } from 'zod';
import { entrySchema } from '../library/release.ts';
import { releasePlanSchema } from './plan.ts';

/** Why nothing was taken from where releases come from; the screen has a sentence and a next step for each. */
export const releaseRefusalSchema = z.enum([
  /** Nobody answered, or the folder cannot be read; nothing is known. */
  'unreachable',
  /** There is no repository of releases in it. */
  'nothingThere',
  /** It offers something older than this desk has seen: rolled back, or an old copy. */
  'older',
  /** The root is past its day: nobody vouches any more for who may sign. */
  'rootExpired',
  /** A signature, a hash or a number does not fit. */
  'refused',
  /** It follows another root than the one this desk trusts. */
  'otherRoot',
]);
export type ReleaseRefusal = z.infer<typeof releaseRefusalSchema>;

export const releaseSourceSchema = z.enum(['server', 'folder', 'ownDesk']);
export type ReleaseSource = z.infer<typeof releaseSourceSchema>;

/** One approved change to the library: an entry as it is to be from now on, or one that is taken back. */
export const approvedChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('put'),
    packId: z.string().max(60),
    entry: entrySchema,
    why: z.string().max(300),
  }),
  z.strictObject({
    kind: z.literal('withdraw'),
    entryId: z.string().max(120),
    why: z.string().max(300),
    replacedBy: z.string().max(120).optional(),
  }),
]);
export type ApprovedChange = z.infer<typeof approvedChangeSchema>;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
export const keyIdSchema = hex(32);
export const publicHexSchema = hex(32);
export const signatureHexSchema = hex(64);

/** What two leads sign together: a release with its changes, or another set of people who may sign. */
export const proposalSchema = z.strictObject({
  proposalId: z.string().max(64),
  kind: z.enum(['release', 'signers']),
  /** The release the changes were made to. */
  baseHash: hex(32),
  plan: releasePlanSchema,
  counts: z.strictObject({ added: z.int().min(0), changed: z.int().min(0), withdrawn: z.int().min(0) }),
  /** The metadata that is signed, as JSON, without signatures. */
  targets: z.string().max(20_000),
  /** The root that comes with it; null where those who may sign stay the same. */
  root: z.string().max(60_000).nullable(),
  /** Imported drafts that this release takes up. */
  draftIds: z.array(z.string().max(64)).max(20_000),
});
export type Proposal = z.infer<typeof proposalSchema>;
