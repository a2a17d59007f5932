import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForWriting } from '#core/db/open.ts';
import { openScrubber } from '#core/privacy/scrub-pages.ts';
import { testFolder } from '#tests/harness/open-journal.ts';
import { seededRandom } from '#tests/harness/seeded-random.ts';
import { filesWithPieces } from './sealed-places.ts';

test('old cells in the room between the cells are gone afterwards, the database is whole, and none comes back', () => {
  const folder = testFolder();
  const file = join(folder, 'pages.db');
  const db = openForWriting(file);
  db.exec('CREATE TABLE t (id TEXT PRIMARY KEY, b BLOB) STRICT; CREATE TABLE j (a TEXT, b BLOB) STRICT');
  const random = seededRandom(7);
  const put = db.prepare('INSERT INTO t VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET b = excluded.b');
  const append = db.prepare('INSERT INTO j VALUES (?, ?)');
  const written = new Map<string, string>();
  const fresh = (bytes: number): Buffer => {
    const made = randomBytes(bytes);
    written.set(made.toString('hex').toUpperCase(), 'deleted');
    return made;
  };
  db.transaction(() => {
    for (let n = 0; n < 1_500; n += 1) {
      put.run(String(Math.floor(random() * 400)), fresh(40 + Math.floor(random() * 900)));
      append.run('x', fresh(200 + Math.floor(random() * 400)));
    }
  })();
  db.exec('UPDATE j SET b = NULL WHERE rowid % 3 < 2');
  const living = db.prepare('SELECT hex(b) FROM t UNION ALL SELECT hex(b) FROM j WHERE b IS NOT NULL').pluck().all();
  for (const value of living as string[]) written.delete(value);
  const look = (): string[] => {
    db.pragma('wal_checkpoint(TRUNCATE)');
    return filesWithPieces(folder, written);
  };
  // What SQLite overwrites by itself is not all of it.
  expect(look()).not.toEqual([]);
  const scrubber = openScrubber(file);
  scrubber.begin();
  do db.pragma('shrink_memory');
  while (scrubber.turn());
  expect(look()).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.prepare('SELECT count(*) FROM j').pluck().get()).toBe(1_500);
  for (let n = 0; n < 300; n += 1) put.run(String(n % 400), randomBytes(500));
  expect(look()).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
  scrubber.close();
});
