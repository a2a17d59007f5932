import { openForReading, type ReadHandle, type WriteHandle } from '../db/open.ts';
import { saysDamage } from '../journal/damage.ts';
import { EVENT_COLUMNS, type JournalRow, rowOf } from '../journal/journal-repo.ts';

/** Where the end of the journal cannot be told, so many places without an event in a row are taken for it. */
const PLACES_WITHOUT_EVENT = 5_000;
const BATCH = 1_000;

/** A database that cannot be read everywhere. */
export interface DamagedDatabase {
  /** Every event in order; null for one that is there (or was) and cannot be read. */
  events(): Generator<JournalRow | null>;
  /** Copies what can be read of a table, row by row; a table that the other database lacks is left out. */
  copyTable(table: string, to: WriteHandle): void;
  tables(): string[];
  close(): void;
}

/** Opens it for reading; null where SQLite cannot open it at all. */
export function openDamaged(file: string): DamagedDatabase | null {
  let db: ReadHandle;
  try {
    db = openForReading(file);
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch {
    // Not a database any more.
    return null;
  }
  const read = <T>(work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      if (saysDamage(error)) return null;
      throw error;
    }
  };

  function* events(): Generator<JournalRow | null> {
    const one = read(() => db.prepare(`SELECT ${EVENT_COLUMNS} FROM journal WHERE rowid = ?`).raw());
    const many = read(() =>
      db.prepare(`SELECT ${EVENT_COLUMNS} FROM journal WHERE rowid > ? AND rowid <= ? ORDER BY rowid`).raw(),
    );
    if (one === null || many === null) return;
    const end = read(() => lastPlace(db));
    let empty = 0;
    for (let from = 0; end === null ? empty < PLACES_WITHOUT_EVENT : from < end; from += BATCH) {
      const until = end === null ? from + BATCH : Math.min(end, from + BATCH);
      const batch = read(() => (many.all(from, until) as unknown[][]).map(rowOf));
      if (batch !== null && batch.length === until - from) {
        empty = 0;
        yield* batch;
        continue;
      }
      for (let position = from + 1; position <= until; position += 1) {
        const row = read(() => {
          const raw = one.get(position) as unknown[] | undefined;
          return raw === undefined ? null : rowOf(raw);
        });
        empty = row === null ? empty + 1 : 0;
        if (end !== null || row !== null) yield row;
      }
    }
  }

  return {
    events,
    tables: () =>
      read(() => db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[]) ?? [],
    copyTable(table, to) {
      // Names cannot be bound; these come from a schema that migrations wrote, and are looked up in the new one first.
      const known = to.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(table);
      if (known === undefined) return;
      const columns = to.prepare(`SELECT name FROM pragma_table_info(?)`).pluck().all(table) as string[];
      const list = columns.map((column) => `"${column}"`).join(', ');
      const insert = to.prepare(
        `INSERT OR IGNORE INTO "${table}" (${list}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      read(() => {
        for (const row of db.prepare(`SELECT ${list} FROM "${table}"`).raw().iterate()) insert.run(row as unknown[]);
      });
    },
    close: () => void db.close(),
  };
}

/** Lets rows stand as they are read, erased ones too, until `restore` puts the journal's own rules back. */
export function liftGuards(db: WriteHandle, guards: ReadonlyMap<string, string>): { restore(): void } {
  for (const name of guards.keys()) db.exec(`DROP TRIGGER "${name}"`);
  return {
    restore() {
      for (const text of guards.values()) db.exec(text);
    },
  };
}

/** Foreign events that arrived behind the last place that is left arrive right there. */
export function pullForeignIn(db: WriteHandle, position: number): void {
  db.prepare('UPDATE foreign_event SET after_position = ? WHERE after_position > ?').run(position, position);
}

/** The rowid of the last event is damaged along with it, so it is believed only where it fits their number. */
function lastPlace(db: ReadHandle): number {
  const count = Number(db.prepare('SELECT count(*) FROM journal').pluck().get());
  const last = Number(db.prepare('SELECT coalesce(max(rowid), 0) FROM journal').pluck().get());
  return last > count && last <= 2 * count + BATCH ? last : count;
}
