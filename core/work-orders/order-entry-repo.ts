import { canonicalText } from '#ledger/canonical.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import type { OrderChange } from './evolve-order.ts';
import type { OrderEntry } from './merge-order.ts';

interface EntryRow {
  event_id: string;
  at_ms: number;
  install_id: string;
  epoch: number;
  seq: number;
  person_id: string | null;
  type: string;
  payload_sealed: Uint8Array;
}

const ORDER = 'order_revision, at_ms, install_id, epoch, seq';
const placeOf = (eventId: string): string => `work_order_entry.payload_sealed:${eventId}`;

export function insertEntry(db: WriteHandle, seal: FieldSealer, entry: OrderEntry): void {
  const { change, ...columns } = entry;
  prepared(
    db,
    `INSERT INTO work_order_entry (event_id, work_order_id, ${ORDER}, person_id, type, payload_sealed)
     VALUES (@eventId, @workOrderId, @orderRevision, @atMs, @installId, @epoch, @seq, @personId, @type, @sealed)`,
  ).run({
    ...columns,
    workOrderId: change.payload.workOrderId,
    orderRevision: change.payload.orderRevision,
    type: change.type,
    sealed: seal.seal(canonicalText(change.payload), placeOf(entry.eventId)),
  });
}

/** Every entry of an order in its one order on all desks. */
export function listEntries(db: ReadHandle, seal: FieldSealer, workOrderId: string): OrderEntry[] {
  const rows = prepared(db, `SELECT * FROM work_order_entry WHERE work_order_id = ? ORDER BY ${ORDER}`);
  return (rows.all(workOrderId) as EntryRow[]).map((row) => toEntry(row, seal));
}

/** Whether no stored entry of the order comes after this one. */
export function isLast(db: ReadHandle, workOrderId: string, entry: OrderEntry): boolean {
  const newest = ORDER.replaceAll(/\w+/g, '$& DESC');
  const row = prepared(
    db,
    `SELECT event_id, order_revision, at_ms, install_id, epoch, seq FROM work_order_entry
     WHERE work_order_id = ? ORDER BY ${newest} LIMIT 1`,
  ).get(workOrderId) as { event_id: string } | undefined;
  return row === undefined || row.event_id === entry.eventId;
}

function toEntry(row: EntryRow, seal: FieldSealer): OrderEntry {
  return {
    eventId: row.event_id,
    installId: row.install_id,
    epoch: row.epoch,
    seq: row.seq,
    atMs: row.at_ms,
    personId: row.person_id,
    // What is sealed here was written by this file and authenticated by its seal.
    change: {
      type: row.type,
      payload: JSON.parse(seal.open(row.payload_sealed, placeOf(row.event_id))),
    } as OrderChange,
  };
}
