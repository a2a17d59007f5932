import type { ReadHandle, WriteHandle } from './open.ts';

/** What `meta` holds beside the data; it travels with every backup. */
export type MetaKey = 'installId' | 'keyCheck' | 'wrappedDataKey' | 'recoveryKeyPrinted';

export function readMeta(db: ReadHandle, key: MetaKey): Uint8Array | null {
  const value: unknown = db.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(key);
  return value instanceof Uint8Array ? value : null;
}

export function writeMeta(db: WriteHandle, key: MetaKey, value: Uint8Array): void {
  db.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
    key,
    value,
  );
}
