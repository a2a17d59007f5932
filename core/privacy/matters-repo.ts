import type { JournalPlace } from '#contract/journal.ts';
import type { ReadHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';

/** One thing a customer came with, as far as erasing it goes. */
export interface Matter {
  readonly what: 'conversation' | 'specialCall' | 'workOrder' | 'alert';
  readonly id: string;
  /** The customer's random id; empty for an alert. */
  readonly customerId: string;
  readonly label: string;
  readonly startedAtMs: number;
  /** When nothing about it is left to do; null while it is open. */
  readonly endedAtMs: number | null;
  /** Of its first event in the journal; null for an order and an alert, which name their subjects themselves. */
  readonly place: JournalPlace | null;
}

interface MatterRow {
  what: Matter['what'];
  id: string;
  customer_id: string;
  label: string;
  started_at_ms: number;
  ended_at_ms: number | null;
  epoch: number | null;
  seq: number | null;
}

const CONTACTS = `SELECT kind AS what, record.record_id AS id, record.customer_id, title AS label, record.started_at_ms,
    CASE WHEN record.state IN ('finished', 'brokenOff') THEN record.ended_at_ms END AS ended_at_ms,
    record.epoch, record.seq
  FROM record LEFT JOIN conversation ON conversation.conversation_id = record.record_id`;
const ORDERS = `SELECT 'workOrder' AS what, work_order_id AS id, coalesce(subject_ids ->> 0, '') AS customer_id, number AS label,
    drafted_at_ms AS started_at_ms, CASE settled WHEN 1 THEN changed_at_ms END AS ended_at_ms, NULL AS epoch, NULL AS seq
  FROM work_order`;
const ALERTS = `SELECT * FROM (SELECT 'alert' AS what, alert_id AS id, '' AS customer_id, alert_kind AS label,
    raised_at_ms AS started_at_ms, (SELECT min(at_ms) FROM alert_mark AS mark
      WHERE mark.alert_id = alert.alert_id AND mark.mark = 'ended') AS ended_at_ms,
    NULL AS epoch, NULL AS seq, work_order_id FROM alert)`;
/** Those of an order go with it. */
const ENDED_ALONE = 'work_order_id IS NULL AND ended_at_ms IS NOT NULL';

const toMatter = (row: MatterRow): Matter => ({
  what: row.what,
  id: row.id,
  customerId: row.customer_id,
  label: row.label,
  startedAtMs: row.started_at_ms,
  endedAtMs: row.ended_at_ms,
  place: row.epoch === null || row.seq === null ? null : { epoch: row.epoch, seq: row.seq },
});

/** Everything that stands under a customer's id, or the alert whose id it is; the oldest first. */
export function mattersOfSubject(db: ReadHandle, subjectId: string): Matter[] {
  const contacts = prepared(db, `${CONTACTS} WHERE record.customer_id = ?`).all(subjectId) as MatterRow[];
  const orders = prepared(
    db,
    `${ORDERS} WHERE EXISTS (SELECT 1 FROM json_each(subject_ids) AS subject WHERE subject.value = ?)`,
  ).all(subjectId) as MatterRow[];
  const alerts = prepared(db, `${ALERTS} WHERE id = ?`).all(subjectId) as MatterRow[];
  return [...contacts, ...orders, ...alerts]
    .map(toMatter)
    .toSorted((one, other) => one.startedAtMs - other.startedAtMs);
}

/** Matters of one kind by when they ended, the longest over first; those with an open promise are not over, nor are orders that cannot go by themselves. */
export function endedMatters(db: ReadHandle, what: Matter['what'], limit: number): Matter[] {
  if (what === 'alert') {
    const alerts = prepared(db, `${ALERTS} WHERE ${ENDED_ALONE} ORDER BY ended_at_ms LIMIT ?`).all(limit);
    return (alerts as MatterRow[]).map(toMatter);
  }
  const rows =
    what === 'workOrder'
      ? prepared(
          db,
          `${ORDERS} WHERE settled = 1 AND EXISTS (
            SELECT 1 FROM json_each(subject_ids) AS subject WHERE subject.value = work_order_id)
           ORDER BY ended_at_ms LIMIT ?`,
        ).all(limit)
      : prepared(
          db,
          `${CONTACTS} WHERE kind = ? AND record.state IN ('finished', 'brokenOff') AND promise_due_at_ms IS NULL
           ORDER BY ended_at_ms LIMIT ?`,
        ).all(what, limit);
  return (rows as MatterRow[]).map(toMatter);
}

export function countEndedBefore(db: ReadHandle, what: Matter['what'], beforeMs: number): number {
  if (what === 'alert') {
    const alerts = prepared(db, `SELECT count(*) FROM (${ALERTS}) WHERE ${ENDED_ALONE} AND ended_at_ms < ?`);
    return Number(alerts.pluck().get(beforeMs));
  }
  const counted =
    what === 'workOrder'
      ? prepared(db, 'SELECT count(*) FROM work_order WHERE settled = 1 AND changed_at_ms < ?').pluck().get(beforeMs)
      : prepared(
          db,
          `SELECT count(*) FROM record LEFT JOIN conversation ON conversation.conversation_id = record.record_id
           WHERE kind = ? AND record.state IN ('finished', 'brokenOff') AND record.ended_at_ms < ?
             AND promise_due_at_ms IS NULL`,
        )
          .pluck()
          .get(what, beforeMs);
  return Number(counted);
}

/** When the oldest failed search or missing line that is still kept was typed. */
export function oldestSearchAtMs(db: ReadHandle): number | null {
  const oldest: unknown = prepared(
    db,
    'SELECT min(at_ms) FROM (SELECT at_ms FROM search_failure UNION ALL SELECT at_ms FROM missing_report)',
  )
    .pluck()
    .get();
  return typeof oldest === 'number' ? oldest : null;
}

export function countSearchesBefore(db: ReadHandle, beforeMs: number): number {
  return Number(
    prepared(
      db,
      `SELECT count(*) FROM (SELECT at_ms FROM search_failure UNION ALL SELECT at_ms FROM missing_report)
       WHERE at_ms < ?`,
    )
      .pluck()
      .get(beforeMs),
  );
}

/** Ids of all orders, for a search that must open each. */
export function orderIds(db: ReadHandle): string[] {
  return prepared(db, 'SELECT work_order_id FROM work_order ORDER BY drafted_at_ms').pluck().all() as string[];
}
