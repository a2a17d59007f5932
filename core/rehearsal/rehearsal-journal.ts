import { existsSync } from 'node:fs';
import { noteStored, openErasureLedger } from '../backups/erasure-ledger.ts';
import { missedErasures } from '../backups/finish-restore.ts';
import { placeRehearsals, setRehearsalsAside } from '../backups/place-rehearsals.ts';
import type { Clock } from '../clock.ts';
import { conversationProjection } from '../conversation/projection.ts';
import type { DataFolder } from '../db/data-folder.ts';
import { installIdOf } from '../db/install-id.ts';
import { migrate } from '../db/migrate.ts';
import { migrations } from '../db/migrations/all-migrations.ts';
import { openForWriting, type WriteHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import { saysDamage } from '../journal/damage.ts';
import { openHeadFile } from '../journal/head-file.ts';
import { createJournal, type Journal } from '../journal/journal.ts';
import type { Logger } from '../logger.ts';
import { eraseMissed } from './erase-runs.ts';
import { runsProjection } from './run-projection.ts';

interface RehearsalJournalParts {
  readonly folder: DataFolder;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly dataKey: Uint8Array;
  readonly logger: Logger;
}

export interface RehearsalJournal {
  readonly db: WriteHandle;
  readonly journal: Journal;
  close(): void;
}

/** Opens the journal of rehearsals: a database and a chain of its own, so that no figure of live work ever sees a rehearsed conversation. */
function openRehearsalJournal(
  { folder, clock, ids, dataKey, logger }: RehearsalJournalParts,
  restored: boolean,
): RehearsalJournal {
  const db = openForWriting(folder.rehearsals);
  try {
    migrate(db, migrations, { backupTo: null });
    const headFile = openHeadFile(folder.rehearsalsHead);
    const journal = createJournal({
      ...{ db, clock, ids, dataKey, headFile, restored },
      projections: [conversationProjection, runsProjection],
      installId: installIdOf(db, ids),
      onError: (error) => logger.error('after a commit of a rehearsal', error),
    });
    const ledger = openErasureLedger(folder.rehearsalsErasures);
    if (restored) eraseMissed({ db, journal }, missedErasures(db, ledger));
    noteStored(ledger, db);
    journal.onCommitted(ledger.note);
    return {
      db,
      journal,
      close() {
        headFile.close();
        db.close();
      },
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

export type RehearsalJournals = ReturnType<typeof rehearsalJournalOf>;

/**
 * Opened with the first rehearsal of the day: the start of the desk does not wait for it. Where the database is gone or
 * damaged, the newest whole copy takes its place; what was damaged is kept aside.
 */
export function rehearsalJournalOf(parts: RehearsalJournalParts) {
  const { folder, clock, logger } = parts;
  let opened: RehearsalJournal | null = null;

  function openSound(): RehearsalJournal {
    try {
      return openRehearsalJournal(parts, placeRehearsals(folder));
    } catch (error) {
      if (!saysDamage(error)) throw error;
      logger.error('the database of rehearsals is damaged; it is kept aside', error);
      setRehearsalsAside(folder, clock.nowMs());
      return openRehearsalJournal(parts, placeRehearsals(folder));
    }
  }

  function open(): RehearsalJournal {
    opened ??= openSound();
    return opened;
  }

  return {
    open,
    /** The same without making one where nobody ever rehearsed. */
    ifAny: (): RehearsalJournal | null => (opened !== null || existsSync(folder.rehearsals) ? open() : null),
    close() {
      opened?.close();
      opened = null;
    },
  };
}
