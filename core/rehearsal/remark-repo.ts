import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';

/** What whoever watched a role play wrote beside the sheet. */
export interface Remark {
  readonly rolePlayId: string;
  /** Who answered in it. */
  readonly personId: string;
  readonly atMs: number;
  readonly text: string;
}

export const notePlace = (rolePlayId: string): string => `rehearsal_role_play.note_sealed:${rolePlayId}`;

/** Sets the remark beside a sheet; the empty one takes it away and leaves the sheet. */
export function noteRolePlay(db: WriteHandle, seal: FieldSealer, rolePlayId: string, note: string): void {
  prepared(db, 'UPDATE rehearsal_role_play SET note_sealed = ? WHERE role_play_id = ?').run(
    seal.seal(note, notePlace(rolePlayId)),
    rolePlayId,
  );
}

/** Every remark on this desk, the oldest first; sheets without one are left out. */
export function listRemarks(db: ReadHandle, seal: FieldSealer): Remark[] {
  const rows = prepared(
    db,
    `SELECT role_play_id AS rolePlayId, person_id AS personId, at_ms AS atMs, note_sealed AS sealed
     FROM rehearsal_role_play ORDER BY at_ms, role_play_id`,
  ).all() as (Omit<Remark, 'text'> & { sealed: Uint8Array })[];
  return rows
    .map(({ sealed, ...row }) => ({ ...row, text: seal.open(sealed, notePlace(row.rolePlayId)) }))
    .filter(({ text }) => text !== '');
}
