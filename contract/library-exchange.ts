import { z } from 'zod';
import {
  fileNoteSchema,
  type ImportRefusal,
  importPlaceSchema,
  itemNoteSchema,
  rowFaultSchema,
} from './import-reasons.ts';
import { entryIdSchema } from './library/entry-base.ts';
import { entrySchema } from './library/release.ts';

export const importFormatSchema = z.enum(['xlsx', 'csv', 'docx', 'yaml']);
export type ImportFormat = z.infer<typeof importFormatSchema>;

/** `html` is the page that is printed; `pdf` is that page once it is printed. */
export const exportFormatSchema = z.enum(['xlsx', 'csv', 'docx', 'html', 'yaml', 'pdf']);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** A stretch of text that both sides have, or only the one before, or only the one after. */
export const textPartSchema = z.strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() });
export type TextPart = z.infer<typeof textPartSchema>;

/** One thing that differs between two states of an entry; `label` is what a person calls it. */
export const entryChangeSchema = z.strictObject({
  path: z.string(),
  label: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  parts: z.array(textPartSchema),
});
export type EntryChange = z.infer<typeof entryChangeSchema>;

/** Wording that says nearly the same: another entry of the library, or an earlier one of the same file. */
export const alikeSchema = z.strictObject({ entryId: z.string(), title: z.string(), percent: z.int().min(1).max(100) });
export type Alike = z.infer<typeof alikeSchema>;

const acceptedShape = {
  at: importPlaceSchema,
  packId: z.string(),
  entry: entrySchema,
  notes: z.array(itemNoteSchema),
  alike: z.array(alikeSchema).max(3).optional().describe('the closest first; absent where nothing is close'),
};

/** What would become of one entry of the file. */
export const importItemSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('new'), ...acceptedShape }),
  z.strictObject({ state: z.literal('changed'), ...acceptedShape, changes: z.array(entryChangeSchema).min(1) }),
  z.strictObject({ state: z.literal('unchanged'), at: importPlaceSchema, entryId: entryIdSchema }),
  z.strictObject({
    state: z.literal('rejected'),
    at: importPlaceSchema,
    entryId: z.string().nullable(),
    title: z.string(),
    faults: z.array(rowFaultSchema).min(1),
  }),
]);
export type ImportItem = z.infer<typeof importItemSchema>;

/** A heading that nobody knows, by its sheet or the table of a document. */
const unknownColumnSchema = z.strictObject({
  ...importPlaceSchema.pick({ sheet: true, table: true }).shape,
  column: z.string(),
});
export type UnknownColumn = z.infer<typeof unknownColumnSchema>;

/** What an import would do. Nothing has been written when this is shown. */
export const importPreviewSchema = z.strictObject({
  file: z.strictObject({
    name: z.string(),
    format: importFormatSchema,
    bytes: z.int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  items: z.array(importItemSchema),
  unknownColumns: z.array(unknownColumnSchema),
  notes: z.array(fileNoteSchema),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const importProgressSchema = z.strictObject({
  phase: z.enum(['reading', 'checking', 'sending']),
  done: z.int().min(0),
  total: z.int().min(0),
});
export type ImportProgress = z.infer<typeof importProgressSchema>;

/** Tables carry no owner or scene for every row: what holds where the file says nothing. */
export const importOptionsSchema = z.strictObject({
  packId: z.string().optional().describe('where new entries go'),
  kind: z.enum(['line', 'courtesy', 'forbidden']).default('line'),
  scene: z.string().optional(),
  channels: z.array(z.enum(['counter', 'phone', 'chat'])).default(['counter', 'phone', 'chat']),
  owner: z.string().optional(),
  today: z.string().describe('first day of new entries without one, YYYY-MM-DD'),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** How an import ended before anything was applied. */
export type ImportOutcome =
  | { outcome: 'preview'; preview: ImportPreview }
  | { outcome: 'refused'; refusal: ImportRefusal }
  | { outcome: 'cancelled' };
