import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { callErrors } from './errors.ts';
import { behindRowSchema, behindSchema, insightFiguresSchema, insightQuerySchema } from './insight/views.ts';

const asked = query.errors({ notSignedIn: callErrors.notSignedIn, notAllowed: callErrors.notAllowed });

/** A table of figures as a person reads it, in the language of the window. */
const sheetSchema = z.strictObject({
  name: z.string().min(1).max(31),
  finding: z.string().max(200),
  header: z.array(z.string().max(80)).min(1).max(12),
  rows: z.array(z.array(z.union([z.string().max(2_000), z.number()])).max(12)).max(5_000),
});
export type InsightSheet = z.infer<typeof sheetSchema>;

export const insightContract = {
  /** All figures of a period. Agents see their own; what is not theirs is `notAllowed`. */
  figures: asked.input(insightQuerySchema).output(insightFiguresSchema),
  /** The events a figure counted, the newest first; `key` narrows it to one bar of a chart. */
  behind: asked
    .input(
      insightQuerySchema.extend({
        what: behindSchema,
        key: z.string().max(200).nullable(),
        /** `next` of the page before. */
        after: z.string().max(80).nullable(),
        limit: z.int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ rows: z.array(behindRowSchema), next: z.string().nullable() })),
  /** Whose figures the person may see beside their own, and of which packs. */
  choices: asked.output(
    z.object({
      people: z.array(z.object({ personId: z.string(), name: z.string() })),
      /** Desks of the site that sent something, this one first; named by their order. */
      desks: z.array(z.object({ installId: z.string(), here: z.boolean() })),
      packs: z.array(z.object({ packId: z.string(), title: z.string() })),
      siteName: z.string(),
    }),
  ),
  /** Writes the figures as a workbook where the person chose. */
  exportSheets: command
    .input(z.strictObject({ fileToken: z.string().min(1).max(60), sheets: z.array(sheetSchema).min(1).max(30) }))
    .output(
      z.discriminatedUnion('outcome', [
        z.object({ outcome: z.literal('exported') }),
        z.object({
          outcome: z.literal('failed'),
          why: z.enum(['noFile', 'noRoom', 'noPermission', 'noFolder', 'notMade']),
        }),
      ]),
    ),
};
