import { z } from 'zod';
import { variableSchema, variantNameSchema } from '../library/line.ts';
import { renderedVariantSchema } from '../library.ts';
import { alikeSchema, textPartSchema } from '../library-exchange.ts';
import { entryFaultSchema } from '../library-faults.ts';
import { fieldDifferenceSchema } from '../library-history.ts';
import { lintFindingSchema } from '../lint.ts';
import { matchHowSchema } from '../search.ts';
import {
  checkItemSchema,
  draftIdSchema,
  looseEntrySchema,
  revisionIdSchema,
  spotSchema,
  verdictSchema,
  workshopStateSchema,
} from './terms.ts';

export const draftRowSchema = z.object({
  draftId: draftIdSchema,
  entryId: z.string(),
  packId: z.string(),
  packTitle: z.string(),
  kind: z.string(),
  title: z.string(),
  state: workshopStateSchema,
  /** The entry in force is changed by it; otherwise it is new. */
  changes: z.boolean(),
  changedAtMs: z.int(),
  changedBy: z.string(),
  /** The file it came in with. */
  imported: z.object({ importId: z.string(), fileName: z.string() }).nullable(),
  /** What a step names: the revision that stands there now. */
  revisionId: revisionIdSchema,
  soughtFor: z.string().nullable(),
  openComments: z.int().min(0),
  mergeOpen: z.boolean(),
  /** The person who asks wrote none of it and may review it. */
  mayReview: z.boolean(),
});
export type DraftRow = z.infer<typeof draftRowSchema>;

export const commentSchema = z.object({
  commentId: z.string(),
  atMs: z.int(),
  personName: z.string(),
  spot: spotSchema.nullable(),
  text: z.string(),
  settled: z.boolean(),
  /** The words it was about still stand there. */
  fits: z.boolean(),
});
export type Comment = z.infer<typeof commentSchema>;

/** One key that both sides changed: the text before, and both texts after; `merged` where they can stand together. */
export const mergeFieldSchema = z.object({
  path: z.string(),
  before: z.string().nullable(),
  mine: z.string().nullable(),
  theirs: z.string().nullable(),
  merged: z.string().nullable(),
});
export type MergeField = z.infer<typeof mergeFieldSchema>;

export const mergeSchema = z.object({
  /** `revisions`: two people saved apart. `inForce`: the library moved on below the draft. */
  kind: z.enum(['revisions', 'inForce']),
  /** What a save names as `basedOn` to close it. */
  basedOn: z.array(revisionIdSchema),
  mineBy: z.string(),
  theirsBy: z.string(),
  fields: z.array(mergeFieldSchema),
  /** Everything that goes together by itself; the fields above stand as in `mine`. */
  entry: looseEntrySchema,
  theirs: looseEntrySchema,
});
export type Merge = z.infer<typeof mergeSchema>;

const stepSchema = z.object({
  atMs: z.int(),
  personName: z.string(),
  what: z.enum([
    'opened',
    'submitted',
    'takenBack',
    'approved',
    'changesRequested',
    'scheduled',
    'leftOut',
    'inForce',
    'discarded',
  ]),
  note: z.string(),
  checked: z.array(checkItemSchema),
});
export type DraftStep = z.infer<typeof stepSchema>;

export const draftViewSchema = draftRowSchema.extend({
  entry: looseEntrySchema,
  /** What it would change; empty for a new entry. */
  differences: z.array(fieldDifferenceSchema),
  comments: z.array(commentSchema),
  steps: z.array(stepSchema),
  merge: mergeSchema.nullable(),
  verdict: verdictSchema.nullable(),
});
export type DraftView = z.infer<typeof draftViewSchema>;

/** What keeps a decision table or a flow from being complete. */
export const outlineGapSchema = z.enum([
  /** An answer leads nowhere. */
  'openAnswer',
  /** A finding that is not accepted leads nowhere, and is no end. */
  'noOtherWay',
  'unreachable',
  /** Nothing that follows ends. */
  'noEnd',
  /** Who can tell nothing and accepts nothing goes round. */
  'circle',
  /** There has to be exactly one answer for who cannot tell. */
  'cannotTell',
  'noWords',
  'fewAnswers',
  /** The line to say is not there. */
  'noLine',
  /** A field is asked for that the table does not have. */
  'noField',
  'noStart',
  /** Tried out with everything done, the stage was still not left. */
  'stuck',
  'twice',
]);
export type OutlineGap = z.infer<typeof outlineGapSchema>;

/** Something to mend or to weigh in a draft; `must` keeps it from review. */
export const draftFindingSchema = z.object({
  /** Dotted key of the entry. */
  path: z.string(),
  weight: z.enum(['must', 'should']),
  /** `words`: as the desk checks what is typed. `rule`: a rule of the library. `alike`: `text` is what the other says. */
  kind: z.enum(['words', 'rule', 'noBasis', 'basisSuperseded', 'basisUnverified', 'alike', 'outline']),
  text: z.string(),
  /** For `outline`: where a table or a flow cannot be gone through to its end; `text` is the part it is about. */
  gap: outlineGapSchema.nullable(),
  rule: entryFaultSchema.nullable(),
  /** For `words`: where in the text of the key, gaps counted as they stand in the template. */
  words: lintFindingSchema.nullable(),
  /** For a basis that was replaced: what holds the matter now. */
  successor: z.object({ entryId: z.string(), title: z.string() }).nullable(),
  alike: alikeSchema.nullable(),
});
export type DraftFinding = z.infer<typeof draftFindingSchema>;

export const draftLookSchema = z.object({
  findings: z.array(draftFindingSchema),
  /** Titles of the entries it names, by id. */
  titles: z.record(z.string(), z.string()),
  /** Every variant as a customer would hear it, gaps filled with samples. */
  preview: z.array(renderedVariantSchema),
  readings: z.array(
    z.object({
      variant: variantNameSchema,
      characters: z.int().min(0),
      /** Read aloud at the speed of the site. */
      seconds: z.int().min(0),
      longestSentence: z.int().min(0),
    }),
  ),
  charactersPerMinute: z.int(),
  longestAllowed: z.int(),
});
export type DraftLook = z.infer<typeof draftLookSchema>;

const rankSchema = z.object({
  text: z.string(),
  from: z.enum(['title', 'initials', 'keyword', 'colloquial', 'failed', 'typed']),
  /** Place among the hits, from 1; null where it is not found. */
  rank: z.int().min(1).nullable(),
  how: matchHowSchema.nullable(),
  /** For failed searches: how often in the last thirty days. */
  times: z.int().min(0),
});
export type Rank = z.infer<typeof rankSchema>;
export const draftRanksSchema = z.object({
  ranks: z.array(rankSchema),
  /** What people typed in vain and that has to do with it, not yet found by it. */
  suggestions: z.array(z.object({ text: z.string(), times: z.int().min(1), solvedHere: z.boolean() })),
});
export type DraftRanks = z.infer<typeof draftRanksSchema>;

/** What changing a fragment does to one text that takes it in. */
export const fragmentEffectSchema = z.object({
  entryId: z.string(),
  title: z.string(),
  packTitle: z.string(),
  variant: variantNameSchema.nullable(),
  parts: z.array(textPartSchema),
  /** A sentence that is too long to be said in one breath from then on. */
  tooLong: z.boolean(),
});
export type FragmentEffect = z.infer<typeof fragmentEffectSchema>;

export const dueEntrySchema = z.object({
  entryId: z.string(),
  entryHash: z.string(),
  kind: z.string(),
  title: z.string(),
  packTitle: z.string(),
  owner: z.string(),
  everyDays: z.int(),
  verifiedOn: z.string(),
  dueOn: z.string(),
  expiresOn: z.string().nullable(),
  /** The most pressing first. */
  why: z.array(z.enum(['expired', 'basisSuperseded', 'overdue', 'expiring', 'soon'])),
  basis: z.array(z.object({ title: z.string(), successor: z.string().nullable() })),
});
export type DueEntry = z.infer<typeof dueEntrySchema>;

export const knownVariableSchema = variableSchema;
