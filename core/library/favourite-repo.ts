import type { ReadHandle, WriteHandle } from '../db/open.ts';

export function setFavourite(db: WriteHandle, personId: string, entryId: string, favourite: boolean): void {
  db.prepare(
    favourite
      ? 'INSERT INTO favourite (person_id, entry_id) VALUES (?, ?) ON CONFLICT DO NOTHING'
      : 'DELETE FROM favourite WHERE person_id = ? AND entry_id = ?',
  ).run(personId, entryId);
}

/** Ids of the lines a person keeps close; nobody signed in has none. */
export function favouritesOf(db: ReadHandle, personId: string | null): Set<string> {
  const rows = db
    .prepare<[string | null], { entry_id: string }>('SELECT entry_id FROM favourite WHERE person_id = ?')
    .all(personId);
  return new Set(rows.map((row) => row.entry_id));
}
