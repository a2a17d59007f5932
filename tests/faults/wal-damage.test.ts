import { copyFileSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dataFolder } from '#core/db/data-folder.ts';
import { count } from '#tests/counts.ts';
import { copyLines, openJournal, testFolder } from '#tests/harness/open-journal.ts';

it('detects a truncated or deleted write-ahead log as loss, and writes on in a new epoch', () => {
  const source = openJournal();
  copyLines(source.journal, 20);
  source.db.pragma('wal_checkpoint(TRUNCATE)');
  copyLines(source.journal, 15);
  const walBytes = readFileSync(`${source.file}-wal`).length;

  fc.assert(
    // The last frame of the log holds the newest commit: any cut loses at least that one.
    fc.property(fc.option(fc.integer({ min: 0, max: walBytes - 1 })), (cut) => {
      const folder = testFolder();
      const paths = dataFolder(folder);
      copyFileSync(source.file, paths.database);
      copyFileSync(join(source.folder, 'counterpart.head'), paths.head);
      copyFileSync(`${source.file}-wal`, `${paths.database}-wal`);
      if (cut === null) rmSync(`${paths.database}-wal`);
      else truncateSync(`${paths.database}-wal`, cut);

      const opened = openJournal(folder);
      expect(opened.journal.health()).toMatchObject({ state: 'broken', epoch: 2, headSeq: 1 });
      expect(opened.journal.health().faults).toMatchObject([{ code: 'lostTail', epoch: 1, seq: 35 }]);
      copyLines(opened.journal, 1);
      expect(opened.journal.head()).toMatchObject({ epoch: 2, seq: 2 });
      opened.close();
    }),
    { numRuns: count('walDamage') },
  );
});
