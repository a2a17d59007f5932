import type { CheckItem, Spot } from '#contract/workshop/terms.ts';
import type { DraftStep } from '#contract/workshop/views.ts';
import { canonicalText } from '#ledger/canonical.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';

type From = Pick<OpenEvent, 'atMs' | 'personId'>;

export function insertStep(
  db: WriteHandle,
  { atMs, personId }: From,
  draftId: string,
  what: DraftStep['what'],
  told: { note?: string; checked?: readonly CheckItem[] } = {},
): void {
  prepared(
    db,
    `INSERT INTO workshop_step (draft_id, place, at_ms, person_id, what, note, checked_json)
     VALUES (?, (SELECT COALESCE(MAX(place), 0) + 1 FROM workshop_step WHERE draft_id = ?), ?, ?, ?, ?, ?)`,
  ).run(draftId, draftId, atMs, personId, what, told.note ?? '', JSON.stringify(told.checked ?? []));
}

export interface StepRecord extends Omit<DraftStep, 'personName'> {
  personId: string | null;
}

export function stepsOf(db: ReadHandle, draftId: string): StepRecord[] {
  const rows = prepared(db, 'SELECT * FROM workshop_step WHERE draft_id = ? ORDER BY place').all(draftId) as {
    at_ms: number;
    person_id: string | null;
    what: DraftStep['what'];
    note: string;
    checked_json: string;
  }[];
  return rows.map(({ at_ms, person_id, what, note, checked_json }) => ({
    ...{ atMs: at_ms, personId: person_id, what, note },
    checked: JSON.parse(checked_json) as CheckItem[],
  }));
}

export interface CommentRecord {
  readonly commentId: string;
  readonly atMs: number;
  readonly personId: string | null;
  readonly settled: boolean;
  readonly spot: Spot | null;
  readonly text: string;
}

const placeOf = (commentId: string): string => `workshop_comment.sealed:${commentId}`;

/** What colleagues say about a text may name somebody: it is kept sealed. */
export function insertComment(
  db: WriteHandle,
  seal: FieldSealer,
  { atMs, personId }: From,
  comment: { draftId: string; commentId: string; revisionId: string; spot: Spot | null; text: string },
): void {
  const { draftId, commentId, revisionId, spot, text } = comment;
  prepared(
    db,
    `INSERT INTO workshop_comment (comment_id, draft_id, place, revision_id, at_ms, person_id, sealed)
     VALUES (?, ?, (SELECT COALESCE(MAX(place), 0) + 1 FROM workshop_comment WHERE draft_id = ?), ?, ?, ?, ?)
     ON CONFLICT (comment_id) DO NOTHING`,
  ).run(
    ...[commentId, draftId, draftId, revisionId, atMs, personId],
    seal.seal(canonicalText({ spot, text }), placeOf(commentId)),
  );
}

export function settleComment(db: WriteHandle, commentId: string): void {
  prepared(db, 'UPDATE workshop_comment SET settled = 1 WHERE comment_id = ?').run(commentId);
}

export function commentsOf(db: ReadHandle, seal: FieldSealer, draftId: string): CommentRecord[] {
  const rows = prepared(db, 'SELECT * FROM workshop_comment WHERE draft_id = ? ORDER BY place').all(draftId) as {
    comment_id: string;
    at_ms: number;
    person_id: string | null;
    settled: number;
    sealed: Uint8Array;
  }[];
  return rows.map(({ comment_id, at_ms, person_id, settled, sealed }) => ({
    ...{ commentId: comment_id, atMs: at_ms, personId: person_id, settled: settled === 1 },
    // What is sealed here was written by this file and authenticated by its seal.
    ...(JSON.parse(seal.open(sealed, placeOf(comment_id))) as { spot: Spot | null; text: string }),
  }));
}

export function openComments(db: ReadHandle, draftId: string): number {
  return prepared(db, 'SELECT COUNT(*) FROM workshop_comment WHERE draft_id = ? AND settled = 0')
    .pluck()
    .get(draftId) as number;
}

export function setProposed(db: WriteHandle, proposalId: string, draftIds: readonly string[]): void {
  const put = prepared(db, 'INSERT OR IGNORE INTO workshop_proposed (proposal_id, draft_id) VALUES (?, ?)');
  for (const draftId of draftIds) put.run(proposalId, draftId);
}

export function proposedDrafts(db: ReadHandle, proposalId: string): string[] {
  return prepared(db, 'SELECT draft_id FROM workshop_proposed WHERE proposal_id = ? ORDER BY draft_id')
    .pluck()
    .all(proposalId) as string[];
}

export function setVerified(db: WriteHandle, { atMs, personId }: From, entryId: string, entryHash: string): void {
  prepared(
    db,
    `INSERT INTO wording_verified (entry_id, entry_hash, at_ms, person_id) VALUES (?, ?, ?, ?)
     ON CONFLICT (entry_id) DO UPDATE SET entry_hash = excluded.entry_hash, at_ms = excluded.at_ms,
       person_id = excluded.person_id`,
  ).run(entryId, entryHash, atMs, personId);
}

/** When the wording of an entry was last found right, by entry. */
export function verifiedAt(db: ReadHandle): ReadonlyMap<string, { entryHash: string; atMs: number }> {
  const rows = prepared(db, 'SELECT entry_id, entry_hash, at_ms FROM wording_verified').all() as {
    entry_id: string;
    entry_hash: string;
    at_ms: number;
  }[];
  return new Map(rows.map(({ entry_id, entry_hash, at_ms }) => [entry_id, { entryHash: entry_hash, atMs: at_ms }]));
}
