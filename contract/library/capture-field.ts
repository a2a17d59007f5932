import { z } from 'zod';
import { entryIdSchema } from './entry-base.ts';

/** Something a conversation or work order captures: what, when, where, demand, number … */
export const captureFieldSchema = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'field ids are camelCase'),
  label: z.string().min(1).max(28),
  type: z.enum(['text', 'longText', 'phone', 'digits', 'choice', 'dateTime', 'number', 'yesNo']),
  options: z.array(z.strictObject({ id: z.string().min(1), label: z.string().min(1).max(28) })).default([]),
  required: z.boolean().default(false),
  personal: z.boolean().default(false).describe('masked in lists, sealed at rest'),
  hint: z.string().max(80).default(''),
  fills: z.string().optional().describe('name of the line variable this field fills, and is filled by'),
  onlyIf: z
    .strictObject({ field: z.string(), is: z.string() })
    .optional()
    .describe('asked only while the other field holds this value'),
  askWith: entryIdSchema.optional().describe('line that asks for it, suggested while it is missing'),
});
export type CaptureField = z.infer<typeof captureFieldSchema>;
