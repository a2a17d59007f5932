import { foreignEventsMigration } from '#core/db/migrations/0160-foreign-events.ts';
import { erasureDueTable } from '#core/db/migrations/0200-privacy.ts';
import type { WriteHandle } from '#core/db/open.ts';

/** A journal by itself, without the slices between, still keeps what other desks send. */
export function addForeignTable(db: WriteHandle): void {
  const known = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'foreign_event'`).get();
  if (known === undefined) foreignEventsMigration.up(db);
  const due = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'erasure_due'`).get();
  if (due === undefined) db.exec(erasureDueTable);
}
