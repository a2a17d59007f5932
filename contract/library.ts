import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { courtesyKindSchema, variableTypeSchema, variantNameSchema } from './library/line.ts';
import { searchInput, searchResult } from './search.ts';
import { channelSchema, stageSchema, tierSchema } from './vocabulary.ts';

/** A stretch of a rendered line: plain wording, a gap that is filled (by a value or its default), or one still open. */
export const segmentSchema = z.object({
  text: z.string(),
  variable: z.string().optional(),
  state: z.enum(['wording', 'filled', 'default', 'missing']),
});
export type Segment = z.infer<typeof segmentSchema>;

export const renderedVariantSchema = z.object({
  variant: variantNameSchema,
  segments: z.array(segmentSchema),
  /** Names of the variables still open in this variant. */
  missing: z.array(z.string()),
});
export type RenderedVariant = z.infer<typeof renderedVariantSchema>;

export const lineUsabilitySchema = z.object({
  state: z.enum(['inForce', 'notYet', 'expired', 'withdrawn']),
  /** The day it starts to hold (notYet) or last held (expired), `YYYY-MM-DD`. */
  day: z.string().optional(),
  replacedBy: z.object({ entryId: z.string(), title: z.string() }).optional(),
});
export type LineUsability = z.infer<typeof lineUsabilitySchema>;

export const forbiddenNeighbourSchema = z.object({
  entryId: z.string(),
  phrase: z.string(),
  forbiddenClass: z.string(),
  reason: z.string(),
  rewording: z.string(),
});

/** An article that a line rests on. Unless `verified`, nobody has held it against the official text yet: 依据待核. */
export const basisArticleSchema = z.object({
  entryId: z.string(),
  title: z.string(),
  lawName: z.string(),
  lawNumber: z.string().optional(),
  articleNo: z.string(),
  summary: z.string(),
  effectiveFrom: z.string(),
  status: z.enum(['inForce', 'superseded']),
  verified: z.boolean(),
  supersededBy: z.object({ entryId: z.string(), title: z.string() }).optional(),
});
export type BasisArticle = z.infer<typeof basisArticleSchema>;

/** A line or courtesy phrase as the centre of the desk shows it. */
export const lineViewSchema = z.object({
  entryId: z.string(),
  kind: z.enum(['line', 'courtesy']),
  courtesyKind: courtesyKindSchema.optional(),
  title: z.string(),
  packId: z.string(),
  packTitle: z.string(),
  sceneLabel: z.string(),
  stage: stageSchema.optional(),
  channels: z.array(channelSchema),
  tiers: z.array(tierSchema),
  version: z.int(),
  effectiveFrom: z.string(),
  expiresOn: z.string().optional(),
  usability: lineUsabilitySchema,
  favourite: z.boolean(),
  variants: z.array(renderedVariantSchema),
  variables: z.array(
    z.object({ name: z.string(), label: z.string(), type: variableTypeSchema, default: z.string().optional() }),
  ),
  forbidden: z.array(forbiddenNeighbourSchema),
  related: z.array(z.object({ entryId: z.string(), title: z.string() })),
  basis: z.array(basisArticleSchema),
  owner: z.string(),
  changeNote: z.string(),
});
export type LineView = z.infer<typeof lineViewSchema>;

/** Values for variables by name; an absent or empty one leaves the gap open (or its default in place). */
export const variableValuesSchema = z.record(z.string().max(40), z.string().max(200));
export type VariableValues = z.infer<typeof variableValuesSchema>;

export const lineUseInput = z.object({
  entryId: z.string(),
  variant: variantNameSchema,
  values: variableValuesSchema,
  channel: channelSchema.optional(),
  conversationId: z.string().optional(),
  /** What was in the search box when the line was taken; empty when it was not searched for. */
  searchText: z.string().max(10_000).default(''),
});

export const lineUseSchema = z.object({
  eventId: z.string(),
  atMs: z.int(),
  how: z.enum(['copied', 'said']),
  entryId: z.string(),
  version: z.int(),
  variant: variantNameSchema,
  title: z.string(),
  text: z.string(),
  personName: z.string(),
});
export type LineUse = z.infer<typeof lineUseSchema>;

export const lineSummarySchema = z.object({
  entryId: z.string(),
  kind: z.enum(['line', 'courtesy']),
  title: z.string(),
  excerpt: z.string(),
  stage: stageSchema.optional(),
  packTitle: z.string(),
  favourite: z.boolean(),
  uses: z.int().min(0),
});
export type LineSummary = z.infer<typeof lineSummarySchema>;

const lineUseErrors = {
  notFound: callErrors.notFound,
  lineNotUsable: callErrors.lineNotUsable,
  variablesMissing: callErrors.variablesMissing,
};

export const libraryContract = {
  search: query.input(searchInput).output(searchResult),
  /** How names of the desk itself (people, places, commands) are typed in letters: for each, in full and as initials. */
  spellings: query
    .input(z.object({ names: z.array(z.string().max(80)).max(500) }))
    .output(z.array(z.array(z.string()))),
  line: query
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ entryId: z.string(), values: variableValuesSchema.default({}) }))
    .output(lineViewSchema),
  /** What the list shows before anything is typed: favourites, then most used, then what suits the hour. */
  atHand: query
    .input(
      z.object({
        channel: channelSchema.optional(),
        scene: z.string().optional(),
        limit: z.int().min(1).max(50).default(12),
      }),
    )
    .output(z.array(lineSummarySchema)),
  packs: query.output(
    z.array(
      z.object({
        packId: z.string(),
        title: z.string(),
        description: z.string(),
        entries: z.int(),
        scenes: z.array(z.object({ id: z.string(), label: z.string(), entries: z.int() })),
      }),
    ),
  ),
  /** Records the copy and returns the text for the clipboard; refused for lines that are not in force or have open gaps. */
  copyLine: command
    .errors(lineUseErrors)
    .input(lineUseInput)
    .output(z.object({ text: z.string(), eventId: z.string() })),
  /** Records that the line was spoken to the customer; in chat the desk also copies the returned text. */
  sayLine: command
    .errors(lineUseErrors)
    .input(lineUseInput)
    .output(z.object({ text: z.string(), eventId: z.string() })),
  setFavourite: command
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ entryId: z.string(), favourite: z.boolean() }))
    .output(z.null()),
  recentUses: query.input(z.object({ limit: z.int().min(1).max(100).default(12) })).output(z.array(lineUseSchema)),
  /** Tells the lead what was searched for and not found. */
  reportMissing: command
    .input(
      z.object({ text: z.string().min(1).max(200), channel: channelSchema.optional(), scene: z.string().optional() }),
    )
    .output(z.null()),
};

const lineUsePayload = z.object({
  entryId: z.string(),
  version: z.int(),
  entryHash: z.string(),
  variant: variantNameSchema,
  /** The wording with personal values left out (their labels stand in brackets), so that erasing a customer leaves it whole. */
  text: z.string(),
  channel: channelSchema.nullable(),
  conversationId: z.string().nullable(),
  /** What was in the search box, numbers masked. */
  searchText: z.string(),
});
export const lineCopied = declareEvent('line.copied', 1, lineUsePayload);
export const lineSaid = declareEvent('line.said', 1, lineUsePayload);
export const favouriteSet = declareEvent('favourite.set', 1, z.object({ entryId: z.string(), favourite: z.boolean() }));
export const missingReported = declareEvent(
  'search.missingReported',
  1,
  z.object({ text: z.string(), channel: channelSchema.nullable(), scene: z.string().nullable() }),
);
export const releaseApplied = declareEvent(
  'release.applied',
  1,
  z.object({ version: z.string(), releaseHash: z.string(), entries: z.int(), origin: z.enum(['starter']) }),
);
