import type { ReadHandle } from '../db/open.ts';

export interface GuardReader {
  triggerText(name: string): string | null;
  /** What SQLite itself finds wrong with the pages of the table; empty when nothing. */
  pageFindings(): string[];
}

export function createGuardReader(db: ReadHandle): GuardReader {
  const trigger = db.prepare(`SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?`).pluck();
  return {
    triggerText(name) {
      const text: unknown = trigger.get(name);
      return typeof text === 'string' ? text : null;
    },
    pageFindings() {
      const found = db.pragma(`integrity_check('journal')`) as { integrity_check: string }[];
      return found.map((row) => row.integrity_check).filter((text) => text !== 'ok');
    },
  };
}
