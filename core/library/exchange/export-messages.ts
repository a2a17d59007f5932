import { z } from 'zod';
import { exportFormatSchema } from '#contract/library-exchange.ts';
import type { LibrarySnapshot } from './snapshot.ts';

const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** Formats that are made of the library itself; a PDF is printed from the page. */
export const madeFormatSchema = exportFormatSchema.exclude(['pdf']);
export type MadeFormat = z.infer<typeof madeFormatSchema>;

/** The one thing the child is asked to do. The library comes from the core, which has checked it. */
export const exportRequestSchema = z.strictObject({
  library: z.custom<LibrarySnapshot>((value) => typeof value === 'object' && value !== null),
  format: madeFormatSchema,
  packId: z.string().nullable(),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;

export const exportAnswerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({
    type: z.literal('made'),
    bytes: bytesSchema,
    written: z.int().min(0),
    leftOut: z.int().min(0),
  }),
  z.strictObject({ type: z.literal('failed'), reason: z.string() }),
]);
export type ExportAnswer = z.infer<typeof exportAnswerSchema>;
