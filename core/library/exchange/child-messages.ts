import { z } from 'zod';
import { importRefusalSchema } from '#contract/import-reasons.ts';
import {
  type ImportOptions,
  importItemSchema,
  importPreviewSchema,
  importProgressSchema,
} from '#contract/library-exchange.ts';
import type { FileSource } from './read/import-record.ts';
import type { LibrarySnapshot } from './snapshot.ts';

/** The one thing the child is asked to do. */
export interface ParseRequest {
  source: FileSource;
  library: LibrarySnapshot;
  options: ImportOptions;
}

/** What the child answers, in this order: progress, items in batches, the end. It is checked like a stranger's. */
export const childMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('progress'), progress: importProgressSchema }),
  z.strictObject({ type: z.literal('items'), items: z.array(importItemSchema).max(200) }),
  z.strictObject({
    type: z.literal('done'),
    unknownColumns: importPreviewSchema.shape.unknownColumns,
    notes: importPreviewSchema.shape.notes,
  }),
  z.strictObject({ type: z.literal('refused'), refusal: importRefusalSchema }),
]);
export type ChildMessage = z.infer<typeof childMessageSchema>;
