import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { command, query, stream } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { importPlaceSchema, importRefusalSchema } from './import-reasons.ts';
import { entrySchema } from './library/release.ts';
import {
  entryChangeSchema,
  exportFormatSchema,
  importFormatSchema,
  importItemSchema,
  importOptionsSchema,
  importPreviewSchema,
  importProgressSchema,
} from './library-exchange.ts';

/** What the shell gave for a file that a person chose; the path itself never reaches a window. */
const fileTokenSchema = z.string().min(1).max(60);

export const importListSchema = z.enum(['new', 'changed', 'alike', 'rejected', 'unchanged']);
export type ImportList = z.infer<typeof importListSchema>;

const importSummarySchema = z.object({
  previewId: z.string(),
  file: importPreviewSchema.shape.file,
  /** How long each list is. An item of `alike` is also one of `new` or `changed`. */
  counts: z.record(importListSchema, z.int().min(0)),
  /** Items that can be ticked, by their place in the preview; those that are alike start without a tick. */
  places: z.object({
    new: z.array(z.int().min(0)),
    changed: z.array(z.int().min(0)),
    alike: z.array(z.int().min(0)),
  }),
  unknownColumns: importPreviewSchema.shape.unknownColumns,
  notes: importPreviewSchema.shape.notes,
});
export type ImportSummary = z.infer<typeof importSummarySchema>;

export const importStepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), progress: importProgressSchema }),
  z.object({ kind: z.literal('refused'), refusal: importRefusalSchema }),
  z.object({ kind: z.literal('preview'), summary: importSummarySchema }),
]);
export type ImportStep = z.infer<typeof importStepSchema>;

export const previewItemSchema = z.object({
  /** Its place in the preview, by which it is ticked. */
  index: z.int().min(0),
  item: importItemSchema,
});
export type PreviewItem = z.infer<typeof previewItemSchema>;

export const draftStateSchema = z.enum(['waiting', 'discarded', 'replaced']);
export type DraftState = z.infer<typeof draftStateSchema>;

const importedFileSchema = z.object({
  importId: z.string(),
  atMs: z.int(),
  personName: z.string(),
  fileName: z.string(),
  format: importFormatSchema,
  waiting: z.int().min(0),
  /** Approved in the workshop since. */
  approved: z.int().min(0),
  discarded: z.int().min(0),
  /** Overtaken by a later import of the same entry. */
  replaced: z.int().min(0),
});
export type ImportedFile = z.infer<typeof importedFileSchema>;

const draftSummarySchema = z.object({
  draftId: z.string(),
  importId: z.string(),
  entryId: z.string(),
  packTitle: z.string(),
  kind: z.string(),
  title: z.string(),
  change: z.enum(['new', 'changed']),
  at: importPlaceSchema,
  state: draftStateSchema,
});
export type DraftSummary = z.infer<typeof draftSummarySchema>;

/** `leftOut` counts entries whose kind has no place in the format. A file that could not be written is left as it was. */
const exportResultSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('written'),
    written: z.int().min(0),
    leftOut: z.int().min(0),
    bytes: z.int().min(0),
  }),
  z.object({ outcome: z.literal('failed'), why: z.enum(['noRoom', 'noPermission', 'noFolder', 'notMade']) }),
]);
export type ExportResult = z.infer<typeof exportResultSchema>;

const leads = { notAllowed: callErrors.notAllowed, notSignedIn: callErrors.notSignedIn };
const leadQuery = query.errors(leads);
const leadCommand = command.errors({ notAllowed: callErrors.notAllowed, notFound: callErrors.notFound });

/** Wording in and out of the desk: for leads, reviewers and administrators. */
export const exchangeContract = {
  /** Reads a chosen file and says what it would bring; changes nothing. Closing the stream ends the reading. */
  preview: stream
    .errors({ ...leads, locked: callErrors.locked })
    .input(z.object({ fileToken: fileTokenSchema, options: importOptionsSchema.omit({ today: true }) }))
    .output(eventIterator(importStepSchema)),
  /** A stretch of one list of the preview, in the order of the file. The core keeps one preview, the latest. */
  previewItems: leadQuery
    .errors({ notFound: callErrors.notFound })
    .input(
      z.object({
        previewId: z.string(),
        list: importListSchema,
        from: z.int().min(0),
        limit: z.int().min(1).max(100),
      }),
    )
    .output(z.array(previewItemSchema)),
  /** Keeps the ticked items of a preview as drafts of the team. */
  apply: leadCommand
    .input(z.object({ previewId: z.string(), leaveOut: z.array(z.int().min(0)).max(20_000) }))
    .output(z.object({ importId: z.string(), drafts: z.int().min(0), replaced: z.int().min(0) })),
  /** Lets go of a preview without applying anything. */
  dropPreview: leadCommand.input(z.object({ previewId: z.string() })).output(z.null()),
  /** Files that were imported, newest first, with what became of their drafts. */
  imports: leadQuery.output(z.array(importedFileSchema)),
  drafts: leadQuery
    .input(
      z.object({
        importId: z.string().optional(),
        state: draftStateSchema.default('waiting'),
        from: z.int().min(0).default(0),
        limit: z.int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ total: z.int().min(0), drafts: z.array(draftSummarySchema) })),
  /** One draft with what it would change in the library as it is now; `changes` is null for a new entry. */
  draft: leadQuery
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ draftId: z.string() }))
    .output(draftSummarySchema.extend({ entry: entrySchema, changes: z.array(entryChangeSchema).nullable() })),
  /** Takes waiting drafts off the list; the journal keeps what they were. */
  discardDrafts: leadCommand
    .input(z.union([z.object({ draftIds: z.array(z.string()).min(1).max(500) }), z.object({ importId: z.string() })]))
    .output(z.object({ discarded: z.int().min(0) })),
  /** Writes the library in force, or one pack of it, to a chosen file. */
  export: leadCommand
    .input(z.object({ fileToken: fileTokenSchema, format: exportFormatSchema, packId: z.string().optional() }))
    .output(exportResultSchema),
};

const importedEntrySchema = z.strictObject({
  draftId: z.string(),
  entryId: z.string(),
  packId: z.string(),
  change: z.enum(['new', 'changed']),
  at: importPlaceSchema,
  /** The entry as it was read, in the format of its day. */
  entry: z.record(z.string(), z.unknown()),
});

/** A part of what one import brought; one transaction holds all parts of an import. */
export const wordingImported = declareEvent(
  'wording.imported',
  1,
  z.strictObject({
    importId: z.string(),
    fileName: z.string(),
    format: importFormatSchema,
    sha256: z.string(),
    entries: z.array(importedEntrySchema).min(1).max(100),
  }),
);
export const wordingDraftsDiscarded = declareEvent(
  'wording.draftsDiscarded',
  1,
  z.strictObject({ draftIds: z.array(z.string()).min(1).max(20_000) }),
);
export const wordingExported = declareEvent(
  'wording.exported',
  1,
  z.strictObject({ format: exportFormatSchema, packId: z.string().nullable(), entries: z.int().min(0) }),
);
