import type { Ids } from '../ids.ts';
import { readMeta, writeMeta } from './meta-repo.ts';
import type { WriteHandle } from './open.ts';

/** The id of this installation, made once and kept in the database (so a restored backup keeps it and begins an epoch). */
export function installIdOf(db: WriteHandle, ids: Ids): string {
  const stored = readMeta(db, 'installId');
  if (stored !== null) return Buffer.from(stored).toString('utf8');
  const made = ids.next();
  writeMeta(db, 'installId', Buffer.from(made, 'utf8'));
  return made;
}
