import Database from 'better-sqlite3';

declare const canRead: unique symbol;
declare const canWrite: unique symbol;

/** A connection that may only read. A write handle is accepted wherever a read handle is wanted. */
export type ReadHandle = Database.Database & { readonly [canRead]: true };
/** The one connection that may write. */
export type WriteHandle = ReadHandle & { readonly [canWrite]: true };

/** What every connection must run with. `synchronous` matters most: a reopened WAL database comes up at NORMAL. */
const everyHandle = {
  foreign_keys: 1,
  busy_timeout: 5_000,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
  recursive_triggers: 1,
  synchronous: 2,
} as const;

class PragmaNotHeld extends Error {
  override readonly name = 'PragmaNotHeld';
}

/** Opens (or makes) the database for the one writer: WAL, synchronous=FULL, both asserted. Throws PragmaNotHeld. */
export function openForWriting(file: string): WriteHandle {
  const db = new Database(file) as WriteHandle;
  return prepared(db, () => {
    setAndAssert(db, 'journal_mode', 'wal');
  });
}

/** Opens an existing database read-only; throws where the file does not exist. */
export function openForReading(file: string): ReadHandle {
  const db = new Database(file, { readonly: true, fileMustExist: true }) as ReadHandle;
  return prepared(db, () => {
    setAndAssert(db, 'query_only', 1);
  });
}

function prepared<Handle extends ReadHandle>(db: Handle, own: () => void): Handle {
  try {
    own();
    for (const [name, value] of Object.entries(everyHandle)) setAndAssert(db, name, value);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function setAndAssert(db: ReadHandle, name: string, value: string | number): void {
  db.pragma(`${name} = ${value}`);
  const held: unknown = db.pragma(name, { simple: true });
  if (held !== value) throw new PragmaNotHeld(`PRAGMA ${name} is ${String(held)} where ${value} was set`);
}
