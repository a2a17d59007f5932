import { z } from 'zod';
import type { PayloadOf } from '#contract/declare-event.ts';
import { type incidentCallTried, incidentRaised } from '#contract/incidents.ts';
import { variableValuesSchema } from '#contract/library.ts';
import { canonicalText } from '#ledger/canonical.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import type { Incident, IncidentMark } from './incident.ts';

type Raised = PayloadOf<typeof incidentRaised>;
export type MarkName = IncidentMark['mark'];

interface IncidentRow {
  incident_id: string;
  raised_at_ms: number;
  person_id: string | null;
  install_id: string;
  incident_sealed: Uint8Array;
}

interface MarkRow {
  event_id: string;
  mark: MarkName;
  at_ms: number;
  person_id: string | null;
  install_id: string;
  to_ms: number | null;
  detail_sealed: Uint8Array | null;
}

const placeOf = (incidentId: string): string => `incident.incident_sealed:${incidentId}`;
const detailPlaceOf = (eventId: string): string => `incident_mark.detail_sealed:${eventId}`;

/** What a mark says beside its columns; which of it depends on the mark. */
const detailSchema = z.object({
  reason: z.string().default(''),
  values: variableValuesSchema.default({}),
  unread: z.int().default(0),
  tried: z.custom<Omit<PayloadOf<typeof incidentCallTried>, 'incidentId'>>().nullable().default(null),
});
export type MarkDetail = z.input<typeof detailSchema>;

export function insertIncident(db: WriteHandle, seal: FieldSealer, event: OpenEvent<Raised>): void {
  const { incidentId, incidentKind, level, fromMs, toMs } = event.payload;
  // A desk that prolonged it may have been heard first.
  const prolongedTo = prepared(db, 'SELECT max(to_ms) FROM incident_mark WHERE incident_id = ?').pluck();
  const latest = Math.max(toMs, Number(prolongedTo.get(incidentId) ?? 0));
  prepared(
    db,
    `INSERT INTO incident (incident_id, incident_kind, level, raised_at_ms, from_ms, to_ms, person_id, install_id, incident_sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    incidentId,
    incidentKind,
    level,
    event.atMs,
    fromMs,
    latest,
    event.personId,
    event.installId,
    seal.seal(canonicalText(event.payload), placeOf(incidentId)),
  );
}

export function insertMark(
  db: WriteHandle,
  seal: FieldSealer,
  event: Pick<OpenEvent, 'id' | 'atMs' | 'personId' | 'installId'>,
  {
    incidentId,
    mark,
    toMs = null,
    detail = null,
  }: {
    incidentId: string;
    mark: MarkName;
    toMs?: number | null;
    detail?: MarkDetail | null;
  },
): void {
  prepared(
    db,
    `INSERT INTO incident_mark (event_id, incident_id, mark, at_ms, person_id, install_id, to_ms, detail_sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    event.id,
    incidentId,
    mark,
    event.atMs,
    event.personId,
    event.installId,
    toMs,
    detail === null ? null : seal.seal(canonicalText(detail), detailPlaceOf(event.id)),
  );
  if (toMs !== null) {
    prepared(db, 'UPDATE incident SET to_ms = max(to_ms, ?) WHERE incident_id = ?').run(toMs, incidentId);
  }
}

/** Incidents that reach behind a moment, the newest first. Where each stands is for `standOf` to say. */
export function incidentsSince(db: ReadHandle, seal: FieldSealer, sinceMs: number): Incident[] {
  const rows = prepared(db, 'SELECT * FROM incident WHERE to_ms >= ? ORDER BY raised_at_ms DESC, incident_id DESC').all(
    sinceMs,
  ) as IncidentRow[];
  return rows.map((row) => toIncident(db, seal, row));
}

export function findIncident(db: ReadHandle, seal: FieldSealer, incidentId: string): Incident | null {
  const row = prepared(db, 'SELECT * FROM incident WHERE incident_id = ?').get(incidentId) as IncidentRow | undefined;
  return row ? toIncident(db, seal, row) : null;
}

function toIncident(db: ReadHandle, seal: FieldSealer, row: IncidentRow): Incident {
  const marks = prepared(
    db,
    `SELECT event_id, mark, at_ms, person_id, install_id, to_ms, detail_sealed FROM incident_mark
     WHERE incident_id = ? ORDER BY at_ms, event_id`,
  ).all(row.incident_id) as MarkRow[];
  return {
    ...incidentRaised.payload.parse(JSON.parse(seal.open(row.incident_sealed, placeOf(row.incident_id)))),
    raisedAtMs: row.raised_at_ms,
    personId: row.person_id,
    installId: row.install_id,
    marks: marks.map((mark) => ({
      mark: mark.mark,
      atMs: mark.at_ms,
      personId: mark.person_id,
      installId: mark.install_id,
      toMs: mark.to_ms,
      ...detailSchema.parse(
        mark.detail_sealed === null ? {} : JSON.parse(seal.open(mark.detail_sealed, detailPlaceOf(mark.event_id))),
      ),
    })),
  };
}

/** Where a desk stands; the later of two sayings holds, whichever comes in first. */
export function placeDesk(db: WriteHandle, { id, atMs, installId }: OpenEvent, place: string | null): void {
  prepared(
    db,
    `INSERT INTO incident_desk (install_id, place, at_ms, event_id) VALUES (?, ?, ?, ?)
     ON CONFLICT (install_id) DO UPDATE SET place = excluded.place, at_ms = excluded.at_ms, event_id = excluded.event_id
       WHERE (excluded.at_ms, excluded.event_id) > (at_ms, event_id)`,
  ).run(installId, place, atMs, id);
}

export function placeOfDesk(db: ReadHandle, installId: string): string | null {
  const place: unknown = prepared(db, 'SELECT place FROM incident_desk WHERE install_id = ?').pluck().get(installId);
  return typeof place === 'string' ? place : null;
}

export function knownPlaces(db: ReadHandle): string[] {
  return prepared(db, 'SELECT DISTINCT place FROM incident_desk WHERE place IS NOT NULL ORDER BY place')
    .pluck()
    .all() as string[];
}
