import { type RecordKind, type RecordState, recordKindSchema, recordStateSchema } from '#contract/records.ts';
import { channelSchema } from '#contract/vocabulary.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import { type ContactRecord, digitsOf, nameKey } from './record.ts';

export interface RecordRow extends Omit<ContactRecord, 'number' | 'names'> {
  readonly hasNumber: boolean;
  /** Where it stands in the order of the journal; the cursor of a page. */
  readonly place: string;
}

interface StoredRow {
  record_id: string;
  kind: string;
  owner_id: string | null;
  customer_id: string;
  entry_id: string;
  title: string;
  scene: string;
  channel: string;
  state: string;
  outcome: string;
  work_order_number: string | null;
  corrections: number;
  within_id: string | null;
  started_at_ms: number;
  ended_at_ms: number | null;
  epoch: number;
  seq: number;
  number_lookup: Uint8Array | null;
  shown_sealed: Uint8Array;
}

const placeOf = (recordId: string): string => `record.shown_sealed:${recordId}`;
const numberLookup = (seal: FieldSealer, digits: string) => seal.lookup(`record.number:${digits}`);
const nameLookup = (seal: FieldSealer, key: string) => seal.lookup(`record.name:${key}`);

function toRow(row: StoredRow, seal: FieldSealer): RecordRow {
  return {
    id: row.record_id,
    kind: recordKindSchema.parse(row.kind),
    ownerId: row.owner_id,
    customerId: row.customer_id,
    entryId: row.entry_id,
    title: row.title,
    scene: row.scene,
    channel: channelSchema.parse(row.channel),
    state: recordStateSchema.parse(row.state),
    outcome: row.outcome,
    workOrderNumber: row.work_order_number,
    corrections: row.corrections,
    withinId: row.within_id,
    startedAtMs: row.started_at_ms,
    endedAtMs: row.ended_at_ms,
    hasNumber: row.number_lookup !== null,
    customerShown: seal.open(row.shown_sealed, placeOf(row.record_id)),
    place: `${row.epoch}:${row.seq}:${row.record_id}`,
  };
}

/** Enters a contact into the register, or brings what is there up to date; its place stays that of its first event. */
export function putRecord(
  db: WriteHandle,
  seal: FieldSealer,
  record: ContactRecord,
  { epoch, seq }: Pick<OpenEvent, 'epoch' | 'seq'>,
): void {
  const { number, names, customerShown, ...columns } = record;
  prepared(
    db,
    `INSERT INTO record (record_id, kind, owner_id, customer_id, entry_id, title, scene, channel, state, outcome,
       work_order_number, corrections, within_id, started_at_ms, ended_at_ms, epoch, seq, number_lookup, shown_sealed)
     VALUES (@id, @kind, @ownerId, @customerId, @entryId, @title, @scene, @channel, @state, @outcome,
       @workOrderNumber, @corrections, @withinId, @startedAtMs, @endedAtMs, @epoch, @seq, @lookup, @sealed)
     ON CONFLICT (record_id) DO UPDATE SET owner_id = excluded.owner_id, entry_id = excluded.entry_id,
       title = excluded.title, scene = excluded.scene, state = excluded.state, outcome = excluded.outcome,
       work_order_number = excluded.work_order_number, corrections = excluded.corrections,
       ended_at_ms = excluded.ended_at_ms, number_lookup = excluded.number_lookup, shown_sealed = excluded.shown_sealed`,
  ).run({
    ...columns,
    epoch,
    seq,
    lookup: number === '' ? null : numberLookup(seal, number),
    sealed: seal.seal(customerShown, placeOf(record.id)),
  });
  prepared(db, 'DELETE FROM record_name WHERE record_id = ?').run(record.id);
  for (const name of names) {
    prepared(db, 'INSERT INTO record_name (record_id, name_lookup) VALUES (?, ?)').run(
      record.id,
      nameLookup(seal, name),
    );
  }
  if (record.ownerId !== null) putPeople(db, record.id, [record.ownerId]);
}

/** Who had a contact, and so may see its record. */
export function putPeople(db: WriteHandle, recordId: string, personIds: Iterable<string>): void {
  const insert = prepared(db, 'INSERT OR IGNORE INTO record_person (record_id, person_id) VALUES (?, ?)');
  for (const personId of personIds) insert.run(recordId, personId);
}

export interface RecordQuery {
  /** Whose records may be seen; null: everybody's. */
  readonly seenBy: string | null;
  readonly personId: string | null;
  readonly name: string | null;
  readonly number: string | null;
  readonly kind: RecordKind | null;
  readonly scene: string | null;
  readonly state: RecordState | null;
  readonly outcome: string | null;
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly after: string | null;
  readonly limit: number;
}

const seenByClause = `(@seenBy IS NULL OR EXISTS (
  SELECT 1 FROM record_person AS seen WHERE seen.record_id = record.record_id AND seen.person_id = @seenBy))`;

/** The contacts that fit, the latest started first. */
export function findRecords(db: ReadHandle, seal: FieldSealer, query: RecordQuery): RecordRow[] {
  const [epoch = null, seq = null, id = ''] = query.after?.split(':') ?? [];
  const rows = prepared(
    db,
    `SELECT * FROM record WHERE ${seenByClause}
       AND (@number IS NULL OR number_lookup = @number)
       AND (@name IS NULL OR record_id IN (SELECT record_id FROM record_name WHERE name_lookup = @name))
       AND (@personId IS NULL OR EXISTS (
         SELECT 1 FROM record_person AS by WHERE by.record_id = record.record_id AND by.person_id = @personId))
       AND (@kind IS NULL OR kind = @kind) AND (@scene IS NULL OR scene = @scene)
       AND (@state IS NULL OR state = @state) AND (@outcome IS NULL OR outcome = @outcome)
       AND (@fromMs IS NULL OR started_at_ms >= @fromMs) AND (@toMs IS NULL OR started_at_ms < @toMs)
       AND (@epoch IS NULL OR (epoch, seq, record_id) < (@epoch, @seq, @id))
     ORDER BY epoch DESC, seq DESC, record_id DESC LIMIT @limit`,
  ).all({
    ...query,
    epoch: epoch === null ? null : Number(epoch),
    seq: seq === null ? null : Number(seq),
    id,
    number: query.number === null ? null : numberLookup(seal, digitsOf(query.number)),
    name: query.name === null ? null : nameLookup(seal, nameKey(query.name)),
  }) as StoredRow[];
  return rows.map((row) => toRow(row, seal));
}

/** One contact, when `seenBy` may see it (null: may see all). */
export function findRecord(
  db: ReadHandle,
  seal: FieldSealer,
  recordId: string,
  seenBy: string | null,
): RecordRow | null {
  const row = prepared(db, `SELECT * FROM record WHERE record_id = @recordId AND ${seenByClause}`).get({
    recordId,
    seenBy,
  }) as StoredRow | undefined;
  return row ? toRow(row, seal) : null;
}

/** How many contacts a number has, without the one left out. */
export function countByNumber(db: ReadHandle, seal: FieldSealer, number: string, leaveOut: string | null): number {
  return prepared(
    db,
    'SELECT count(*) FROM record WHERE number_lookup = @number AND (@leaveOut IS NULL OR record_id <> @leaveOut)',
  )
    .pluck()
    .get({ number: numberLookup(seal, digitsOf(number)), leaveOut }) as number;
}

export interface RecordChoices {
  readonly scenes: readonly { readonly scene: string; readonly entryId: string }[];
  readonly outcomes: readonly string[];
}

/** Scenes and outcomes that occur among the records somebody may see. */
export function recordChoices(db: ReadHandle, seenBy: string | null): RecordChoices {
  const scenes = prepared(
    db,
    `SELECT scene, max(entry_id) AS entryId FROM record WHERE ${seenByClause} GROUP BY scene ORDER BY count(*) DESC, scene`,
  ).all({ seenBy }) as { scene: string; entryId: string }[];
  const outcomes = prepared(
    db,
    `SELECT outcome FROM record WHERE ${seenByClause} AND outcome <> '' GROUP BY outcome ORDER BY count(*) DESC, outcome`,
  )
    .pluck()
    .all({ seenBy }) as string[];
  return { scenes, outcomes };
}
