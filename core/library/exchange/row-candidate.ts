import type { ImportOptions } from '#contract/library-exchange.ts';
import { hasUnprintable } from './cell-guard.ts';
import { type CellContext, CellFault } from './codecs.ts';
import { columnByKey, kindNamed } from './columns.ts';
import { isTableEntry, valueAt } from './entry-row.ts';
import type { EntrySlugs } from './entry-slug.ts';
import type { RowFault } from './fault-text.ts';
import type { BaseIndex } from './find-base.ts';
import type { RowRecord } from './read/import-record.ts';
import { cellContext, type LibrarySnapshot } from './snapshot.ts';
import type { TableKind } from './table-kind.ts';
import { declareVariables, namedGaps } from './variable-gaps.ts';

/** What a record asks for, before the schema has looked at it. */
export interface Candidate {
  packId: string;
  value: Record<string, unknown>;
  faults: RowFault[];
  notes: string[];
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
  const notes: string[] = [];
  const headingOf = (key: string) => record.headings[key] ?? columnByKey(key)?.label ?? null;
  const fail = (key: string, reason: string) => faults.push({ column: headingOf(key), reason });
  const cell = (key: string) => record.cells[key] ?? '';

  const byId = cell('id') === '' ? null : base.byId(cell('id'));
  const kindCell = cell('kind') === '' ? null : kindNamed(cell('kind'));
  if (cell('kind') !== '' && kindCell === null) fail('kind', `不认得类型「${cell('kind').slice(0, 20)}」`);
  const heldKind = byId && isTableEntry(byId.entry) ? byId.entry.kind : null;
  const kind = kindCell ?? record.kind ?? kindByColumns(record) ?? heldKind ?? options.kind;
  const packId = packOf(record, around);
  if (packId === null) fail('pack', '不知道放进哪个行业包：加一列「行业包」，或导入时指定');
  const titled = byId || packId === null ? [] : base.byTitle(packId, kind, cell('title'));
  if (cell('id') === '' && titled.length > 1) fail('title', '口径库里有几条同名的，请填「编号」说明是哪一条');
  const held = byId ?? (cell('id') === '' ? (titled[0] ?? null) : null);
  if (held && held.entry.kind !== kind) fail('kind', '编号对应的条目是另一种类型');

  const value: Record<string, unknown> = held ? structuredClone(held.entry) : newEntry(kind, options);
  const context = cellContext(around.library, packId ?? '');
  for (const [key, text] of Object.entries(record.cells)) {
    const column = columnByKey(key);
    if (!column || ['kind', 'pack', 'id'].includes(key)) continue;
    if (!column.kinds.includes(kind)) {
      if (text !== '') notes.push(`「${headingOf(key)}」对这一类条目没有用，没有采用`);
    } else if (hasUnprintable(text)) fail(key, '有看不见的控制字符，请删掉');
    else if (text === '') {
      if (!column.keptWhenEmpty) put(value, key, undefined);
    } else
      try {
        put(value, key, column.codec.read(text, context));
      } catch (cause) {
        if (!(cause instanceof CellFault)) throw cause;
        fail(key, cause.message);
      }
  }
  if (kind !== 'forbidden') completeWording(value, record, held?.entry ?? null, context, notes);
  value['kind'] = kind;
  // Last, so that the id is made of the title as it was read.
  const title = value['title'];
  if (!held && packId !== null && typeof title === 'string')
    value['id'] = cell('id') || around.slugs.idFor(packId, title.slice(0, 60));
  if (valueAt(value, 'provenance.owner') === undefined && headingOf('provenance.owner') !== null)
    fail('provenance.owner', '没写负责人：加一列「负责人」，或导入时指定');
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
  notes: string[],
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
      notes.push('没有简短说法，先取了第一句，请改成一口气能说完的话');
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
