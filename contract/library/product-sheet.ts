import { z } from 'zod';
import { calendarDaySchema, entryBaseShape, entryIdSchema, localIdSchema, sceneIdSchema } from './entry-base.ts';

/** A cell: wording, a whole number, or true and false for 有 and 无. */
const cellSchema = z.union([z.string().max(60), z.int(), z.boolean()]);

/** Which plan has which feature, as it was on one day: plans across, features down, one cell for each pair. */
export const productSheetSchema = z.strictObject({
  kind: z.literal('productSheet'),
  ...entryBaseShape,
  scene: sceneIdSchema,
  asOf: calendarDaySchema.describe('the day on which the sheet was true'),
  sample: z.boolean().default(false).describe('made up to show the form; a site puts its own figures in'),
  plans: z
    .array(z.strictObject({ id: localIdSchema, label: z.string().min(1).max(24) }))
    .min(1)
    .max(12),
  features: z
    .array(
      z.strictObject({
        id: localIdSchema,
        label: z.string().min(1).max(24),
        unit: z.string().max(12).default(''),
        values: z.array(cellSchema).describe('one cell for each plan, in the order of the plans'),
      }),
    )
    .min(1)
    .max(40),
  notes: z.array(z.string().min(2).max(120)).default([]),
  lines: z.array(entryIdSchema).default([]).describe('lines that explain what the sheet shows'),
});
