import type { WriteHandle } from '../db/open.ts';

export interface ProjectionRepo {
  /** Lets rows be emptied in any order within this transaction. */
  deferForeignKeys(): void;
  empty(table: string): void;
}

export function createProjectionRepo(db: WriteHandle): ProjectionRepo {
  return {
    deferForeignKeys() {
      db.pragma('defer_foreign_keys = 1');
    },
    empty(table) {
      // A name cannot be bound; projection() let only plain words through.
      db.prepare(`DELETE FROM "${table}"`).run();
    },
  };
}
