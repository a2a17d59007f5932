import type { ImportFormat, ImportItem, ImportOptions, ImportProgress } from '#contract/library-exchange.ts';
import { lockDown } from './lock-down.ts';
import type { FileSource, ReadFile, WhenLoaded } from './read/import-record.ts';
import type { LibrarySnapshot } from './snapshot.ts';

export interface ParsedFile extends Pick<ReadFile, 'unknownColumns' | 'notes'> {
  items: ImportItem[];
}

/**
 * Reads a file and compares it with the library; for a process of its own, which can do nothing else afterwards. Throws
 * `ImportRefused` when the file as a whole cannot be taken.
 */
export async function parseFile(
  source: FileSource,
  library: LibrarySnapshot,
  options: ImportOptions,
  onProgress: (progress: ImportProgress) => void,
): Promise<ParsedFile> {
  onProgress({ phase: 'reading', done: 0, total: 1 });
  const read = await readerOf[source.format]();
  const { records, unknownColumns, notes } = await read(source.bytes, library, async () => void (await lockedIn()));
  onProgress({ phase: 'reading', done: 1, total: 1 });
  const { propose, withAlike } = await lockedIn();
  const proposed = propose(records, library, options, (done) =>
    onProgress({ phase: 'checking', done, total: records.length }),
  );
  const { items, note } = withAlike(proposed, library);
  return { items, unknownColumns, notes: note === null ? notes : [...notes, note] };
}

/** All code there is left to load, and then the doors shut. */
async function lockedIn() {
  const [{ propose }, { withAlike }] = await Promise.all([import('./propose.ts'), import('./alike-wording.ts')]);
  lockDown();
  return { propose, withAlike };
}

type Reader = (bytes: Uint8Array, library: LibrarySnapshot, whenLoaded: WhenLoaded) => ReadFile | Promise<ReadFile>;

/**
 * Loaded one by one: a file that is refused shall not wait for what it does not need. An archive is opened behind shut
 * doors; plain text, which opens nothing else, is split before they shut.
 */
const readerOf: Readonly<Record<ImportFormat, () => Promise<Reader>>> = {
  xlsx: async () => {
    const { readXlsx } = await import('./read/read-xlsx.ts');
    return (bytes, _, whenLoaded) => readXlsx(bytes, whenLoaded);
  },
  docx: async () => (await import('./read/read-docx.ts')).readDocx,
  csv: async () => {
    const { readCsv } = await import('./read/read-csv.ts');
    return (bytes) => readCsv(bytes);
  },
  yaml: async () => {
    const { readYaml } = await import('./read/read-yaml.ts');
    return (bytes, { variables }) => readYaml(bytes, variables);
  },
};
