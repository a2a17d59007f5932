import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { RETENTION_REASON } from '#contract/privacy.ts';
import type { Clock } from '../clock.ts';
import type { DataFolder } from '../db/data-folder.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import { createJournalReader } from '../journal/journal-repo.ts';
import { searchInWorker } from '../journal/search-in-worker.ts';
import { foreignRow, ownRow, type Touched } from '../journal/touched-repo.ts';
import type { Logger } from '../logger.ts';
import { eraseRuns } from '../rehearsal/erase-runs.ts';
import { findOldRuns } from '../rehearsal/old-runs-repo.ts';
import type { RehearsalJournals } from '../rehearsal/rehearsal-journal.ts';
import type { Timer } from '../reminders/watch-host.ts';
import { copiesIn } from './clean-up.ts';
import { readPrivacyFact, writePrivacyFact } from './privacy-fact-repo.ts';
import { dueRehearsals, dueSubjects, type RetentionDays } from './retention.ts';

const DAY_MS = 86_400_000;
/** The desk has its first minutes for itself. */
const FIRST_LOOK_MS = 3 * 60_000;
const LOOK_EVERY_MS = 60 * 60_000;
/** Events that one slice takes: the core answers keystrokes between them. */
const SLICE_EVENTS = 60;
/** As long as the oldest weekly backup: what a copy outside the rotation may be kept at most once data has a time to go. */
const COPIES_KEPT_MS = 31 * DAY_MS;

export interface RetentionParts {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly rehearsals: Pick<RehearsalJournals, 'ifAny'>;
  readonly installId: string;
  readonly folder: DataFolder;
  readonly workerUrl: URL;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timer: Timer | undefined;
  readonly onChanged: () => void;
  days(): RetentionDays;
  /** Before rehearsals are erased, of which the journal of live work does not tell. */
  noteToScrub(): void;
  /** Empties the log and cleans the pages behind the erasures. */
  finish(): Promise<void>;
}

export interface RetentionRunner {
  start(): void;
  stop(): void;
  /** Lets go of what is past its time now; says how many matters and days that were. */
  apply(): Promise<number>;
}

/** Once a day, erases what was kept as long as the site's rule says, a slice at a time. */
export function createRetentionRunner(parts: RetentionParts): RetentionRunner {
  const { db, journal, clock, timer, logger } = parts;
  let callOff: () => void = () => undefined;
  let stopped = false;
  let running: Promise<number> | null = null;

  async function round(): Promise<number> {
    const here = { reader: createJournalReader(db), seal: journal.fields, installId: parts.installId };
    const live = dueSubjects(db, here, parts.days(), clock.nowMs());
    await letGo({ db, journal, file: parts.folder.database }, live);
    const store = parts.rehearsals.ifAny();
    const rehearsed = store === null ? [] : dueRehearsals(store.db, parts.days(), clock.nowMs());
    if (store !== null && rehearsed.length > 0) {
      parts.noteToScrub();
      const old = findOldRuns(store);
      const [named, unnamed] = [rehearsed.filter((id) => !old.has(id)), rehearsed.filter((id) => old.has(id))];
      await letGo({ ...store, file: parts.folder.rehearsals }, named);
      for (const runId of unnamed) {
        if (stopped) break;
        eraseRuns(store, [runId], { personId: null, reason: RETENTION_REASON, onlyIfOwn: true });
        await pause();
      }
    }
    const erased = live.length + rehearsed.length;
    if (stopped) return 0;
    if (erased > 0) await parts.finish();
    if (Object.values(parts.days()).some((days) => days > 0)) dropAgedCopies(parts.folder, clock.nowMs());
    writePrivacyFact(db, 'lastRoundAtMs', clock.nowMs());
    parts.onChanged();
    return erased;
  }

  /** Erases the subjects in one of the journals, a slice at a time. */
  async function letGo(
    store: Pick<RetentionParts, 'db' | 'journal'> & { readonly file: string },
    subjectIds: readonly string[],
  ): Promise<void> {
    if (subjectIds.length === 0) return;
    const { touched } = await searchInWorker(parts.workerUrl, { file: store.file, subjectIds, copies: [] });
    const reader = createJournalReader(store.db);
    const subjects = {
      own: (position: number) => subjectsIn(ownRow(reader, position)),
      foreign: (arrival: number) => subjectsIn(foreignRow(store.db, arrival)),
    };
    for (const slice of slices(touched, subjectIds, subjects)) {
      if (stopped) return;
      store.journal.eraseSubjects({ personId: null, reason: RETENTION_REASON, onlyIfOwn: true, ...slice });
      await pause();
    }
  }

  function apply(): Promise<number> {
    running ??= round().finally(() => {
      running = null;
    });
    return running;
  }

  function look(): void {
    const last = readPrivacyFact(db, 'lastRoundAtMs');
    const now = clock.nowMs();
    // A clock that was set back must not keep the rounds away.
    if (last === null || now - last >= DAY_MS || now < last) {
      apply().catch((error: unknown) => stopped || logger.error('the retention round failed', error));
    }
    callOff = timer?.(LOOK_EVERY_MS, look) ?? (() => undefined);
  }

  return {
    start() {
      callOff = timer?.(FIRST_LOOK_MS, look) ?? (() => undefined);
    },
    stop() {
      stopped = true;
      callOff();
    },
    apply,
  };
}

function subjectsIn(row: { readonly subjectIds: string } | null): string[] {
  return row === null ? [] : (JSON.parse(row.subjectIds) as string[]);
}

interface Slice {
  readonly subjectIds: string[];
  readonly found: { own: number[]; foreign: number[]; through: Touched['through'] };
}

/** Subjects with the rows that are theirs, few enough events together for one transaction. */
function slices(
  { own, foreign, through }: Touched,
  subjectIds: readonly string[],
  subjectsOf: Readonly<Record<'own' | 'foreign', (row: number) => readonly string[]>>,
): Slice[] {
  const wanted = new Set(subjectIds);
  const rows = new Map<string, { own: number[]; foreign: number[] }>();
  for (const [of, all] of [['own', own] as const, ['foreign', foreign] as const]) {
    for (const row of all) {
      const subject = subjectsOf[of](row).find((id) => wanted.has(id));
      if (subject === undefined) continue;
      const theirs = rows.get(subject) ?? { own: [], foreign: [] };
      theirs[of].push(row);
      rows.set(subject, theirs);
    }
  }
  const made: Slice[] = [];
  for (const [subject, theirs] of rows) {
    const last = made.at(-1);
    const size = (slice: Pick<Touched, 'own' | 'foreign'>) => slice.own.length + slice.foreign.length;
    if (last !== undefined && size(last.found) + size(theirs) <= SLICE_EVENTS) {
      last.subjectIds.push(subject);
      last.found.own.push(...theirs.own);
      last.found.foreign.push(...theirs.foreign);
    } else made.push({ subjectIds: [subject], found: { ...theirs, through } });
  }
  return made;
}

/** Copies that no rotation takes away would keep what the live database lets go of. */
function dropAgedCopies(folder: DataFolder, nowMs: number): void {
  for (const { name, file, remove } of copiesIn(folder)) {
    const rotated = /^counterpart-[\d-]+\.db$/.test(name) || hasBackup(folder, name);
    if (!rotated && existsSync(file) && nowMs - statSync(file).mtimeMs > COPIES_KEPT_MS) remove();
  }
}

/** A copy of rehearsals goes with the backup it was made with. */
const hasBackup = (folder: DataFolder, name: string): boolean =>
  name.startsWith('rehearsal-') && existsSync(join(folder.backups, name.replace(/^rehearsal-/, 'counterpart-')));
