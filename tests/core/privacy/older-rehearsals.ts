import { rmSync } from 'node:fs';
import { z } from 'zod';
import { conversationProjection } from '#core/conversation/projection.ts';
import { dataFolder } from '#core/db/data-folder.ts';
import { installIdOf } from '#core/db/install-id.ts';
import { migrate } from '#core/db/migrate.ts';
import { migrations } from '#core/db/migrations/all-migrations.ts';
import { openForWriting } from '#core/db/open.ts';
import { openHeadFile } from '#core/journal/head-file.ts';
import { createJournal } from '#core/journal/journal.ts';
import { runsProjection } from '#core/rehearsal/run-projection.ts';
import { fixedIds } from '#tests/harness/fixed-ids.ts';

/** Writes the rehearsals of a closed desk anew as they were before their events named the run: the person or the customer alone. */
export function nameNoRuns(dataDir: string, dataKey: Uint8Array): void {
  const folder = dataFolder(dataDir);
  const ids = fixedIds('older');
  let nowMs = 0;
  const open = () => {
    const db = openForWriting(folder.rehearsals);
    migrate(db, migrations, { backupTo: null });
    const headFile = openHeadFile(folder.rehearsalsHead);
    const journal = createJournal({
      ...{
        db,
        dataKey,
        headFile,
        ids,
        clock: { nowMs: () => nowMs, monotonicMs: () => 0 },
        installId: installIdOf(db, ids),
      },
      projections: [conversationProjection, runsProjection],
    });
    return {
      journal,
      close() {
        headFile.close();
        db.close();
      },
    };
  };
  const before = open();
  const events = before.journal.read({ epoch: 1, seq: 1 }, 10_000);
  before.close();
  for (const file of [folder.rehearsals, folder.rehearsalsHead]) rmSync(file);
  const older = open();
  for (const { kind, schemaVersion, atMs, personId, payload, subjectIds } of events) {
    nowMs = atMs;
    const declaration = { kind, schemaVersion, payload: z.unknown() };
    older.journal.transaction(personId, (tx) => tx.append(declaration, payload, subjectIds.slice(0, 1)));
  }
  older.close();
}
