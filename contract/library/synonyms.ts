import { z } from 'zod';
import { entryBaseShape } from './entry-base.ts';

export const synonymGroupSchema = z.strictObject({
  term: z.string().min(1).max(30).describe('what the library calls it'),
  colloquial: z.array(z.string().min(1).max(30)).min(1).describe('what customers and colleagues say'),
});

/** 同义词: what customers call things; search takes each name of a group for every other. */
export const synonymsSchema = z.strictObject({
  kind: z.literal('synonyms'),
  ...entryBaseShape,
  heldOut: z
    .boolean()
    .default(false)
    .describe('kept from the search, to measure how it does on words it was not given'),
  groups: z.array(synonymGroupSchema).min(1),
});
export type Synonyms = z.infer<typeof synonymsSchema>;

/** 停用语: what people say around a matter without naming it; search passes over it. */
export const stopPhrasesSchema = z.strictObject({
  kind: z.literal('stopPhrases'),
  ...entryBaseShape,
  phrases: z.array(z.string().min(1).max(30)).min(1),
});
