import type { PayloadOf } from '#contract/declare-event.ts';
import type { DraftState, wordingImported } from '#contract/exchange.ts';
import type { ReadHandle, WriteHandle } from '#core/db/open.ts';
import { prepared } from '#core/db/prepared.ts';
import type { OpenEvent } from '#core/journal/event.ts';

export interface ImportedFileRow {
  import_id: string;
  at_ms: number;
  person_id: string | null;
  file_name: string;
  format: string;
  waiting: number;
  approved: number;
  discarded: number;
  replaced: number;
}

export interface DraftRow {
  draft_id: string;
  import_id: string;
  entry_id: string;
  pack_id: string;
  kind: string;
  title: string;
  change: 'new' | 'changed';
  at_sheet: string | null;
  at_row: number;
  state: DraftState;
}

const COLUMNS = 'draft_id, import_id, entry_id, pack_id, kind, title, change, at_sheet, at_row, state';

/** What was approved in the workshop since, lies in a release or holds already does not wait any more. */
const WAITS = `state = 'waiting' AND NOT EXISTS (SELECT 1 FROM workshop_draft w WHERE w.draft_id = imported_draft.draft_id
  AND w.state IN ('approved', 'scheduled', 'inForce'))`;

/** Keeps what one part of an import brought. A draft of the same entry that still waits is overtaken. */
export function insertImported(db: WriteHandle, event: OpenEvent<PayloadOf<typeof wordingImported>>): void {
  const { importId, fileName, format, entries } = event.payload;
  prepared(
    db,
    `INSERT INTO imported_file (import_id, epoch, seq, at_ms, person_id, file_name, format) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (import_id) DO NOTHING`,
  ).run(importId, event.epoch, event.seq, event.atMs, event.personId, fileName, format);
  for (const { draftId, entryId, packId, change, at, entry } of entries) {
    prepared(db, `UPDATE imported_draft SET state = 'replaced' WHERE entry_id = ? AND state = 'waiting'`).run(entryId);
    prepared(
      db,
      `INSERT INTO imported_draft (${COLUMNS}, entry_json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?)`,
    ).run(
      draftId,
      importId,
      entryId,
      packId,
      String(entry['kind']),
      String(entry['title']),
      change,
      at.sheet,
      at.row,
      JSON.stringify(entry),
    );
  }
}

export function discardDrafts(db: WriteHandle, draftIds: readonly string[]): void {
  const discard = prepared(
    db,
    `UPDATE imported_draft SET state = 'discarded' WHERE draft_id = ? AND state = 'waiting'`,
  );
  for (const draftId of draftIds) discard.run(draftId);
}

/** Imports, newest first by order of the journal, with how many drafts stand in each state. */
export function importedFiles(db: ReadHandle): ImportedFileRow[] {
  return prepared(
    db,
    `SELECT f.import_id, f.at_ms, f.person_id, f.file_name, f.format, SUM(d.waits) AS waiting,
       SUM(d.state = 'waiting' AND NOT d.waits) AS approved, SUM(d.state = 'discarded') AS discarded,
       SUM(d.state = 'replaced') AS replaced
     FROM imported_file f JOIN (SELECT import_id, state, ${WAITS} AS waits FROM imported_draft) d ON d.import_id = f.import_id
     GROUP BY f.import_id ORDER BY f.epoch DESC, f.seq DESC LIMIT 200`,
  ).all() as ImportedFileRow[];
}

export interface DraftFilter {
  /** Null for all imports. */
  importId: string | null;
  state: DraftState;
  from: number;
  limit: number;
}

/** A stretch of the drafts in a state, in the order they were imported, and how many there are. */
export function listDrafts(db: ReadHandle, { importId, state, from, limit }: DraftFilter) {
  const where = `WHERE state = @state AND (@importId IS NULL OR import_id = @importId) AND (@state <> 'waiting' OR (${WAITS}))`;
  const { total } = prepared(db, `SELECT COUNT(*) AS total FROM imported_draft ${where}`).get({ state, importId }) as {
    total: number;
  };
  const drafts = prepared(
    db,
    `SELECT ${COLUMNS} FROM imported_draft ${where} ORDER BY rowid LIMIT @limit OFFSET @from`,
  ).all({ state, importId, from, limit }) as DraftRow[];
  return { total, drafts };
}

export function findDraft(db: ReadHandle, draftId: string): (DraftRow & { entry_json: string }) | null {
  const row = prepared(db, `SELECT ${COLUMNS}, entry_json FROM imported_draft WHERE draft_id = ?`).get(draftId);
  return (row as (DraftRow & { entry_json: string }) | undefined) ?? null;
}

export function waitingDraftsOf(db: ReadHandle, importId: string): string[] {
  return prepared(db, `SELECT draft_id FROM imported_draft WHERE import_id = ? AND ${WAITS} ORDER BY rowid`)
    .pluck()
    .all(importId) as string[];
}

/** How many of these entries have a draft that waits. */
export function waitingFor(db: ReadHandle, entryIds: readonly string[]): number {
  const count = prepared(db, `SELECT COUNT(*) FROM imported_draft WHERE entry_id = ? AND state = 'waiting'`).pluck();
  return entryIds.reduce((sum, entryId) => sum + Number(count.get(entryId)), 0);
}
