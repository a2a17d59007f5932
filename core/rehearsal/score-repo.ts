import type { PayloadOf } from '#contract/declare-event.ts';
import type { Norm } from '#contract/judge.ts';
import type {
  RehearsalRules,
  rehearsalAssigned,
  rehearsalCertified,
  rehearsalRulesSet,
  rehearsalScored,
  sheetScored,
} from '#contract/rehearsal/events.ts';
import { defaultWeights } from '#contract/rehearsal/terms.ts';
import { canonicalText } from '#ledger/canonical.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import { notePlace } from './remark-repo.ts';

/** Share kept of each norm that came up, in percent. */
export type NormPercents = Partial<Record<Norm, number>>;

export interface ScoreRow {
  readonly runId: string;
  readonly personId: string;
  readonly scenarioId: string;
  readonly title: string;
  readonly timed: boolean;
  readonly score: number;
  readonly passed: boolean;
  readonly norms: NormPercents;
  readonly endedAtMs: number;
}

export type ScoredBy = Pick<RehearsalRules, 'weights' | 'passMark'>;

export interface AssignmentRow {
  readonly assignmentId: string;
  readonly scenarioId: string;
  readonly personId: string;
  readonly byPersonId: string | null;
  readonly dueDay: string | null;
  readonly assignedAtMs: number;
}

export interface CertificateRow {
  readonly certificateId: string;
  readonly personId: string;
  readonly byPersonId: string | null;
  readonly atMs: number;
  readonly scenarios: number;
  readonly score: number;
  readonly passMark: number;
}

export interface RolePlayRow {
  readonly rolePlayId: string;
  readonly personId: string;
  readonly customerPersonId: string | null;
  readonly byPersonId: string | null;
  readonly atMs: number;
  readonly title: string;
  readonly score: number;
  readonly norms: NormPercents;
  readonly note: string;
}

const defaultRehearsalRules: RehearsalRules = { weights: defaultWeights, passMark: 75, ranking: false };

export function insertScore(db: WriteHandle, event: OpenEvent<PayloadOf<typeof rehearsalScored>>): void {
  const { runId, scenarioId, title, timed, score, passed, norms, rules, endedAtMs } = event.payload;
  prepared(
    db,
    `INSERT INTO rehearsal_score
       (run_id, person_id, scenario_id, title, timed, score, passed, norms_json, rules_json, ended_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (run_id) DO NOTHING`,
  ).run(
    ...[runId, event.personId ?? '', scenarioId, title, timed ? 1 : 0, score, passed ? 1 : 0],
    ...[canonicalText(norms), rules === undefined ? null : canonicalText(rules), endedAtMs],
  );
}

/** What a run was scored by; null where it has no score, or one from before that was kept. */
export function rulesOfScore(db: ReadHandle, runId: string): ScoredBy | null {
  const json = prepared(db, 'SELECT rules_json FROM rehearsal_score WHERE run_id = ?').pluck().get(runId);
  return typeof json === 'string' ? (JSON.parse(json) as ScoredBy) : null;
}

/** Scores of one person, or of everybody; oldest first. */
export function listScores(db: ReadHandle, personId: string | null): ScoreRow[] {
  const rows = prepared(
    db,
    `SELECT run_id AS runId, person_id AS personId, scenario_id AS scenarioId, title, timed, score, passed,
            norms_json AS norms, ended_at_ms AS endedAtMs
     FROM rehearsal_score WHERE ? IS NULL OR person_id = ? ORDER BY ended_at_ms, run_id`,
  ).all(personId, personId) as (Omit<ScoreRow, 'timed' | 'passed' | 'norms'> & {
    timed: number;
    passed: number;
    norms: string;
  })[];
  return rows.map((row) => ({
    ...row,
    timed: row.timed === 1,
    passed: row.passed === 1,
    norms: JSON.parse(row.norms) as NormPercents,
  }));
}

export function hasScore(db: ReadHandle, runId: string): boolean {
  return prepared(db, 'SELECT 1 FROM rehearsal_score WHERE run_id = ?').get(runId) !== undefined;
}

/** Kept also where a later one for the same scenario and person is here already: desks meet them in any order. */
export function insertAssignment(db: WriteHandle, event: OpenEvent<PayloadOf<typeof rehearsalAssigned>>): void {
  const { assignmentId, scenarioId, personId, dueDay } = event.payload;
  prepared(
    db,
    `INSERT INTO rehearsal_assignment (assignment_id, scenario_id, person_id, by_person_id, due_day, assigned_at_ms)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (assignment_id) DO NOTHING`,
  ).run(assignmentId, scenarioId, personId, event.personId, dueDay, event.atMs);
}

/** Holds also for an assignment that only arrives later. */
export function takeBackAssignment(db: WriteHandle, assignmentId: string): void {
  prepared(db, 'INSERT INTO rehearsal_unassigned (assignment_id) VALUES (?) ON CONFLICT DO NOTHING').run(assignmentId);
}

/** What is assigned: of several for one scenario and person the last one, unless that was taken back. */
export function listAssignments(db: ReadHandle): AssignmentRow[] {
  return prepared(
    db,
    `SELECT assignment_id AS assignmentId, scenario_id AS scenarioId, person_id AS personId,
            by_person_id AS byPersonId, due_day AS dueDay, assigned_at_ms AS assignedAtMs
     FROM rehearsal_assignment AS one
     WHERE NOT EXISTS (SELECT 1 FROM rehearsal_unassigned AS back WHERE back.assignment_id = one.assignment_id)
       AND NOT EXISTS (
         SELECT 1 FROM rehearsal_assignment AS later
         WHERE later.person_id = one.person_id AND later.scenario_id = one.scenario_id
           AND (later.assigned_at_ms, later.assignment_id) > (one.assigned_at_ms, one.assignment_id))
     ORDER BY assigned_at_ms, assignment_id`,
  ).all() as AssignmentRow[];
}

/** The rules set last hold, by clock, then by desk and its own sequence: the same ones on every desk of the site. */
export function storeRules(db: WriteHandle, event: OpenEvent<PayloadOf<typeof rehearsalRulesSet>>): void {
  const { atMs, installId, epoch, seq, payload } = event;
  prepared(
    db,
    `INSERT INTO rehearsal_rules (one, rules_json, at_ms, install_id, epoch, seq) VALUES (1, ?, ?, ?, ?, ?)
     ON CONFLICT (one) DO UPDATE SET rules_json = excluded.rules_json, at_ms = excluded.at_ms,
       install_id = excluded.install_id, epoch = excluded.epoch, seq = excluded.seq
     WHERE (excluded.at_ms, excluded.install_id, excluded.epoch, excluded.seq)
       > (rehearsal_rules.at_ms, rehearsal_rules.install_id, rehearsal_rules.epoch, rehearsal_rules.seq)`,
  ).run(canonicalText(payload), atMs, installId, epoch, seq);
}

export function readRehearsalRules(db: ReadHandle): RehearsalRules {
  const row = prepared(db, 'SELECT rules_json FROM rehearsal_rules').get() as { rules_json: string } | undefined;
  return row ? (JSON.parse(row.rules_json) as RehearsalRules) : defaultRehearsalRules;
}

export function insertCertificate(db: WriteHandle, event: OpenEvent<PayloadOf<typeof rehearsalCertified>>): void {
  const { certificateId, personId, scenarios, score, passMark } = event.payload;
  prepared(
    db,
    `INSERT INTO rehearsal_certificate (certificate_id, person_id, by_person_id, at_ms, scenarios, score, pass_mark)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (certificate_id) DO NOTHING`,
  ).run(certificateId, personId, event.personId, event.atMs, scenarios, score, passMark);
}

/** The newest first. */
export function listCertificates(db: ReadHandle): CertificateRow[] {
  return prepared(
    db,
    `SELECT certificate_id AS certificateId, person_id AS personId, by_person_id AS byPersonId, at_ms AS atMs,
            scenarios, score, pass_mark AS passMark
     FROM rehearsal_certificate ORDER BY at_ms DESC, certificate_id DESC`,
  ).all() as CertificateRow[];
}

/** The note is told apart: on another desk there is none. */
export function insertRolePlay(
  db: WriteHandle,
  seal: FieldSealer,
  event: OpenEvent<PayloadOf<typeof sheetScored>>,
  note = '',
): void {
  const { rolePlayId, personId, customerPersonId, title, score, norms } = event.payload;
  prepared(
    db,
    `INSERT INTO rehearsal_role_play
       (role_play_id, person_id, customer_person_id, by_person_id, at_ms, title, score, norms_json, note_sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (role_play_id) DO NOTHING`,
  ).run(
    ...[rolePlayId, personId, customerPersonId, event.personId, event.atMs, title, score, canonicalText(norms)],
    seal.seal(note, notePlace(rolePlayId)),
  );
}

/** The newest first; of one person, or of everybody. */
export function listRolePlays(db: ReadHandle, seal: FieldSealer, personId: string | null): RolePlayRow[] {
  const rows = prepared(
    db,
    `SELECT role_play_id AS rolePlayId, person_id AS personId, customer_person_id AS customerPersonId,
            by_person_id AS byPersonId, at_ms AS atMs, title, score, norms_json AS norms, note_sealed AS note
     FROM rehearsal_role_play WHERE ? IS NULL OR person_id = ? ORDER BY at_ms DESC, role_play_id DESC LIMIT 100`,
  ).all(personId, personId) as (Omit<RolePlayRow, 'norms' | 'note'> & { norms: string; note: Uint8Array })[];
  return rows.map((row) => ({
    ...row,
    norms: JSON.parse(row.norms) as NormPercents,
    note: seal.open(row.note, notePlace(row.rolePlayId)),
  }));
}
