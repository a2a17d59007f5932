import { z } from 'zod';
import { query } from './declare-call.ts';
import { callErrors } from './errors.ts';
import { type EntryKind, entrySchema } from './library/release.ts';
import { basisArticleSchema, lineUsabilitySchema } from './library.ts';
import { stageSchema } from './vocabulary.ts';

const kinds = {
  line: true,
  courtesy: true,
  forbidden: true,
  rewording: true,
  decisionTable: true,
  flow: true,
  specialCall: true,
  stepList: true,
  article: true,
  productSheet: true,
  notice: true,
  incidentPlan: true,
  scenario: true,
  fragment: true,
  synonyms: true,
  stopPhrases: true,
} satisfies Record<EntryKind, true>;

/** Every kind of entry, in the order in which the library shows them. */
export const entryKinds = Object.keys(kinds) as [EntryKind, ...EntryKind[]];
export const entryKindSchema = z.enum(entryKinds);

export const entryStateSchema = lineUsabilitySchema.shape.state;
export type EntryState = z.infer<typeof entryStateSchema>;

/** All that can narrow the library down; what is left out does not narrow. They combine. */
export const libraryFilterShape = {
  text: z.string().max(200).default(''),
  packId: z.string().optional(),
  kind: entryKindSchema.optional(),
  stage: stageSchema.optional(),
  /** Scene ids may repeat between packs: a scene counts within its pack. */
  scene: z.string().optional(),
  state: entryStateSchema.optional(),
  /** The person's favourites, or the lines they wrote for themselves; without it, the team's library. */
  only: z.enum(['favourites', 'personal']).optional(),
};

const entrySummarySchema = z.object({
  entryId: z.string(),
  kind: entryKindSchema,
  title: z.string(),
  excerpt: z.string(),
  packTitle: z.string(),
  sceneLabel: z.string(),
  stage: stageSchema.optional(),
  usability: lineUsabilitySchema,
  favourite: z.boolean(),
  /** An article nobody has held against the official text yet. */
  unverified: z.boolean(),
});
export type EntrySummary = z.infer<typeof entrySummarySchema>;

const facetSchema = z.array(z.object({ value: z.string(), label: z.string().optional(), entries: z.int().min(1) }));
export type Facet = z.infer<typeof facetSchema>;

const namedEntrySchema = z.object({
  entryId: z.string(),
  kind: entryKindSchema,
  title: z.string(),
  packTitle: z.string(),
  state: entryStateSchema,
});
export type NamedEntry = z.infer<typeof namedEntrySchema>;

const entryDetailSchema = z.object({
  entryId: z.string(),
  entry: entrySchema,
  packTitle: z.string(),
  sceneLabel: z.string(),
  usability: lineUsabilitySchema,
  favourite: z.boolean(),
  /** Titles of the entries it names, by id. */
  titles: z.record(z.string(), z.string()),
  /** The entries that name it. */
  namedBy: z.array(namedEntrySchema),
});
export type EntryDetail = z.infer<typeof entryDetailSchema>;

export const libraryBrowseContract = {
  /**
   * One page of what the filters leave, and how many entries each further filter would leave. With a text, best matches
   * come first, at most 1,000 of them. `cursor` counts from the first entry; `nextCursor` is null on the last page.
   */
  browse: query
    .input(
      z.object({
        ...libraryFilterShape,
        cursor: z.int().min(0).default(0),
        limit: z.int().min(1).max(200).default(100),
      }),
    )
    .output(
      z.object({
        items: z.array(entrySummarySchema),
        total: z.int().min(0),
        nextCursor: z.int().nullable(),
        counts: z.object({
          packs: facetSchema,
          kinds: facetSchema,
          stages: facetSchema,
          scenes: facetSchema,
          states: facetSchema,
        }),
        own: z.object({ favourites: z.int().min(0), personal: z.int().min(0) }),
      }),
    ),
  /** One entry of any kind as the release carries it, with what it names and what names it. */
  entry: query
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ entryId: z.string() }))
    .output(entryDetailSchema),
  /** An article to read beside a line, and everything that cites it. */
  article: query
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ entryId: z.string() }))
    .output(
      basisArticleSchema.extend({
        supersededOn: z.string().optional(),
        note: z.string(),
        citedBy: z.array(namedEntrySchema),
      }),
    ),
};
