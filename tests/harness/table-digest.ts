import { createHash } from 'node:crypto';
import type { ReadHandle } from '#core/db/open.ts';

/** A digest over every row of the tables, rowids aside: equal exactly when the tables hold the same. */
export function tableDigest(db: ReadHandle, tables: readonly string[]): string {
  const digest = createHash('sha256');
  for (const table of tables) {
    const rows = db.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][];
    const lines = rows.map((row) => JSON.stringify(row, (_key, value: unknown) => value)).sort();
    digest.update(`${table} ${lines.length}\n${lines.join('\n')}\n`);
  }
  return digest.digest('hex');
}
