import type { ItemNote, RowFault, RowReason } from '#contract/import-reasons.ts';
import type { ImportOptions } from '#contract/library-exchange.ts';
import { hasUnprintable } from './cell-guard.ts';
import { type CellContext, CellFault, shortened, unknownWord } from './codecs.ts';
import { columnByKey, kindNamed } from './columns.ts';
import { isTableEntry, valueAt } from './entry-row.ts';
import type { EntrySlugs } from './entry-slug.ts';
import type { BaseIndex } from './find-base.ts';
import type { RowRecord } from './read/import-record.ts';
import { columnNamed } from './row-fault.ts';
import { cellContext, type LibrarySnapshot } from './snapshot.ts';
import type { TableKind } from './table-kind.ts';
import { KIND_WORDS } from './value-labels.ts';
import { declareVariables, namedGaps } from './variable-gaps.ts';

/** What a record asks for, before the schema has looked at it. */
export interface Candidate {
  packId: string;
  value: Record<string, unknown>;
  faults: RowFault[];
  notes: ItemNote[];
}

interface Around {
  library: LibrarySnapshot;
  base: BaseIndex;
  slugs: EntrySlugs;
  options: ImportOptions;
}

/** A row laid over the entry it is about, or over the defaults of the import when it is a new one. */
export function rowCandidate(record: RowRecord, around: Around): Candidate {
  const { base, options } = around;
  const faults: RowFault[] = [];
  const notes: ItemNote[] = [];
  const fail = (key: string, reason: RowReason) => faults.push({ column: columnNamed(key, record.headings), reason });
  const cell = (key: string) => record.cells[key] ?? '';

  const byId = cell('id') === '' ? null : base.byId(cell('id'));
  const kindCell = cell('kind') === '' ? null : kindNamed(cell('kind'));
  if (cell('kind') !== '' && kindCell === null) fail('kind', unknownWord(cell('kind'), KIND_WORDS));
  const heldKind = byId && isTableEntry(byId.entry) ? byId.entry.kind : null;
  const kind = kindCell ?? record.kind ?? kindByColumns(record) ?? heldKind ?? options.kind;
  const packId = packOf(record, around);
  if (packId === null) fail(...packFault(record));
  const titled = byId || packId === null ? [] : base.byTitle(packId, kind, cell('title'));
  if (cell('id') === '' && titled.length > 1) fail('title', { key: 'titleTwice' });
  const held = byId ?? (cell('id') === '' ? (titled[0] ?? null) : null);
  if (held && held.entry.kind !== kind) fail('kind', { key: 'otherKind' });

  const value: Record<string, unknown> = held ? structuredClone(held.entry) : newEntry(kind, options);
  const context = cellContext(around.library, packId ?? '');
  for (const [key, text] of Object.entries(record.cells)) {
    const column = columnByKey(key);
    if (!column || ['kind', 'pack', 'id'].includes(key)) continue;
    if (!column.kinds.includes(kind)) {
      if (text !== '') notes.push({ key: 'columnLeft', column: columnNamed(key, record.headings) });
    } else if (hasUnprintable(text)) fail(key, { key: 'unprintable' });
    else if (text === '') {
      if (!column.keptWhenEmpty) put(value, key, undefined);
    } else if (key !== 'scene' || packId !== null)
      try {
        put(value, key, column.codec.read(text, context));
      } catch (cause) {
        if (!(cause instanceof CellFault)) throw cause;
        fail(key, cause.reason);
      }
  }
  if (kind !== 'forbidden') completeWording(value, record, held?.entry ?? null, context, notes);
  value['kind'] = kind;
  // Last, so that the id is made of the title as it was read.
  const title = value['title'];
  if (!held && packId !== null && typeof title === 'string')
    value['id'] = cell('id') || around.slugs.idFor(packId, title.slice(0, 60));
  if (valueAt(value, 'provenance.owner') === undefined) fail('provenance.owner', { key: 'noOwner' });
  return { packId: packId ?? '', value, faults, notes };
}

function newEntry(kind: TableKind, { owner, today, scene, channels }: ImportOptions): Record<string, unknown> {
  const provenance = { ...(owner === undefined ? {} : { owner }), effectiveFrom: today, review: 'draft' };
  if (kind === 'forbidden') return { provenance };
  return { provenance, channels: [...channels], ...(scene === undefined ? {} : { scene }) };
}

function packOf({ cells }: RowRecord, { base, options }: Around): string | null {
  const id = cells['id'] ?? '';
  if (id.includes('/')) return base.packNamed(id.split('/')[0] ?? '');
  const name = cells['pack'] ?? '';
  if (name !== '') return base.packNamed(name);
  return options.packId === undefined ? base.onlyPack() : base.packNamed(options.packId);
}

/** The pack that a row names is not there, or it names none. */
function packFault({ cells: { id = '', pack = '' } }: RowRecord): [key: string, reason: RowReason] {
  if (id.includes('/')) return ['id', { key: 'noSuchPack', cell: shortened(id.split('/')[0] ?? '') }];
  return ['pack', pack === '' ? { key: 'noPack' } : { key: 'noSuchPack', cell: shortened(pack) }];
}

function kindByColumns({ headings }: RowRecord): TableKind | null {
  if (['matchers', 'rewording', 'fails'].some((key) => key in headings)) return 'forbidden';
  return 'courtesyKind' in headings ? 'courtesy' : null;
}

/** What a wording document leaves unsaid: gaps by their labels, variables, and a short variant where there is none. */
function completeWording(
  value: Record<string, unknown>,
  record: RowRecord,
  held: object | null,
  context: CellContext,
  notes: ItemNote[],
): void {
  const variants = value['variants'];
  if (typeof variants !== 'object' || variants === null) return;
  const texts = variants as Record<string, unknown>;
  for (const [name, text] of Object.entries(texts))
    if (typeof text === 'string' && text !== valueAt(held, `variants.${name}`)) texts[name] = namedGaps(text, context);
  const standard = texts['standard'];
  if (texts['short'] === undefined && !('variants.short' in record.headings) && typeof standard === 'string') {
    const [first = '', ...rest] = standard.split(/(?<=[。！？!?])/u);
    if (rest.join('').trim() !== '') {
      texts['short'] = first.trim();
      notes.push({ key: 'shortTaken' });
    }
  }
  if (!('variables' in record.headings)) declareVariables(value, texts, context);
}

function put(target: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? path;
  let inner = target;
  for (const key of keys) {
    const next = inner[key];
    inner[key] = typeof next === 'object' && next !== null ? next : {};
    inner = inner[key] as Record<string, unknown>;
  }
  if (value === undefined) delete inner[last];
  else inner[last] = value;
}
