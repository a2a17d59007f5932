import type { PayloadOf } from '#contract/declare-event.ts';
import { type WorkOrderCategory, workOrderCategorySchema } from '#contract/vocabulary.ts';
import { type WorkOrderState, type workOrderDrafted, workOrderStateSchema } from '#contract/work-orders.ts';
import { canonicalText } from '#ledger/canonical.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';

type Drafted = PayloadOf<typeof workOrderDrafted>;

/** What of an order is about a person, and so sealed. */
type OrderContent = Pick<Drafted, 'matter' | 'customerName' | 'customerNumber' | 'fields' | 'channel'>;

export interface WorkOrder {
  readonly id: string;
  readonly number: string;
  readonly category: WorkOrderCategory;
  readonly abnormal: boolean;
  readonly state: WorkOrderState;
  readonly personId: string | null;
  readonly conversationId: string | null;
  readonly draftedAtMs: number;
  readonly promisedAtMs: number | null;
  readonly promiseText: string | null;
  readonly content: OrderContent;
}

interface WorkOrderRow {
  work_order_id: string;
  number: string;
  category: string;
  abnormal: number;
  state: string;
  person_id: string | null;
  conversation_id: string | null;
  drafted_at_ms: number;
  promised_at_ms: number | null;
  promise_text: string | null;
  order_sealed: Uint8Array;
}

const placeOf = (workOrderId: string): string => `work_order.order_sealed:${workOrderId}`;

function toWorkOrder(row: WorkOrderRow, seal: FieldSealer): WorkOrder {
  return {
    id: row.work_order_id,
    number: row.number,
    category: workOrderCategorySchema.parse(row.category),
    abnormal: row.abnormal === 1,
    state: workOrderStateSchema.parse(row.state),
    personId: row.person_id,
    conversationId: row.conversation_id,
    draftedAtMs: row.drafted_at_ms,
    promisedAtMs: row.promised_at_ms,
    promiseText: row.promise_text,
    // What is sealed here was written by this file and authenticated by its seal.
    content: JSON.parse(seal.open(row.order_sealed, placeOf(row.work_order_id))) as OrderContent,
  };
}

export function insertWorkOrder(db: WriteHandle, seal: FieldSealer, event: OpenEvent<Drafted>): void {
  const { matter, customerName, customerNumber, fields, channel, ...order } = event.payload;
  const content: OrderContent = { matter, customerName, customerNumber, fields, channel };
  prepared(
    db,
    `INSERT INTO work_order (work_order_id, number, day, category, abnormal, state, person_id, conversation_id,
       drafted_at_ms, promised_at_ms, promise_text, order_sealed)
     VALUES (@workOrderId, @number, @day, @category, @abnormal, 'drafted', @personId, @conversationId,
       @draftedAtMs, @promisedAtMs, @promiseText, @sealed)`,
  ).run({
    ...order,
    day: order.number.slice(0, 6),
    abnormal: order.abnormal ? 1 : 0,
    personId: event.personId,
    draftedAtMs: event.atMs,
    sealed: seal.seal(canonicalText(content), placeOf(order.workOrderId)),
  });
}

/** An order whose data was erased keeps its place in the day's count, so that no number is given twice. */
export function keepErased(db: WriteHandle, event: Pick<OpenEvent, 'id' | 'atMs'>): void {
  prepared(db, 'INSERT INTO work_order_erased (event_id, drafted_at_ms) VALUES (?, ?)').run(event.id, event.atMs);
}

/** A promise made or changed after the order was drafted holds for the order too. */
export function promiseOrder(db: WriteHandle, conversationId: string, dueAtMs: number, text: string): void {
  prepared(db, 'UPDATE work_order SET promised_at_ms = ?, promise_text = ? WHERE conversation_id = ?').run(
    dueAtMs,
    text,
    conversationId,
  );
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

/** The next promised time first, orders without one last, older before newer. */
export function listWorkOrders(
  db: ReadHandle,
  seal: FieldSealer,
  query: { state: WorkOrderState | null; limit: number },
): WorkOrder[] {
  const rows = prepared(
    db,
    `SELECT * FROM work_order WHERE (@state IS NULL OR state = @state)
     ORDER BY promised_at_ms IS NULL, promised_at_ms, drafted_at_ms, number LIMIT @limit`,
  ).all(query) as WorkOrderRow[];
  return rows.map((row) => toWorkOrder(row, seal));
}

export function findWorkOrder(db: ReadHandle, seal: FieldSealer, workOrderId: string): WorkOrder | null {
  const row = prepared(db, 'SELECT * FROM work_order WHERE work_order_id = ?').get(workOrderId) as
    | WorkOrderRow
    | undefined;
  return row ? toWorkOrder(row, seal) : null;
}
