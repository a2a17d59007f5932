import { foreignEventsMigration } from '#core/db/migrations/0160-foreign-events.ts';
import type { WriteHandle } from '#core/db/open.ts';

/** A journal by itself, without the slices between, still keeps what other desks send. */
export function addForeignTable(db: WriteHandle): void {
  const known = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'foreign_event'`).get();
  if (known === undefined) foreignEventsMigration.up(db);
}
