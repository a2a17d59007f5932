import type { ReadHandle, WriteHandle } from '#core/db/open.ts';
import { prepared } from '#core/db/prepared.ts';
import type { FieldSealer } from '#core/journal/field-sealer.ts';

export interface KeptKey {
  keyId: string;
  /** Null for the desk's own key, which no PIN guards. */
  personId: string | null;
  publicHex: string;
  /** A lead's seed is sealed by their PIN in here; the desk's is the seed in base64. */
  secret: string;
}

interface Row {
  key_id: string;
  person_id: string | null;
  public_hex: string;
  sealed: Uint8Array;
}

const place = (keyId: string): string => `signing_key:${keyId}`;

/** Private halves stay on the computer where they were made: they are in no event and on no server. */
export function keepKey(db: WriteHandle, seal: FieldSealer, key: KeptKey, madeAtMs: number): void {
  prepared(
    db,
    `INSERT INTO signing_key (key_id, person_id, public_hex, sealed, made_at_ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (key_id) DO UPDATE SET sealed = excluded.sealed`,
  ).run(key.keyId, key.personId, key.publicHex, seal.seal(key.secret, place(key.keyId)), madeAtMs);
}

/** The person's key that was made last on this desk. */
export function keyOfPerson(db: ReadHandle, seal: FieldSealer, personId: string): KeptKey | null {
  const row = prepared(
    db,
    'SELECT * FROM signing_key WHERE person_id = ? ORDER BY made_at_ms DESC, rowid DESC LIMIT 1',
  ).get(personId);
  return row === undefined ? null : opened(row as Row, seal);
}

export function deskKeyFor(db: ReadHandle, seal: FieldSealer, publicHex: string): KeptKey | null {
  const row = prepared(db, 'SELECT * FROM signing_key WHERE public_hex = ? AND person_id IS NULL').get(publicHex);
  return row === undefined ? null : opened(row as Row, seal);
}

function opened(row: Row, seal: FieldSealer): KeptKey {
  return {
    keyId: row.key_id,
    personId: row.person_id,
    publicHex: row.public_hex,
    secret: seal.open(row.sealed, place(row.key_id)),
  };
}
