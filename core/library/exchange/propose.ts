import type { ImportPlace, RowFault, RowReason } from '#contract/import-reasons.ts';
import type { Entry } from '#contract/library/release.ts';
import { entrySchema } from '#contract/library/release.ts';
import type { ImportItem, ImportOptions } from '#contract/library-exchange.ts';
import { brokenRules } from './broken-rules.ts';
import { shortened } from './codecs.ts';
import { entryDiff } from './entry-diff.ts';
import { sameValue, schemaOfKind } from './entry-shape.ts';
import { EntrySlugs } from './entry-slug.ts';
import { BaseIndex } from './find-base.ts';
import type { ImportRecord } from './read/import-record.ts';
import { type Candidate, rowCandidate } from './row-candidate.ts';
import { columnNamed, type Headings, schemaFault } from './row-fault.ts';
import type { LibrarySnapshot } from './snapshot.ts';

const PROGRESS_EVERY = 250;

type Accepted = Extract<ImportItem, { state: 'new' | 'changed' }>;

/** What each record would do to the library, in the order of the file. Pure: nothing is applied. */
export function propose(
  records: readonly ImportRecord[],
  library: LibrarySnapshot,
  options: ImportOptions,
  onProgress: (done: number) => void = () => {},
): ImportItem[] {
  const base = new BaseIndex(library);
  const slugs = new EntrySlugs(library.entries.map(({ entry }) => entry.id));
  const seen = new Map<string, ImportPlace>();
  const items = records.map((record, index): ImportItem => {
    if (index % PROGRESS_EVERY === 0) onProgress(index);
    const candidate =
      'cells' in record
        ? rowCandidate(record, { library, base, slugs, options })
        : authoredCandidate(record.authored, base);
    const item = judged(candidate, record, base);
    const id = item.state === 'unchanged' ? item.entryId : 'entry' in item ? item.entry.id : null;
    const earlier = id === null ? undefined : seen.get(id);
    if (id !== null && earlier)
      return rejected(candidate, record, [{ column: null, reason: { key: 'sameAs', at: earlier } }]);
    if (id !== null) seen.set(id, record.at);
    return item;
  });
  onProgress(records.length);
  return withoutBroken(items, records, library);
}

function authoredCandidate(authored: Readonly<Record<string, unknown>>, base: BaseIndex): Candidate {
  const named = String(authored['id'] ?? '').split('/')[0] ?? '';
  const packId = base.packNamed(named);
  const faults: RowFault[] = [];
  const fail = (key: string, reason: RowReason) => faults.push({ column: columnNamed(key, {}), reason });
  if (schemaOfKind(String(authored['kind'])) === null)
    fail('kind', { key: 'noSuchKind', cell: shortened(String(authored['kind'])) });
  else if (packId === null) fail('id', { key: 'noSuchPack', cell: shortened(named) });
  return { packId: packId ?? '', value: { ...authored }, faults, notes: [] };
}

function judged(candidate: Candidate, record: ImportRecord, base: BaseIndex): ImportItem {
  const parsed = entrySchema.safeParse(candidate.value, { reportInput: true });
  if (candidate.faults.length > 0 || !parsed.success) {
    const missed = (parsed.error?.issues ?? []).slice(0, 8).map((issue) => schemaFault(issue, headingsOf(record)));
    // A cell that could not be read is missing to the schema; one reason a column is enough.
    const told = new Set(candidate.faults.map(({ column }) => column?.path));
    // Scenes are those of a pack, and a row gets its id from pack and title: whoever is told of those needs no more words.
    if (candidate.packId === '') told.add('scene');
    if ('cells' in record && !record.cells['id']) told.add('id');
    const further = missed.filter(({ column }) => !told.has(column?.path));
    const faults = [...candidate.faults, ...further];
    return rejected(candidate, record, (faults.length > 0 ? faults : missed).slice(0, 8));
  }
  const { at } = record;
  const { packId, notes } = candidate;
  const entry = parsed.data;
  const before = base.byId(entry.id)?.entry;
  if (!before) return { state: 'new', at, packId, entry, notes };
  if (sameValue(before, entry)) return { state: 'unchanged', at, entryId: entry.id };
  const raised = raisedVersion(before, entry);
  return { state: 'changed', at, packId, entry: raised, notes, changes: entryDiff(before, raised) };
}

/** Other wording is another version, also where the file forgot to say so. */
function raisedVersion(before: Entry, after: Entry): Entry {
  if (after.provenance.version !== before.provenance.version) return after;
  return { ...after, provenance: { ...after.provenance, version: before.provenance.version + 1 } };
}

function rejected({ value }: Candidate, { at }: ImportRecord, faults: RowFault[]): ImportItem {
  const entryId = typeof value['id'] === 'string' ? value['id'].slice(0, 120) : null;
  const title = typeof value['title'] === 'string' ? value['title'].slice(0, 60) : '';
  return { state: 'rejected', at, entryId, title, faults };
}

function headingsOf(record: ImportRecord): Headings {
  return 'cells' in record ? record.headings : {};
}

/** Rejects what breaks a rule of the library, and then what leaned on it, until the rest stands. */
function withoutBroken(items: ImportItem[], records: readonly ImportRecord[], library: LibrarySnapshot): ImportItem[] {
  let current = items;
  for (;;) {
    const accepted = current.filter((item): item is Accepted => item.state === 'new' || item.state === 'changed');
    const broken = brokenRules(accepted, library, (id) => {
      const index = current.findIndex((item) => 'entry' in item && item.entry.id === id);
      const record = records[index];
      return record ? headingsOf(record) : {};
    });
    if (broken.size === 0) return current;
    current = current.map((item): ImportItem => {
      const faults = 'entry' in item ? broken.get(item.entry.id) : undefined;
      if (!faults || !('entry' in item)) return item;
      return { state: 'rejected', at: item.at, entryId: item.entry.id, title: item.entry.title, faults };
    });
  }
}
