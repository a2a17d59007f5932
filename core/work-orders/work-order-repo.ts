import { workOrderCategorySchema } from '#contract/vocabulary.ts';
import type { WorkOrderState } from '#contract/work-orders/terms.ts';
import { canonicalText } from '#ledger/canonical.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import { applyEntry, type MergedOrder, mergeOrder, type OrderEntry } from './merge-order.ts';
import { numberMarks, numberShown } from './number-mark.ts';
import { isLast, listEntries } from './order-entry-repo.ts';
import { type DraftedPayload, draftedOrder, isSettled, laterKnown, type WorkOrder } from './order-state.ts';

interface WorkOrderRow {
  work_order_id: string;
  number: string;
  category: string;
  abnormal: number;
  person_id: string | null;
  conversation_id: string | null;
  drafted_at_ms: number;
  promised_at_ms: number | null;
  /** Only in rows from before the words of a promise were sealed. */
  promise_text: string | null;
  promise_sealed: Uint8Array | null;
  order_sealed: Uint8Array;
  subject_ids: string;
  merged_sealed: Uint8Array | null;
}

const placeOf = (workOrderId: string): string => `work_order.order_sealed:${workOrderId}`;
const promisePlaceOf = (workOrderId: string): string => `work_order.promise_sealed:${workOrderId}`;
const mergedPlaceOf = (workOrderId: string): string => `work_order.merged_sealed:${workOrderId}`;

/** The order as it was drafted; all but the columns of its row is about a person, and so sealed. */
function draftOf(row: WorkOrderRow, seal: FieldSealer): WorkOrder {
  const payload = {
    workOrderId: row.work_order_id,
    number: row.number,
    category: workOrderCategorySchema.parse(row.category),
    abnormal: row.abnormal === 1,
    promisedAtMs: row.promised_at_ms,
    promiseText: promiseTextOf(row, seal),
    conversationId: row.conversation_id,
    // What is sealed here was written by this file and authenticated by its seal.
    ...(JSON.parse(seal.open(row.order_sealed, placeOf(row.work_order_id))) as Record<string, unknown>),
  } as DraftedPayload;
  return draftedOrder(payload, row.person_id, row.drafted_at_ms);
}

/** What the entries so far come to, with the number as it was given. */
function promiseTextOf(row: WorkOrderRow, seal: FieldSealer): string | null {
  if (row.promise_sealed === null) return row.promise_text;
  return seal.open(row.promise_sealed, promisePlaceOf(row.work_order_id));
}

function mergedOf(row: WorkOrderRow, seal: FieldSealer): MergedOrder {
  if (row.merged_sealed === null) return { order: draftOf(row, seal), superseded: [] };
  const merged = JSON.parse(seal.open(row.merged_sealed, mergedPlaceOf(row.work_order_id))) as MergedOrder;
  return { ...merged, order: { ...laterKnown, ...merged.order } };
}

/** The order as everybody sees it: with its mark, where another desk gave the same number. */
function shownOf(db: ReadHandle, row: WorkOrderRow, seal: FieldSealer): MergedOrder {
  const merged = mergedOf(row, seal);
  const sharing = idsWithNumber(db, row.number);
  if (sharing.length < 2) return merged;
  const mark = numberMarks(sharing).get(row.work_order_id) ?? '';
  return { ...merged, order: { ...merged.order, number: numberShown(row.number, mark) } };
}

/** The orders with a number: more than one where two desks without a network gave it. */
export function idsWithNumber(db: ReadHandle, number: string): string[] {
  return prepared(db, 'SELECT work_order_id FROM work_order WHERE number = ? ORDER BY work_order_id')
    .pluck()
    .all(number) as string[];
}

function findRow(db: ReadHandle, workOrderId: string): WorkOrderRow | null {
  const row = prepared(db, 'SELECT * FROM work_order WHERE work_order_id = ?').get(workOrderId);
  return (row as WorkOrderRow | undefined) ?? null;
}

export function insertWorkOrder(db: WriteHandle, seal: FieldSealer, event: OpenEvent<DraftedPayload>): void {
  const { workOrderId, number, category, abnormal, promisedAtMs, promiseText, conversationId, ...content } =
    event.payload;
  prepared(
    db,
    `INSERT INTO work_order (work_order_id, number, day, category, abnormal, person_id, conversation_id,
       drafted_at_ms, promised_at_ms, promise_sealed, order_sealed, subject_ids, changed_at_ms)
     VALUES (@workOrderId, @number, @day, @category, @abnormal, @personId, @conversationId,
       @draftedAtMs, @promisedAtMs, @promiseSealed, @sealed, @subjectIds, @draftedAtMs)`,
  ).run({
    workOrderId,
    number,
    category,
    promisedAtMs,
    promiseSealed: promiseText === null ? null : seal.seal(promiseText, promisePlaceOf(workOrderId)),
    conversationId,
    day: number.slice(0, 6),
    abnormal: abnormal ? 1 : 0,
    personId: event.personId,
    draftedAtMs: event.atMs,
    subjectIds: JSON.stringify(event.subjectIds),
    sealed: seal.seal(canonicalText(content), placeOf(workOrderId)),
  });
  remerge(db, seal, workOrderId);
}

/** Takes in one more entry that was just stored: as the next one, or, when it belongs before others, by folding all again. */
export function mergeEntry(db: WriteHandle, seal: FieldSealer, workOrderId: string, entry: OrderEntry): void {
  const row = findRow(db, workOrderId);
  // Steps of another desk may come in before the order itself does; they are folded when it is there.
  if (row === null) return;
  if (isLast(db, workOrderId, entry)) writeMerged(db, seal, workOrderId, applyEntry(mergedOf(row, seal), entry));
  else remerge(db, seal, workOrderId);
}

/** Folds all entries of an order again. */
export function remerge(db: WriteHandle, seal: FieldSealer, workOrderId: string): void {
  const row = findRow(db, workOrderId);
  if (row === null) return;
  writeMerged(db, seal, workOrderId, mergeOrder(draftOf(row, seal), listEntries(db, seal, workOrderId)));
}

function writeMerged(db: WriteHandle, seal: FieldSealer, workOrderId: string, merged: MergedOrder): void {
  prepared(db, 'UPDATE work_order SET merged_sealed = ?, settled = ?, changed_at_ms = ? WHERE work_order_id = ?').run(
    seal.seal(canonicalText(merged), mergedPlaceOf(workOrderId)),
    isSettled(merged.order) ? 1 : 0,
    merged.order.changedAtMs,
    workOrderId,
  );
}

/** An order whose data was erased keeps its place in the day's count, so that no number is given twice. */
export function keepErased(db: WriteHandle, event: Pick<OpenEvent, 'id' | 'atMs'>): void {
  prepared(db, 'INSERT INTO work_order_erased (event_id, drafted_at_ms) VALUES (?, ?)').run(event.id, event.atMs);
}

/** A promise made or changed in the conversation after the order was drafted holds for the order too. */
export function promiseOrder(
  db: WriteHandle,
  seal: FieldSealer,
  conversationId: string,
  promise: { dueAtMs: number; text: string },
): void {
  const ids = prepared(db, 'SELECT work_order_id FROM work_order WHERE conversation_id = ?')
    .pluck()
    .all(conversationId) as string[];
  for (const id of ids) holdPromise(db, seal, id, promise);
}

export function holdPromise(
  db: WriteHandle,
  seal: FieldSealer,
  workOrderId: string,
  promise: { dueAtMs: number; text: string },
): void {
  prepared(
    db,
    'UPDATE work_order SET promised_at_ms = ?, promise_text = NULL, promise_sealed = ? WHERE work_order_id = ?',
  ).run(promise.dueAtMs, seal.seal(promise.text, promisePlaceOf(workOrderId)), workOrderId);
  remerge(db, seal, workOrderId);
}

/** The promise that stands beside the order; null without one. */
export function promiseOfOrder(
  db: ReadHandle,
  seal: FieldSealer,
  workOrderId: string,
): { dueAtMs: number; text: string } | null {
  const row = prepared(db, 'SELECT * FROM work_order WHERE work_order_id = ?').get(workOrderId) as
    | (WorkOrderRow & { promised_at_ms: number | null })
    | undefined;
  const text = row === undefined ? null : promiseTextOf(row, seal);
  return text === null || !row || row.promised_at_ms === null ? null : { dueAtMs: row.promised_at_ms, text };
}

/** The next free count of a calendar day (`yyMMdd`) that runs from `fromMs` to `toMs`. */
export function nextOfDay(db: ReadHandle, day: string, fromMs: number, toMs: number): number {
  const row = prepared(
    db,
    `SELECT max(coalesce((SELECT max(CAST(substr(number, 8) AS INTEGER)) FROM work_order WHERE day = @day), 0),
       (SELECT count(*) FROM work_order WHERE day = @day)
         + (SELECT count(*) FROM work_order_erased WHERE drafted_at_ms >= @fromMs AND drafted_at_ms < @toMs)) AS used`,
  ).get({ day, fromMs, toMs }) as { used: number };
  return row.used + 1;
}

/** Everything that is still to be done, and what was settled since a moment; the oldest first. */
export function listMerged(
  db: ReadHandle,
  seal: FieldSealer,
  query: { state: WorkOrderState | null; settledSinceMs: number },
): MergedOrder[] {
  const rows = prepared(
    db,
    `SELECT * FROM work_order WHERE settled = 0 OR changed_at_ms >= ? ORDER BY drafted_at_ms, number, work_order_id`,
  ).all(query.settledSinceMs) as WorkOrderRow[];
  return rows
    .map((row) => shownOf(db, row, seal))
    .filter(({ order }) => query.state === null || order.state === query.state);
}

/** The same without what was superseded. */
export function listWorkOrders(...given: Parameters<typeof listMerged>): WorkOrder[] {
  return listMerged(...given).map(({ order }) => order);
}

export function findMerged(db: ReadHandle, seal: FieldSealer, workOrderId: string): MergedOrder | null {
  const row = findRow(db, workOrderId);
  return row && shownOf(db, row, seal);
}

/** Ids under which the data of an order can be erased. */
export function subjectsOf(db: ReadHandle, workOrderId: string): string[] {
  const row = findRow(db, workOrderId);
  return row ? (JSON.parse(row.subject_ids) as string[]) : [];
}
