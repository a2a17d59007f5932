import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { conversationProjection } from '../conversation/projection.ts';
import { installIdOf } from '../db/install-id.ts';
import { migrate } from '../db/migrate.ts';
import { migrations } from '../db/migrations/all-migrations.ts';
import { openForWriting, type WriteHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import { openHeadFile } from '../journal/head-file.ts';
import { createJournal, type Journal } from '../journal/journal.ts';
import type { Logger } from '../logger.ts';
import { runsProjection } from './run-projection.ts';

interface RehearsalJournalParts {
  readonly dataDir: string;
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
function openRehearsalJournal({ dataDir, clock, ids, dataKey, logger }: RehearsalJournalParts): RehearsalJournal {
  const db = openForWriting(join(dataDir, 'rehearsal.db'));
  try {
    migrate(db, migrations, { backupTo: null });
    const headFile = openHeadFile(join(dataDir, 'rehearsal.head'));
    const journal = createJournal({
      ...{ db, clock, ids, dataKey, headFile },
      projections: [conversationProjection, runsProjection],
      installId: installIdOf(db, ids),
      onError: (error) => logger.error('after a commit of a rehearsal', error),
    });
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

/** Opened with the first rehearsal of the day: the start of the desk does not wait for it. */
export function rehearsalJournalOf(parts: RehearsalJournalParts) {
  let opened: RehearsalJournal | null = null;
  return {
    open(): RehearsalJournal {
      opened ??= openRehearsalJournal(parts);
      return opened;
    },
    close() {
      opened?.close();
      opened = null;
    },
  };
}
