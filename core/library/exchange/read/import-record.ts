import type { FileNote, ImportPlace } from '#contract/import-reasons.ts';
import type { ImportFormat, UnknownColumn } from '#contract/library-exchange.ts';
import type { TableKind } from '../table-kind.ts';

/** One row of a file: the text of each recognised column by its key. */
export interface RowRecord {
  at: ImportPlace;
  kind: TableKind | null;
  cells: Readonly<Record<string, string>>;
  /** What the file calls each column that it has, by key; a column that is there may have no cell in this row. */
  headings: Readonly<Record<string, string>>;
}

/** One entry of a YAML file with the keys it has, defaults of its file put in. */
export interface AuthoredRecord {
  at: ImportPlace;
  authored: Readonly<Record<string, unknown>>;
}

export type ImportRecord = RowRecord | AuthoredRecord;

export interface ReadFile {
  records: ImportRecord[];
  unknownColumns: UnknownColumn[];
  notes: FileNote[];
}

export interface FileSource {
  name: string;
  format: ImportFormat;
  bytes: Uint8Array;
}

/** A reader waits for this once all code it needs is loaded and before a library touches the file. */
export type WhenLoaded = () => Promise<void>;
