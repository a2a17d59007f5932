import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { systemClock } from '#core/clock.ts';
import { dataFolder } from '#core/db/data-folder.ts';
import { migrate } from '#core/db/migrate.ts';
import { journalMigration } from '#core/db/migrations/0010-journal.ts';
import { openForWriting } from '#core/db/open.ts';
import { systemIds } from '#core/ids.ts';
import { openHeadFile } from '#core/journal/head-file.ts';
import { createJournal } from '#core/journal/journal.ts';
import { on, projection } from '#core/journal/projection.ts';
import { addForeignTable } from '#tests/harness/add-foreign-table.ts';
import { lineCopied } from '#tests/harness/line-copied.ts';

/**
 * Writes events as fast as it can and says "epoch seq id" after each commit, until it is killed or has written so many.
 * Arguments: data folder, key in hex, how many, and another value of SQLite's `synchronous`, to show what it would cost.
 */
const [folder = '', key = '', most = 'Infinity', synchronous = ''] = process.argv.slice(2);
const paths = dataFolder(folder);
const db = openForWriting(paths.database);
migrate(db, [journalMigration], { backupTo: null });
addForeignTable(db);
if (synchronous !== '') db.pragma(`synchronous = ${synchronous}`);
db.exec('CREATE TABLE IF NOT EXISTS written (event_id TEXT PRIMARY KEY, size INTEGER NOT NULL) STRICT');
const written = projection(
  'written',
  ['written'],
  [
    on(lineCopied, (handle, event) => {
      handle.prepare('INSERT INTO written VALUES (?, ?)').run(event.id, event.payload.lineId.length);
    }),
  ],
);
const journal = createJournal({
  db,
  clock: systemClock,
  ids: systemIds,
  dataKey: Buffer.from(key, 'hex'),
  headFile: openHeadFile(paths.head),
  projections: [written],
  installId: 'install-a',
});
for (let written = 0; written < Number(most); written += 1) {
  const lineId = randomBytes(1 + (randomBytes(1)[0] ?? 0) * 8).toString('hex');
  const event = journal.transaction(null, (tx) => tx.append(lineCopied, { lineId }));
  writeSync(1, `${event.epoch} ${event.seq} ${event.id}\n`);
}
