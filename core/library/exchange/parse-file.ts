import type { ImportFormat, ImportItem, ImportOptions, ImportProgress } from '#contract/library-exchange.ts';
import { propose } from './propose.ts';
import type { FileSource, ReadFile } from './read/import-record.ts';
import { readCsv } from './read/read-csv.ts';
import { readDocx } from './read/read-docx.ts';
import { readXlsx } from './read/read-xlsx.ts';
import { readYaml } from './read/read-yaml.ts';
import type { LibrarySnapshot } from './snapshot.ts';

export interface ParsedFile extends Pick<ReadFile, 'unknownColumns' | 'notes'> {
  items: ImportItem[];
}

/** Reads a file and compares it with the library. Throws `ImportRefused` when the file as a whole cannot be taken. */
export async function parseFile(
  source: FileSource,
  library: LibrarySnapshot,
  options: ImportOptions,
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<ParsedFile> {
  onProgress({ phase: 'reading', done: 0, total: 1 });
  const { records, unknownColumns, notes } = await readerOf[source.format](source.bytes, library);
  onProgress({ phase: 'reading', done: 1, total: 1 });
  const items = propose(records, library, options, (done) =>
    onProgress({ phase: 'checking', done, total: records.length }),
  );
  return { items, unknownColumns, notes };
}

type Reader = (bytes: Uint8Array, library: LibrarySnapshot) => ReadFile | Promise<ReadFile>;

const readerOf: Readonly<Record<ImportFormat, Reader>> = {
  xlsx: readXlsx,
  csv: readCsv,
  docx: readDocx,
  yaml: (bytes, library) => readYaml(bytes, library.variables),
};
