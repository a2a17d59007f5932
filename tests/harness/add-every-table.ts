import { journalMigration } from '#core/db/migrations/0010-journal.ts';
import { migrations } from '#core/db/migrations/all-migrations.ts';
import type { WriteHandle } from '#core/db/open.ts';

/** Every table of the core beside a bare journal, for tests of single projections; once for a folder. */
export function addEveryTable(db: WriteHandle): void {
  if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'work_order_entry'").get() !== undefined) return;
  for (const migration of migrations) if (migration !== journalMigration) migration.up(db);
}
