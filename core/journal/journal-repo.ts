import type { JournalPlace } from '#contract/journal.ts';
import type { ChainEvent, ChainLink } from '#ledger/chain-check.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';

/** A row of `journal` with its types checked; `payload` and `salt` are sealed. */
export interface JournalRow extends ChainEvent {
  /** The place in the whole journal, from 1 without gaps. */
  readonly position: number;
  readonly payload: Uint8Array | null;
  readonly salt: Uint8Array | null;
}

/** A row whose columns are not of the types and sizes that the journal writes. */
export class RowUnreadable extends Error {
  override readonly name = 'RowUnreadable';
  readonly position: number;
  constructor(position: number, column: string) {
    super(`column ${column} of the event at position ${position} is not of its type`);
    this.position = position;
  }
}

const PLAIN = 'rowid, install_id, epoch, seq, id, at_ms, person_id, subject_ids, kind, schema_version';

/**
 * Every blob costs the binding 1.5 µs and a short text a tenth of it, so the three fixed ones are read as hex. What is not
 * the type that the journal writes becomes NULL, which rowOf refuses.
 */
const DIGESTS = `CASE WHEN typeof(commitment) = 'blob' AND typeof(hash) = 'blob' THEN hex(commitment) || hex(hash) END`;
/** The columns that `rowOf` reads, of the journal and of any table that keeps events the same way. */
export const EVENT_COLUMNS = `${PLAIN}, ${DIGESTS}, payload, CASE WHEN typeof(salt) = 'blob' THEN hex(salt) END`;
const CLOSED = `${PLAIN}, ${DIGESTS}, CASE WHEN typeof(payload) = typeof(salt)
  AND typeof(payload) IN ('blob', 'null') THEN payload IS NOT NULL END, 'closed'`;

export interface JournalReader {
  last(): JournalRow | null;
  at(place: JournalPlace): JournalRow | null;
  /** Raw rows behind a position, in order; `rowOf` checks each. */
  after(position: number, limit: number): unknown[][];
  /** The same without payload and salt, for checks that do not open them. */
  closedAfter(position: number, limit: number): unknown[][];
  /** The position of the first event at or behind a place; null where there is none. */
  positionOf(place: JournalPlace): number | null;
  lastPosition(): number;
  marks(kind: 'journal.erased' | 'journal.faultFound'): JournalRow[];
  /** Raw rows of what was found and taken note of; `rowOf` checks each. */
  findings(): unknown[][];
}

export function createJournalReader(db: ReadHandle): JournalReader {
  const byPosition = db.prepare(`SELECT ${EVENT_COLUMNS} FROM journal WHERE rowid = ?`).raw();
  const behind = db.prepare(`SELECT ${EVENT_COLUMNS} FROM journal WHERE rowid > ? ORDER BY rowid LIMIT ?`).raw();
  const closedBehind = db.prepare(`SELECT ${CLOSED} FROM journal WHERE rowid > ? ORDER BY rowid LIMIT ?`).raw();
  const maximum = db.prepare('SELECT coalesce(max(rowid), 0) FROM journal').pluck();
  const epochs = db
    .prepare('SELECT epoch, rowid FROM journal WHERE seq = 1 AND epoch >= ? ORDER BY epoch LIMIT 2')
    .raw();
  const marked = db.prepare(
    `SELECT ${EVENT_COLUMNS} FROM journal WHERE kind = ? AND kind IN ('journal.erased', 'journal.faultFound') ORDER BY rowid`,
  );
  marked.raw();
  const found = db.prepare(
    `SELECT ${EVENT_COLUMNS} FROM journal WHERE kind IN ('journal.faultFound', 'journal.faultAcknowledged')
      AND rowid IN (SELECT rowid FROM journal WHERE kind = 'journal.faultFound'
        UNION ALL SELECT rowid FROM journal WHERE kind = 'journal.faultAcknowledged') ORDER BY rowid`,
  );
  found.raw();

  const lastPosition = (): number => Number(maximum.get());
  const rowAt = (position: number): JournalRow | null => {
    const row = byPosition.get(position) as unknown[] | undefined;
    return row ? rowOf(row) : null;
  };
  const positionOf = (place: JournalPlace): number | null => {
    const [first, next] = epochs.all(place.epoch) as [number, number][];
    if (!first) return null;
    const inEpoch = first[0] === place.epoch ? first[1] + Math.max(place.seq, 1) - 1 : first[1];
    const end = next ? next[1] : lastPosition();
    if (next) return Math.min(inEpoch, end);
    return inEpoch <= end ? inEpoch : null;
  };
  return {
    lastPosition,
    positionOf,
    last: () => rowAt(lastPosition()),
    at(place) {
      const position = positionOf(place);
      const row = position === null ? null : rowAt(position);
      return row !== null && row.epoch === place.epoch && row.seq === place.seq ? row : null;
    },
    after: (position, limit) => behind.all(position, limit) as unknown[][],
    closedAfter: (position, limit) => closedBehind.all(position, limit) as unknown[][],
    marks: (kind) => (marked.all(kind) as unknown[][]).map(rowOf),
    findings: () => found.all() as unknown[][],
  };
}

const DIGEST_BYTES = 32;

/** Checks the types of a raw row; throws RowUnreadable. */
export function rowOf(row: readonly unknown[]): JournalRow {
  const position = typeof row[0] === 'number' ? row[0] : 0;
  const bad = (column: string): never => {
    throw new RowUnreadable(position, column);
  };
  const text = (index: number, name: string): string => {
    const value = row[index];
    return typeof value === 'string' ? value : bad(name);
  };
  const integer = (index: number, name: string): number => {
    const value = row[index];
    return typeof value === 'number' && Number.isSafeInteger(value) ? value : bad(name);
  };
  const digests = Buffer.from(text(10, 'commitment or hash'), 'hex');
  if (digests.length !== 2 * DIGEST_BYTES) bad('commitment or hash');
  return {
    position: integer(0, 'rowid'),
    installId: text(1, 'install_id'),
    epoch: integer(2, 'epoch'),
    seq: integer(3, 'seq'),
    id: text(4, 'id'),
    atMs: integer(5, 'at_ms'),
    personId: row[6] === null ? null : text(6, 'person_id'),
    subjectIds: text(7, 'subject_ids'),
    kind: text(8, 'kind'),
    schemaVersion: integer(9, 'schema_version'),
    commitment: digests.subarray(0, DIGEST_BYTES),
    hash: digests.subarray(DIGEST_BYTES),
    ...sealedColumns(row[11], row[12], bad),
  };
}

type SealedColumns = Pick<JournalRow, 'payload' | 'salt' | 'erased'>;
const CLOSED_ROW: SealedColumns = { payload: null, salt: null, erased: false };
const ERASED_ROW: SealedColumns = { payload: null, salt: null, erased: true };

function sealedColumns(payload: unknown, salt: unknown, bad: (column: string) => never): SealedColumns {
  if (salt === 'closed') return payload === 1 ? CLOSED_ROW : payload === 0 ? ERASED_ROW : bad('payload or salt');
  if (payload === null && salt === null) return ERASED_ROW;
  if (!(payload instanceof Uint8Array) || typeof salt !== 'string') return bad('payload or salt');
  return { payload, salt: Buffer.from(salt, 'hex'), erased: false };
}

export interface JournalWriter {
  insert(row: JournalRow): void;
}

export function createJournalWriter(db: WriteHandle): JournalWriter {
  const insert = db.prepare(
    `INSERT INTO journal (${PLAIN}, payload, salt, commitment, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
  );
  return {
    insert(row) {
      insert.run(
        row.position,
        row.installId,
        row.epoch,
        row.seq,
        row.id,
        row.atMs,
        row.personId,
        row.subjectIds,
        row.kind,
        row.schemaVersion,
        row.payload,
        row.salt,
        row.commitment,
        row.hash,
      );
    },
  };
}

export function linkOf(row: ChainEvent | null): ChainLink | null {
  return row === null ? null : { installId: row.installId, epoch: row.epoch, seq: row.seq, hash: row.hash };
}
