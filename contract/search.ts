import { z } from 'zod';
import { channelSchema, stageSchema } from './vocabulary.ts';

/** Longest text the box accepts, in UTF-16 units: a pasted chat, not a document. */
export const SEARCH_TEXT_MAX = 10_000;

export const searchInput = z.object({
  text: z.string().max(SEARCH_TEXT_MAX),
  channel: channelSchema.optional(),
  scene: z.string().optional(),
  stage: stageSchema.optional(),
  includePersonal: z.boolean().optional(),
  limit: z.int().min(1).max(50).default(20),
});
/** What a caller passes; `limit` may be left out. */
export type SearchInput = z.input<typeof searchInput>;

/** How the typed text led to a hit. */
export const matchHowSchema = z.enum([
  'exact',
  'pinyin',
  'initials',
  'mixed',
  'synonym',
  'corrected',
  'sentence',
  'traditional',
]);
export type MatchHow = z.infer<typeof matchHowSchema>;

/** A stretch of text in UTF-16 offsets, end exclusive. */
export const textRangeSchema = z.tuple([z.int().min(0), z.int().min(0)]);
export type TextRange = z.infer<typeof textRangeSchema>;

export const matchReasonSchema = z.object({
  how: matchHowSchema,
  /** What was typed, where it differs from what matched (a typo, a colloquial word, a traditional spelling). */
  typed: z.string().optional(),
  /** What it was taken for. */
  matched: z.string().optional(),
});
export type MatchReason = z.infer<typeof matchReasonSchema>;

export const searchHit = z.object({
  entryId: z.string(),
  title: z.string(),
  titleMarks: z.array(textRangeSchema),
  excerpt: z.string(),
  excerptMarks: z.array(textRangeSchema),
  reason: matchReasonSchema,
  /** True: only something alike was found; the desk shows it under 相近. */
  near: z.boolean(),
  stage: stageSchema.optional(),
  kind: z.string(),
  packTitle: z.string(),
});
export type SearchHit = z.infer<typeof searchHit>;

/** What else the library holds on the text: nothing to say, but to read or to start. */
export const otherEntrySchema = z.object({
  entryId: z.string(),
  kind: z.enum(['notice', 'specialCall', 'decisionTable', 'stepList', 'article', 'productSheet', 'forbidden']),
  title: z.string(),
  titleMarks: z.array(textRangeSchema),
  packTitle: z.string(),
});
export type OtherEntry = z.infer<typeof otherEntrySchema>;

/** What is said while an incident or an alert is in force, where it concerns what was found. */
export const noticeInForceSchema = z.object({
  /** Of the alert or the incident. */
  alertId: z.string(),
  incidentId: z.string().optional(),
  entryId: z.string(),
  kind: z.enum(['notice', 'line', 'courtesy']),
  title: z.string(),
  excerpt: z.string(),
});
export type NoticeInForce = z.infer<typeof noticeInForceSchema>;

export const searchResult = z.object({
  hits: z.array(searchHit),
  /** Stand above everything until their alert ends. */
  notices: z.array(noticeInForceSchema).default([]),
  /** At most three that hold the words, below the lines. */
  others: z.array(otherEntrySchema).default([]),
  /** How many entries matched before the list was cut to `limit`. */
  total: z.int().min(0),
  tookMs: z.number().min(0),
  /** How the text was read, when that is not plain: 「信好」 taken for 「信号」. */
  interpretation: z.string().optional(),
});
export type SearchResult = z.infer<typeof searchResult>;
