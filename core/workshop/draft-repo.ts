import type { PayloadOf } from '#contract/declare-event.ts';
import type { wordingImported } from '#contract/exchange.ts';
import type { draftOpened, draftSaved } from '#contract/workshop/events.ts';
import type { LooseEntry, WorkshopState } from '#contract/workshop/terms.ts';
import { canonicalText } from '#ledger/canonical.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import { stateAfterSave } from './draft-state.ts';

export interface DraftRecord {
  draft_id: string;
  entry_id: string;
  pack_id: string;
  kind: string;
  title: string;
  base_hash: string | null;
  changes: number;
  import_id: string | null;
  file_name: string | null;
  sought_for: string | null;
  state: WorkshopState;
  changed_at_ms: number;
  changed_by: string | null;
  submitted_by: string | null;
}

export interface Revision {
  readonly revisionId: string;
  readonly place: number;
  readonly atMs: number;
  readonly personId: string | null;
  readonly basedOn: readonly string[];
  readonly head: boolean;
  readonly entry: LooseEntry;
}

/** A draft with the name of the file it came in with; of a file that another desk took in nothing more is known. */
const COLUMNS = `d.*, CASE WHEN d.import_id IS NULL THEN NULL ELSE COALESCE(
  (SELECT f.file_name FROM imported_file f WHERE f.import_id = d.import_id), '') END AS file_name`;

interface RevisionRow {
  revision_id: string;
  place: number;
  at_ms: number;
  person_id: string | null;
  based_on_json: string;
  is_head: number;
  entry_json: string;
}

type From = Pick<OpenEvent, 'atMs' | 'personId'>;

export function insertDraft(db: WriteHandle, event: OpenEvent<PayloadOf<typeof draftOpened>>): void {
  const { draftId, revisionId, packId, baseHash, soughtFor, entry } = event.payload;
  putDraft(db, event, { draftId, packId, baseHash, soughtFor, entry, changes: baseHash !== null, importId: null });
  putRevision(db, event, { draftId, revisionId, basedOn: [], entry });
}

/** What a file brought is a draft like any other; an untouched one of an earlier file makes room for it. */
export function insertImportedDrafts(db: WriteHandle, event: OpenEvent<PayloadOf<typeof wordingImported>>): string[] {
  const { importId, entries } = event.payload;
  const drafts: string[] = [];
  for (const { draftId, entryId, packId, change, entry } of entries) {
    prepared(
      db,
      `UPDATE workshop_draft SET state = 'discarded' WHERE entry_id = ? AND state = 'draft' AND import_id IS NOT NULL
         AND (SELECT COUNT(*) FROM workshop_revision r WHERE r.draft_id = workshop_draft.draft_id) = 1`,
    ).run(entryId);
    const whole = { ...entry, id: entryId, kind: String(entry['kind']) };
    const changes = change === 'changed';
    putDraft(db, event, { draftId, packId, baseHash: null, soughtFor: null, entry: whole, changes, importId });
    putRevision(db, event, { draftId, revisionId: draftId, basedOn: [], entry: whole });
    drafts.push(draftId);
  }
  return drafts;
}

interface NewDraft {
  draftId: string;
  packId: string;
  baseHash: string | null;
  soughtFor: string | null;
  entry: LooseEntry;
  changes: boolean;
  importId: string | null;
}

function putDraft(db: WriteHandle, { atMs, personId }: From, draft: NewDraft): void {
  const { draftId, packId, baseHash, soughtFor, entry, changes, importId } = draft;
  prepared(
    db,
    `INSERT INTO workshop_draft (draft_id, entry_id, pack_id, kind, title, base_hash, changes, import_id, sought_for, state,
       changed_at_ms, changed_by, submitted_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft', ?, ?, NULL)
     ON CONFLICT (draft_id) DO NOTHING`,
  ).run(
    ...[draftId, entry.id, packId, entry.kind, titleOf(entry), baseHash, changes ? 1 : 0, importId, soughtFor],
    ...[atMs, personId],
  );
}

function putRevision(
  db: WriteHandle,
  { atMs, personId }: From,
  revision: { draftId: string; revisionId: string; basedOn: readonly string[]; entry: LooseEntry },
): void {
  const { draftId, revisionId, basedOn, entry } = revision;
  prepared(
    db,
    `INSERT INTO workshop_revision (revision_id, draft_id, place, at_ms, person_id, based_on_json, is_head, entry_json)
     VALUES (?, ?, (SELECT COALESCE(MAX(place), 0) + 1 FROM workshop_revision WHERE draft_id = ?), ?, ?, ?, 1, ?)
     ON CONFLICT (revision_id) DO NOTHING`,
  ).run(revisionId, draftId, draftId, atMs, personId, JSON.stringify(basedOn), canonicalText(entry));
}

/** A revision of another desk whose beginning never came here waits without a draft; nothing shows it. */
export function insertRevision(db: WriteHandle, event: OpenEvent<PayloadOf<typeof draftSaved>>): void {
  const { draftId, revisionId, basedOn, entry, baseHash } = event.payload;
  putRevision(db, event, { draftId, revisionId, basedOn, entry });
  const leave = prepared(db, 'UPDATE workshop_revision SET is_head = 0 WHERE revision_id = ? AND draft_id = ?');
  for (const one of basedOn) leave.run(one, draftId);
  const draft = findDraftRecord(db, draftId);
  if (draft === null) return;
  prepared(
    db,
    `UPDATE workshop_draft SET title = ?, state = ?, changed_at_ms = ?, changed_by = ?, base_hash = COALESCE(?, base_hash)
     WHERE draft_id = ?`,
  ).run(titleOf(entry), stateAfterSave(draft.state), event.atMs, event.personId, baseHash ?? null, draftId);
}

export function setState(db: WriteHandle, draftId: string, state: WorkshopState, { atMs, personId }: From): void {
  prepared(db, 'UPDATE workshop_draft SET state = ?, changed_at_ms = ?, changed_by = ? WHERE draft_id = ?').run(
    ...[state, atMs, personId, draftId],
  );
}

export function setSubmitter(db: WriteHandle, draftId: string, personId: string | null): void {
  prepared(db, 'UPDATE workshop_draft SET submitted_by = ? WHERE draft_id = ?').run(personId, draftId);
}

const titleOf = (entry: LooseEntry): string => (typeof entry['title'] === 'string' ? entry['title'] : '');

export function findDraftRecord(db: ReadHandle, draftId: string): DraftRecord | null {
  return (
    (prepared(db, `SELECT ${COLUMNS} FROM workshop_draft d WHERE draft_id = ?`).get(draftId) as
      | DraftRecord
      | undefined) ?? null
  );
}

/** The draft of an entry that is not finished yet; the latest where there are several. */
export function openDraftOf(db: ReadHandle, entryId: string): string | null {
  const found = prepared(
    db,
    `SELECT draft_id FROM workshop_draft WHERE entry_id = ? AND state NOT IN ('inForce', 'discarded')
     ORDER BY changed_at_ms DESC LIMIT 1`,
  )
    .pluck()
    .get(entryId);
  return (found as string | undefined) ?? null;
}

/** Ids that drafts gave to new entries: they are never given to other wording. */
export function draftedEntryIds(db: ReadHandle): string[] {
  return prepared(db, 'SELECT DISTINCT entry_id FROM workshop_draft').pluck().all() as string[];
}

/** Every revision of a draft, the first first. */
export function revisionsOf(db: ReadHandle, draftId: string): Revision[] {
  const rows = prepared(db, 'SELECT * FROM workshop_revision WHERE draft_id = ? ORDER BY place').all(draftId);
  return (rows as RevisionRow[]).map((row) => ({
    revisionId: row.revision_id,
    place: row.place,
    atMs: row.at_ms,
    personId: row.person_id,
    basedOn: JSON.parse(row.based_on_json) as string[],
    head: row.is_head === 1,
    // The journal held it against its schema before it came here.
    entry: JSON.parse(row.entry_json) as LooseEntry,
  }));
}

export interface QueueFilter {
  readonly states: readonly WorkshopState[];
  /** Only what this person opened or wrote at; null for everything. */
  readonly personId: string | null;
  /** Only what came in with this file; null for everything. */
  readonly importId: string | null;
  readonly from: number;
  readonly limit: number;
}

export function listDraftRecords(db: ReadHandle, { states, personId, importId, from, limit }: QueueFilter) {
  const where = `WHERE state IN (SELECT value FROM json_each(@states)) AND (@personId IS NULL OR EXISTS (
    SELECT 1 FROM workshop_revision r WHERE r.draft_id = d.draft_id AND r.person_id = @personId)) AND (@importId IS NULL OR import_id = @importId)`;
  const given = { states: JSON.stringify(states), personId, importId };
  const total = prepared(db, `SELECT COUNT(*) FROM workshop_draft d ${where}`).pluck().get(given) as number;
  const drafts = prepared(
    db,
    `SELECT ${COLUMNS} FROM workshop_draft d ${where} ORDER BY changed_at_ms DESC, draft_id LIMIT @limit OFFSET @from`,
  ).all({ ...given, limit, from }) as DraftRecord[];
  return { total, drafts };
}

export function countStates(db: ReadHandle): Map<WorkshopState, number> {
  const rows = prepared(db, 'SELECT state, COUNT(*) AS count FROM workshop_draft GROUP BY state').all();
  return new Map((rows as { state: WorkshopState; count: number }[]).map(({ state, count }) => [state, count]));
}

/** How many revisions nobody has gone on from, and who wrote at a draft; for lists. */
export function headsAndAuthors(db: ReadHandle, draftId: string): { heads: string[]; authors: string[] } {
  const rows = prepared(
    db,
    'SELECT revision_id, person_id, is_head FROM workshop_revision WHERE draft_id = ? ORDER BY place',
  ).all(draftId) as { revision_id: string; person_id: string | null; is_head: number }[];
  const submitter = prepared(db, 'SELECT submitted_by FROM workshop_draft WHERE draft_id = ?').pluck().get(draftId);
  const people = [...rows.map(({ person_id }) => person_id), (submitter as string | null | undefined) ?? null];
  return {
    heads: rows.flatMap(({ revision_id, is_head }) => (is_head === 1 ? [revision_id] : [])),
    authors: [...new Set(people.flatMap((person) => (person === null ? [] : [person])))],
  };
}
