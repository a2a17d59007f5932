import type { Statement } from 'better-sqlite3';
import type { ReadHandle } from './open.ts';

const statements = new WeakMap<ReadHandle, Map<string, Statement<unknown[], unknown>>>();

/**
 * The statement for a constant SQL text, compiled once per handle: compiling takes longer than running. For projections and
 * repos; a text with values in it would fill the cache and is forbidden anyway.
 */
export function prepared(db: ReadHandle, sql: string): Statement<unknown[], unknown> {
  let known = statements.get(db);
  if (known === undefined) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(sql);
  if (statement === undefined) {
    statement = db.prepare<unknown[], unknown>(sql);
    known.set(sql, statement);
  }
  return statement;
}
