import { z } from 'zod';
import { query } from './declare-call.ts';
import { callErrors } from './errors.ts';
import { entryKindSchema } from './library-browse.ts';
import { textPartSchema } from './library-exchange.ts';

const entryVersionSchema = z.object({
  /** SHA-256 (hex) of the entry as it was: the name of exactly this wording. */
  entryHash: z.string(),
  version: z.int(),
  /** The release that brought it to this desk, and when. */
  releaseVersion: z.string(),
  appliedAtMs: z.int(),
  owner: z.string(),
  effectiveFrom: z.string(),
  changeNote: z.string(),
  /** It is in the release in force. */
  current: z.boolean(),
  copied: z.int().min(0),
  said: z.int().min(0),
});
export type EntryVersion = z.infer<typeof entryVersionSchema>;

/** One place where two versions differ, sentence beside sentence; a side is null where the sentence is not there. */
export const fieldDifferenceSchema = z.object({
  /** Key of the entry, such as `variants.standard` or `provenance.effectiveFrom`. */
  path: z.string(),
  sentences: z.array(
    z.object({
      changed: z.boolean(),
      before: z.array(textPartSchema).nullable(),
      after: z.array(textPartSchema).nullable(),
    }),
  ),
});
export type FieldDifference = z.infer<typeof fieldDifferenceSchema>;

export const libraryHistoryContract = {
  /** Every version of an entry this desk has had, newest first, with how often each was used here. */
  entryHistory: query
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ entryId: z.string() }))
    .output(
      z.object({
        entryId: z.string(),
        kind: entryKindSchema,
        title: z.string(),
        versions: z.array(entryVersionSchema).min(1),
      }),
    ),
  /** What changed from one version of an entry to another. */
  compareVersions: query
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ entryId: z.string(), before: z.string(), after: z.string() }))
    .output(z.object({ fields: z.array(fieldDifferenceSchema) })),
  /** The exact version behind a use of a line: its wording as it stood then, and whether it still stands. */
  usedVersion: query
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ eventId: z.string() }))
    .output(
      z.object({
        entryId: z.string(),
        version: z.int(),
        /** Null when this desk never had the release it came from, or it was a personal line. */
        entryHash: z.string().nullable(),
        current: z.boolean(),
        title: z.string(),
        text: z.string(),
      }),
    ),
};
