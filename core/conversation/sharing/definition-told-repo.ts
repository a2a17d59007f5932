import type { ReadHandle, WriteHandle } from '#core/db/open.ts';
import { prepared } from '#core/db/prepared.ts';

/** Whether this desk has told its site of a definition. */
export function isDefinitionTold(db: ReadHandle, definitionHash: string): boolean {
  return prepared(db, 'SELECT 1 FROM shared_definition WHERE definition_hash = ?').get(definitionHash) !== undefined;
}

export function noteDefinitionTold(db: WriteHandle, definitionHash: string): void {
  prepared(db, 'INSERT OR IGNORE INTO shared_definition (definition_hash) VALUES (?)').run(definitionHash);
}

export function forgetDefinitionsTold(db: WriteHandle): void {
  prepared(db, 'DELETE FROM shared_definition').run();
}
