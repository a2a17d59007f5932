import { z } from 'zod';
import { entryBaseShape, entryIdSchema } from './entry-base.ts';
import { templateTextSchema, variableSchema } from './line.ts';

/** 片段: template text that several lines take in with `{% render 'pack/slug' %}`, so that it changes in one place. */
export const fragmentSchema = z.strictObject({
  kind: z.literal('fragment'),
  ...entryBaseShape,
  text: templateTextSchema,
  variables: z
    .array(variableSchema)
    .default([])
    .describe('gaps of the text; a line that takes it in declares them too'),
  fragments: z.array(entryIdSchema).default([]).describe('other fragments that the text takes in'),
});
export type Fragment = z.infer<typeof fragmentSchema>;
