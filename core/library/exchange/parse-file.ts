import type { ImportFormat, ImportItem, ImportOptions, ImportProgress } from '#contract/library-exchange.ts';
import type { FileSource, ReadFile } from './read/import-record.ts';
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
  const { propose } = await import('./propose.ts');
  const items = propose(records, library, options, (done) =>
    onProgress({ phase: 'checking', done, total: records.length }),
  );
  return { items, unknownColumns, notes };
}

type Reader = (bytes: Uint8Array, library: LibrarySnapshot) => ReadFile | Promise<ReadFile>;

/** Loaded one by one: a file that is refused shall not wait for what it does not need. */
const readerOf: Readonly<Record<ImportFormat, Reader>> = {
  xlsx: async (bytes) => (await import('./read/read-xlsx.ts')).readXlsx(bytes),
  csv: async (bytes) => (await import('./read/read-csv.ts')).readCsv(bytes),
  docx: async (bytes, library) => (await import('./read/read-docx.ts')).readDocx(bytes, library),
  yaml: async (bytes, library) => (await import('./read/read-yaml.ts')).readYaml(bytes, library.variables),
};
