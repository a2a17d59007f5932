import { z } from 'zod';
import { entryFaultSchema } from './library-faults.ts';

/**
 * Where in a file something stands: sheet or heading, or the table of a document by its number, and the row or paragraph
 * as a person counts it, from 1.
 */
export const importPlaceSchema = z.strictObject({
  sheet: z.string().nullable(),
  table: z.int().min(1).optional(),
  row: z.int().min(1),
});
export type ImportPlace = z.infer<typeof importPlaceSchema>;

/** What a file is after all that only calls itself a text. */
export const actualFormatSchema = z.enum(['office', 'oldOffice', 'pdf', 'program', 'archive', 'image', 'utf16']);
export type ActualFormat = z.infer<typeof actualFormatSchema>;

const count = z.int().min(0);
const row = z.int().min(1);
/** The most of a thing that is taken. */
const limit = z.int().min(1);
/** A name or a cell of the file, cut where it is long. */
const quoted = z.string().max(80);

/** Why a whole file is refused. A window says the sentence in its own language. */
export const importRefusalSchema = z.discriminatedUnion('key', [
  z.strictObject({
    key: z.enum([
      // The file itself.
      'fileGone',
      'fileUnopened',
      'notAFile',
      'unknownFormat',
      'fileEmpty',
      // Its archive.
      'swells',
      'nameOutside',
      'linkElsewhere',
      'partTwice',
      'pathOutside',
      'encrypted',
      'macros',
      'embedded',
      'fetchesOutside',
      'entities',
      'alias',
      'tooDeep',
      'hugeArea',
      // Its bytes.
      'zeroBytes',
      'unknownEncoding',
      'partEncoding',
      'damaged',
      'xmlCut',
      'officeUnread',
      'yamlKey',
      'unreadable',
      'brokeOff',
      // What it holds.
      'noHeadings',
      'noEntries',
      'noWording',
      // What it asks for.
      'tookTooLong',
      'tookTooMuchMemory',
    ]),
  }),
  z.strictObject({ key: z.literal('notText'), actual: actualFormatSchema }),
  /** A part is missing that every file of this format has. */
  z.strictObject({ key: z.literal('notOffice'), format: z.enum(['xlsx', 'docx']), part: quoted }),
  z.strictObject({ key: z.literal('tooLarge'), megabytes: limit }),
  z.strictObject({ key: z.literal('tooManyParts'), count }),
  z.strictObject({ key: z.enum(['hugeText', 'tooManyRows', 'tooManyEntries']), limit }),
  z.strictObject({ key: z.enum(['hugeCell', 'tooManyColumns']), row, limit }),
  z.strictObject({ key: z.literal('hugePassage'), number: row, limit }),
  z.strictObject({ key: z.literal('tooManyRowsIn'), sheet: quoted, limit }),
  z.strictObject({ key: z.enum(['openQuote', 'yamlFault']), row }),
]);
export type ImportRefusal = z.infer<typeof importRefusalSchema>;

/** A column of a file, or a key of an entry that the file should have said. */
export const importColumnSchema = z.strictObject({
  /** Dotted key of the entry; `kind` and `pack` stand beside it. */
  path: z.string(),
  /** As the file names it; where the file has no such column, as a sheet would. */
  label: z.string(),
  inFile: z.boolean(),
});
export type ImportColumn = z.infer<typeof importColumnSchema>;

/** What may stand in a cell: the value itself or the word for it are both read. */
const choiceSchema = z.strictObject({ value: z.string(), word: z.string() });
export type CellChoice = z.infer<typeof choiceSchema>;

/** Why an entry of a file is turned down. */
export const rowReasonSchema = z.discriminatedUnion('key', [
  ...entryFaultSchema.options,
  z.strictObject({
    key: z.enum([
      'noPack',
      'titleTwice',
      'otherKind',
      'unprintable',
      'noOwner',
      /** The cell of the variables is no list of them. */
      'variablesUnread',
    ]),
  }),
  z.strictObject({
    key: z.enum(['noSuchKind', 'noSuchPack', 'notWhole', 'notADay', 'noSuchDay', 'newVariable', 'occasionUnread']),
    cell: quoted,
  }),
  z.strictObject({ key: z.enum(['unknownWord', 'noSuchScene']), cell: quoted, choices: z.array(choiceSchema) }),
  z.strictObject({ key: z.literal('variableType'), cell: quoted, type: quoted }),
  /** An earlier entry of the file is about the same. */
  z.strictObject({ key: z.literal('sameAs'), at: importPlaceSchema }),
]);
export type RowReason = z.infer<typeof rowReasonSchema>;

export const rowFaultSchema = z.strictObject({ column: importColumnSchema.nullable(), reason: rowReasonSchema });
export type RowFault = z.infer<typeof rowFaultSchema>;

/** What the import decided by itself about an entry, for a person to look at. */
export const itemNoteSchema = z.discriminatedUnion('key', [
  z.strictObject({ key: z.literal('shortTaken') }),
  /** Entries of this kind have no such key. */
  z.strictObject({ key: z.literal('columnLeft'), column: importColumnSchema }),
]);
export type ItemNote = z.infer<typeof itemNoteSchema>;

/** What is to be known about the reading of a whole file. */
export const fileNoteSchema = z.discriminatedUnion('key', [
  z.strictObject({ key: z.enum(['gb18030', 'notAllCompared']) }),
  z.strictObject({ key: z.literal('sheetLeft'), sheet: quoted }),
  z.strictObject({ key: z.literal('tableLeft'), table: row }),
  z.strictObject({ key: z.literal('passageLeft'), number: row, text: quoted }),
  z.strictObject({ key: z.literal('morePassagesLeft'), count }),
]);
export type FileNote = z.infer<typeof fileNoteSchema>;
