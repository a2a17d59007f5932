import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { journalErased } from '#contract/journal.ts';
import { type PrivacyOverview, RETENTION_REASON } from '#contract/privacy.ts';
import { listBackups, listRehearsalsCopies, listSetAside, removeBackup } from '../backups/backup-folder.ts';
import type { BackupKeeper } from '../backups/backup-keeper.ts';
import type { DataFolder } from '../db/data-folder.ts';
import type { WriteHandle } from '../db/open.ts';
import type { OpenEvent } from '../journal/event.ts';
import type { Journal } from '../journal/journal.ts';
import { searchInWorker } from '../journal/search-in-worker.ts';
import { listErasuresDue } from '../journal/touched-repo.ts';
import type { Logger } from '../logger.ts';
import type { RehearsalJournals } from '../rehearsal/rehearsal-journal.ts';
import type { Timer } from '../reminders/watch-host.ts';
import { readPrivacyFact, writePrivacyFact } from './privacy-fact-repo.ts';
import { openScrubber, type PageScrubber } from './scrub-pages.ts';

/** A reader of the log is a check or a backup: soon over. */
const LOG_AGAIN_MS = 5_000;
const FAILED_AGAIN_MS = 20 * 60_000;

export interface CleanUpParts {
  readonly db: WriteHandle;
  readonly journal: Journal;
  /** A second journal in this folder; its pages and copies are cleaned with the others. */
  readonly rehearsals: Pick<RehearsalJournals, 'ifAny'>;
  readonly keeper: BackupKeeper;
  readonly folder: DataFolder;
  readonly workerUrl: URL;
  readonly logger: Logger;
  /** Without it what could not be finished waits for the next erasure or start. */
  readonly timer: Timer | undefined;
  readonly onChanged: () => void;
}

export interface CleanUp {
  start(): void;
  stop(): void;
  /** Before an erasure: an end right after it must not forget the copies. */
  noteToPurge(subjectIds: readonly string[]): void;
  /** After an erasure that the journal of live work does not tell of. */
  noteToScrub(): void;
  /** Does what is due now; resolves when all is done or has to wait. */
  run(): Promise<void>;
  unfinished(): PrivacyOverview['unfinished'];
}

/**
 * Finishes erasures: carries out those of other desks, empties the write-ahead log, cleans the pages, makes a new backup and removes the copies
 * that still hold the data. What is due stands in the database, so that an end at any moment loses none of it.
 */
export function createCleanUp(parts: CleanUpParts): CleanUp {
  const { db, journal, rehearsals, keeper, folder, workerUrl, logger, timer } = parts;
  let state: PrivacyOverview['unfinished'] = 'none';
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const scrubbers = new Map<string, PageScrubber>();
  let callOff: () => void = () => undefined;

  const note = (events: readonly Pick<OpenEvent, 'kind' | 'subjectIds' | 'payload'>[]): void => {
    const erasures = events.filter(({ kind }) => kind === journalErased.kind);
    const purged = erasures.filter(
      ({ payload }) => journalErased.payload.safeParse(payload).data?.reason !== RETENTION_REASON,
    );
    if (purged.length > 0) noteToPurge(purged.flatMap(({ subjectIds }) => subjectIds));
    if (erasures.length === 0) return;
    noteToScrub();
    // A round of retention runs this once at its end.
    if (purged.length > 0) void run();
  };
  // What is being committed or taken in must be over before the next transaction begins.
  const stopOwn = journal.onCommitted((events) => queueMicrotask(() => stopped || note(events)));
  const stopForeign = journal.onForeign((events) => queueMicrotask(() => stopped || note(events)));

  function noteToPurge(subjectIds: readonly string[]): void {
    const known = readPrivacyFact(db, 'copiesToPurge') ?? [];
    writePrivacyFact(db, 'copiesToPurge', [...new Set([...known, ...subjectIds])]);
  }

  function noteToScrub(): void {
    writePrivacyFact(db, 'scrubsDue', (readPrivacyFact(db, 'scrubsDue') ?? 0) + 1);
  }

  function run(): Promise<void> {
    again = running !== null;
    running ??= workThrough().finally(() => {
      running = null;
      if (!stopped) parts.onChanged();
    });
    return running;
  }

  async function workThrough(): Promise<void> {
    try {
      do {
        again = false;
        state = 'working';
        await eraseAsOthersDid();
        if (stopped) return;
        state = (await scrub()) ? await purgeCopies() : 'logHeld';
      } while (again && !stopped);
      if (state !== 'none') later(state === 'logHeld' ? LOG_AGAIN_MS : FAILED_AGAIN_MS);
    } catch (error) {
      if (stopped) return;
      state = 'backupFailed';
      logger.error('an erasure could not be finished', error);
      later(FAILED_AGAIN_MS);
    }
  }

  async function eraseAsOthersDid(): Promise<void> {
    const due = listErasuresDue(db);
    if (due.length === 0) return;
    const { touched } = await searchInWorker(workerUrl, { file: folder.database, subjectIds: due, copies: [] });
    if (stopped) return;
    noteToPurge(due);
    journal.eraseSubjects({
      ...{ personId: null, subjectIds: due, reason: 'erased on another desk', found: touched, onlyIfOwn: true },
    });
  }

  /** The pages first, then the copies: a new backup is made of clean pages. False while a reader holds on to the log. */
  async function scrub(): Promise<boolean> {
    const due = readPrivacyFact(db, 'scrubsDue') ?? 0;
    if (due === 0) return journal.emptyLog();
    const rehearsed = rehearsals.ifAny();
    const clean = await scrubFile(folder.database, { db, journal });
    if (!clean || (rehearsed !== null && !(await scrubFile(folder.rehearsals, rehearsed)))) return false;
    if (!stopped) writePrivacyFact(db, 'scrubsDue', (readPrivacyFact(db, 'scrubsDue') ?? 0) - due);
    return true;
  }

  async function scrubFile(file: string, store: Pick<CleanUpParts, 'db' | 'journal'>): Promise<boolean> {
    const scrubber = scrubbers.get(file) ?? openScrubber(file);
    scrubbers.set(file, scrubber);
    scrubber.begin();
    for (let more = true; more; ) {
      if (stopped || !store.journal.emptyLog()) return false;
      store.db.pragma('shrink_memory');
      more = scrubber.turn();
      await pause();
    }
    return true;
  }

  async function purgeCopies(): Promise<PrivacyOverview['unfinished']> {
    const subjectIds = readPrivacyFact(db, 'copiesToPurge') ?? [];
    if (subjectIds.length === 0) return 'none';
    const holding = await copiesHolding(subjectIds);
    if (holding.length > 0) {
      // One that is being made may have begun before the erasure.
      if (keeper.state().running) await keeper.make();
      await keeper.make();
      if (stopped) return 'working';
      const { problem } = keeper.state();
      if (problem !== null) return problem === 'damaged' ? 'journalDamaged' : 'backupFailed';
      for (const copy of await copiesHolding(subjectIds)) copy.remove();
    }
    const still = readPrivacyFact(db, 'copiesToPurge') ?? [];
    writePrivacyFact(
      db,
      'copiesToPurge',
      still.filter((subjectId) => !subjectIds.includes(subjectId)),
    );
    return 'none';
  }

  async function copiesHolding(subjectIds: readonly string[]) {
    const copies = copiesIn(folder);
    const files = copies.map(({ file }) => file);
    const { holding } = await searchInWorker(workerUrl, { file: folder.database, subjectIds, copies: files });
    return copies.filter(({ file }) => holding.includes(file));
  }

  function later(ms: number): void {
    callOff();
    callOff = timer?.(ms, () => void run()) ?? (() => undefined);
  }

  return {
    start() {
      const copies = readPrivacyFact(db, 'copiesToPurge') ?? [];
      const scrubs = readPrivacyFact(db, 'scrubsDue') ?? 0;
      if (listErasuresDue(db).length + copies.length + scrubs > 0) void run();
    },
    stop() {
      stopped = true;
      callOff();
      stopOwn();
      stopForeign();
      for (const scrubber of scrubbers.values()) scrubber.close();
    },
    noteToPurge,
    noteToScrub,
    run,
    unfinished: () => state,
  };
}

interface KeptCopy {
  /** Of the backup, of the copy of rehearsals, or of the folder that a restore set aside. */
  readonly name: string;
  readonly file: string;
  /** It, and what is of no use without it. */
  remove(): void;
}

/** Every copy of a database in the data folder. */
export function copiesIn(folder: DataFolder): KeptCopy[] {
  const inBackups = (name: string, remove: () => void): KeptCopy => ({
    name,
    file: join(folder.backups, name),
    remove,
  });
  return [
    ...listBackups(folder.backups).map(({ name }) => inBackups(name, () => removeBackup(folder.backups, name))),
    ...listRehearsalsCopies(folder.backups).map(({ name }) =>
      inBackups(name, () => rmSync(join(folder.backups, name), { force: true })),
    ),
    ...listSetAside(folder.setAside).flatMap(({ name }) => {
      const aside = join(folder.setAside, name);
      return [folder.database, folder.rehearsals]
        .map((database) => join(aside, basename(database)))
        .filter((file) => existsSync(file))
        .map((file) => ({ name, file, remove: () => rmSync(aside, { recursive: true, force: true }) }));
    }),
  ];
}
