import { type AlertLevel, type alertEnded, alertLevelSchema, type alertRaised } from '#contract/alerts.ts';
import type { PayloadOf } from '#contract/declare-event.ts';
import { type VariableValues, variableValuesSchema } from '#contract/library.ts';
import { type AlertKind, alertKindSchema } from '#contract/work-orders/terms.ts';
import { canonicalText } from '#ledger/canonical.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';

type Raised = PayloadOf<typeof alertRaised>;
type AlertContent = Pick<Raised, 'text' | 'tell' | 'lines'>;
type Mark = 'acknowledged' | 'told' | 'ended';

export interface AlertMark {
  readonly mark: Mark;
  readonly post: string | null;
  readonly atMs: number;
  readonly personId: string | null;
}

export interface Alert extends AlertContent {
  readonly id: string;
  readonly alertKind: AlertKind;
  readonly level: AlertLevel;
  readonly raisedAtMs: number;
  readonly personId: string | null;
  readonly workOrderId: string | null;
  /** What stands in the gaps of its lines. */
  readonly values: VariableValues;
  /** Oldest first. */
  readonly marks: readonly AlertMark[];
}

interface AlertRow {
  alert_id: string;
  alert_kind: string;
  level: string;
  raised_at_ms: number;
  person_id: string | null;
  work_order_id: string | null;
  alert_sealed: Uint8Array;
}

const placeOf = (alertId: string): string => `alert.alert_sealed:${alertId}`;
const endPlaceOf = (eventId: string): string => `alert_mark.text_sealed:${eventId}`;
const valuesPlaceOf = (alertId: string): string => `alert_values.values_sealed:${alertId}`;

export function insertAlert(db: WriteHandle, seal: FieldSealer, event: OpenEvent<Raised>): void {
  const { alertId, alertKind, level, workOrderId, ...content } = event.payload;
  prepared(
    db,
    `INSERT INTO alert (alert_id, alert_kind, level, raised_at_ms, person_id, work_order_id, alert_sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    alertId,
    alertKind,
    level,
    event.atMs,
    event.personId,
    workOrderId,
    seal.seal(canonicalText(content), placeOf(alertId)),
  );
}

/** Each filling stays by itself; the later of two desks holds, whichever comes in first. */
export function insertAlertValues(
  db: WriteHandle,
  seal: FieldSealer,
  { id, atMs, payload }: OpenEvent<{ alertId: string; values: VariableValues }>,
): void {
  prepared(db, 'INSERT INTO alert_values (event_id, alert_id, at_ms, values_sealed) VALUES (?, ?, ?, ?)').run(
    id,
    payload.alertId,
    atMs,
    seal.seal(canonicalText(payload.values), valuesPlaceOf(payload.alertId)),
  );
}

function valuesOf(db: ReadHandle, seal: FieldSealer, alertId: string): VariableValues {
  const sealed = prepared(
    db,
    'SELECT values_sealed FROM alert_values WHERE alert_id = ? ORDER BY at_ms DESC, event_id DESC LIMIT 1',
  )
    .pluck()
    .get(alertId);
  if (!(sealed instanceof Uint8Array)) return {};
  return variableValuesSchema.parse(JSON.parse(seal.open(sealed, valuesPlaceOf(alertId))));
}

export function insertMark(
  db: WriteHandle,
  { id, atMs, personId }: Pick<OpenEvent, 'id' | 'atMs' | 'personId'>,
  { alertId, mark, post }: { alertId: string; mark: Mark; post: string | null },
): void {
  prepared(
    db,
    'INSERT INTO alert_mark (event_id, alert_id, mark, post, at_ms, person_id) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(id, alertId, mark, post, atMs, personId);
}

/** Its end, with what was said of it. */
export function insertEnd(db: WriteHandle, seal: FieldSealer, event: OpenEvent<PayloadOf<typeof alertEnded>>): void {
  const { alertId, text } = event.payload;
  insertMark(db, event, { alertId, mark: 'ended', post: null });
  prepared(db, 'UPDATE alert_mark SET text_sealed = ? WHERE event_id = ?').run(
    seal.seal(text, endPlaceOf(event.id)),
    event.id,
  );
}

/** What was said when it ended, at every desk that ended it. */
export function endingTexts(db: ReadHandle, seal: FieldSealer, alertId: string): string[] {
  const rows = prepared(
    db,
    'SELECT event_id AS eventId, text_sealed AS sealed FROM alert_mark WHERE alert_id = ? AND text_sealed IS NOT NULL',
  ).all(alertId) as { eventId: string; sealed: Uint8Array }[];
  return rows.map(({ eventId, sealed }) => seal.open(sealed, endPlaceOf(eventId)));
}

/** Alerts that are not over, and those that ended since a moment; the newest first. */
export function listAlerts(db: ReadHandle, seal: FieldSealer, endedSinceMs: number): Alert[] {
  const rows = prepared(
    db,
    `SELECT * FROM alert WHERE NOT EXISTS (
       SELECT 1 FROM alert_mark WHERE alert_mark.alert_id = alert.alert_id AND mark = 'ended' AND at_ms < ?)
     ORDER BY raised_at_ms DESC, alert_id DESC`,
  ).all(endedSinceMs) as AlertRow[];
  return rows.map((row) => toAlert(db, seal, row));
}

export function findAlert(db: ReadHandle, seal: FieldSealer, alertId: string): Alert | null {
  const row = prepared(db, 'SELECT * FROM alert WHERE alert_id = ?').get(alertId) as AlertRow | undefined;
  return row ? toAlert(db, seal, row) : null;
}

function toAlert(db: ReadHandle, seal: FieldSealer, row: AlertRow): Alert {
  const marks = prepared(
    db,
    `SELECT mark, post, at_ms AS atMs, person_id AS personId FROM alert_mark WHERE alert_id = ? ORDER BY at_ms, event_id`,
  ).all(row.alert_id) as AlertMark[];
  return {
    id: row.alert_id,
    alertKind: alertKindSchema.parse(row.alert_kind),
    level: alertLevelSchema.parse(row.level),
    raisedAtMs: row.raised_at_ms,
    personId: row.person_id,
    workOrderId: row.work_order_id,
    values: valuesOf(db, seal, row.alert_id),
    marks,
    // What is sealed here was written by this file and authenticated by its seal.
    ...(JSON.parse(seal.open(row.alert_sealed, placeOf(row.alert_id))) as AlertContent),
  };
}
