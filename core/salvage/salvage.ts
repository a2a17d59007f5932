import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { EventDeclaration } from '#contract/declare-event.ts';
import { journalErased, journalRestored, journalSalvaged } from '#contract/journal.ts';
import type { DatabaseDamage } from '#contract/system.ts';
import { syncFile } from '../backups/whole-file.ts';
import type { Clock } from '../clock.ts';
import { readMeta, writeMeta } from '../db/meta-repo.ts';
import { migrate } from '../db/migrate.ts';
import { journalGuards } from '../db/migrations/0010-journal.ts';
import { migrations } from '../db/migrations/all-migrations.ts';
import { openForWriting, type WriteHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import { type Appender, createAppender } from '../journal/append.ts';
import { keyCheckOf } from '../journal/data-key.ts';
import { hex } from '../journal/event.ts';
import { createFieldSealer } from '../journal/field-sealer.ts';
import { createJournalReader, createJournalWriter, type JournalRow } from '../journal/journal-repo.ts';
import { openRow } from '../journal/open-row.ts';
import { rebuildProjections } from '../journal/rebuild.ts';
import { createEventSealer, type EventSealer } from '../journal/sealing.ts';
import { projections } from '../projections.ts';
import { type DamagedDatabase, liftGuards, openDamaged, pullForeignIn } from './damaged-repo.ts';
import { type ReadableEvents, sortEvents } from './readable-events.ts';

export interface SalvageParts {
  readonly damaged: string;
  /** The new database; what lies there is replaced. */
  readonly file: string;
  readonly dataKey: Uint8Array;
  readonly clock: Clock;
  readonly ids: Ids;
}

type Survey = NonNullable<DatabaseDamage['events']>;

/** How much of a damaged journal can be read; null where not even that can be told. */
export function surveyDamage(file: string, dataKey: Uint8Array): Survey | null {
  const damaged = openDamaged(file);
  if (damaged === null) return null;
  try {
    const { sound, later, unreadable } = sortEvents(damaged.events(), createEventSealer(dataKey, noRandomBytes));
    return sound === 0 ? null : { readable: sound + later.length, unreadable };
  } finally {
    damaged.close();
  }
}

/**
 * Makes a new, whole database of everything that a damaged one still holds: the sound run of events as it stands, then, in an
 * epoch of its own, what can be read behind the damage. Null where nothing can be read; the damaged file is only read.
 */
export function salvage(parts: SalvageParts): Survey | null {
  const damaged = openDamaged(parts.damaged);
  if (damaged === null) return null;
  mkdirSync(dirname(parts.file), { recursive: true, mode: 0o700 });
  for (const end of ['', '-wal', '-shm']) rmSync(`${parts.file}${end}`, { force: true });
  const db = openForWriting(parts.file);
  try {
    migrate(db, migrations, { backupTo: null });
    const survey = db.transaction(() => fill(db, damaged, parts)).immediate();
    if (survey === null) return null;
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('journal_mode = delete');
    return survey;
  } finally {
    db.close();
    damaged.close();
    syncFile(parts.file);
  }
}

function fill(db: WriteHandle, damaged: DamagedDatabase, parts: SalvageParts): Survey | null {
  const { ids, dataKey } = parts;
  const sealer = createEventSealer(dataKey, ids.bytes);
  const fields = createFieldSealer(dataKey);
  const [reader, writer] = [createJournalReader(db), createJournalWriter(db)];
  const guards = liftGuards(db, journalGuards);
  const sorted = sortEvents(damaged.events(), sealer, writer.insert);
  guards.restore();
  const last = reader.last();
  if (last === null) return null;
  copyBeside(db, damaged, dataKey);
  pullForeignIn(db, last.position);
  rebuildProjections({ db, projections, sealer, fields });
  /** Rescued events keep their time and id. */
  let rescued: JournalRow | null = null;
  const appender = createAppender({
    ...{ db, projections, reader, writer, sealer, fields, installId: last.installId },
    clock: { ...parts.clock, nowMs: () => rescued?.atMs ?? parts.clock.nowMs() },
    ids: { ...ids, next: () => rescued?.id ?? ids.next() },
  });
  appender.beginEpoch(Math.max(last.epoch, ...sorted.later.map(({ epoch }) => epoch)) + 1);
  appender.append(
    null,
    journalRestored,
    {
      reason: 'salvage',
      restoredInstallId: last.installId,
      restoredEpoch: last.epoch,
      restoredSeq: last.seq,
      restoredHash: hex(last.hash),
    },
    [],
  );
  let taken = 0;
  for (const row of sorted.later) {
    rescued = row;
    if (appendAgain(db, appender, row, sealer)) taken += 1;
  }
  rescued = null;
  appender.append(
    null,
    journalSalvaged,
    {
      throughEpoch: last.epoch,
      throughSeq: last.seq,
      rescued: taken,
      unreadable: sorted.unreadable,
      leftOut: sorted.later.length - taken,
    },
    [],
  );
  return surveyOf(sorted, taken);
}

/** An event behind the damage may need one that is gone; then it is left out, and stays in the file that is kept aside. */
function appendAgain(db: WriteHandle, appender: Appender, row: JournalRow, sealer: EventSealer): boolean {
  const event = openRow(row, sealer);
  const own = event.kind.startsWith('journal.') && event.kind !== journalErased.kind;
  if (own || event.salt === null) return false;
  const again: EventDeclaration = { kind: event.kind, schemaVersion: event.schemaVersion, payload: z.unknown() };
  try {
    db.transaction(() => appender.append(event.personId, again, event.payload, event.subjectIds))();
    return true;
  } catch {
    appender.reload();
    return false;
  }
}

/** What stands beside the journal and is no projection: settings of the database, events of other desks, how far sync is. */
function copyBeside(db: WriteHandle, damaged: DamagedDatabase, dataKey: Uint8Array): void {
  const rebuilt = new Set(['journal', ...projections.flatMap(({ tables }) => tables)]);
  for (const table of damaged.tables()) {
    if (!rebuilt.has(table) && !table.startsWith('sqlite_')) damaged.copyTable(table, db);
  }
  if (readMeta(db, 'keyCheck') === null) writeMeta(db, 'keyCheck', keyCheckOf(dataKey));
}

function surveyOf({ sound, later, unreadable }: ReadableEvents, taken: number): Survey {
  return { readable: sound + taken, unreadable: unreadable + later.length - taken };
}

function noRandomBytes(): Uint8Array {
  throw new Error('looking seals nothing');
}
