import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { declareEvent } from '#contract/declare-event.ts';
import { systemClock } from '#core/clock.ts';
import { migrate } from '#core/db/migrate.ts';
import { migrations } from '#core/db/migrations/all-migrations.ts';
import type { WriteHandle } from '#core/db/open.ts';
import { openForReading, openForWriting } from '#core/db/open.ts';
import { prepared } from '#core/db/prepared.ts';
import { systemIds } from '#core/ids.ts';
import { openHeadFile } from '#core/journal/head-file.ts';
import type { Journal } from '#core/journal/journal.ts';
import { createJournal } from '#core/journal/journal.ts';
import type { Projection } from '#core/journal/projection.ts';
import { on, projection } from '#core/journal/projection.ts';
import { createEventSealer } from '#core/journal/sealing.ts';
import { verifyJournal } from '#core/journal/verify-journal.ts';
import { projections } from '#core/projections.ts';
import type { BenchRow } from './bench-row.ts';
import { writeShift } from './journal/shift-of-events.ts';

const APPENDS = 2_000;
const WARM_UP = 2_000;
const CHAIN = 100_000;
const MILLION = 1_000_000;
/** Writing them takes longer than reading them again. */
const SHIFT = 20_000;

const noteTaken = declareEvent(
  'note.taken',
  1,
  z.strictObject({ conversationId: z.string(), lineId: z.string(), text: z.string() }),
);
const payload = {
  conversationId: '01930000-0000-7000-8000-000000000001',
  lineId: 'telecom/no-coverage/apologise',
  text: '您好，您反映的室内没有信号的情况我已经记下来了，我先帮您查一下附近的基站，请您稍等一下。'.repeat(2),
};

/** A projection as slices write them: one upsert with one sealed column. */
const notes: Projection = projection(
  'bench-notes',
  ['bench_note'],
  [
    on(noteTaken, (db, event, seal) => {
      prepared(db, 'INSERT INTO bench_note (id, at_ms, text_sealed) VALUES (?, ?, ?)').run(
        event.id,
        event.atMs,
        seal.seal(event.payload.text, `bench_note:${event.id}`),
      );
    }),
  ],
);

/** Append against a bare insert of the same bytes, both at synchronous=FULL in one run; then verification and rebuild. */
export async function benchJournal(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-bench-'));
  try {
    return [...appendRows(folder), ...chainRows(folder), ...rebuildRows(folder)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function appendRows(folder: string): BenchRow[] {
  const { db, journal, close } = openBench(join(folder, 'append'), []);
  const bare = openForWriting(join(folder, 'bare.db'));
  bare.exec('CREATE TABLE bare (position INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT');
  const insert = bare.prepare('INSERT INTO bare (bytes) VALUES (?)');
  // Both paths compiled and both logs past their first checkpoint, as on a desk that has been running for a while.
  for (let n = 0; n < WARM_UP; n += 1) appendOne(journal);
  const bytes = randomBytes(rowBytes(db));
  for (let n = 0; n < WARM_UP; n += 1) insert.run(bytes);
  const ours: number[] = [];
  const theirs: number[] = [];
  // One after the other, so that a busy moment of the disk meets both.
  for (let n = 0; n < APPENDS; n += 1) {
    theirs.push(timed(() => insert.run(bytes)));
    ours.push(timed(() => appendOne(journal)));
  }
  close();
  bare.close();
  const ratio = percentile(ours, 0.5) / percentile(theirs, 0.5);
  const p99 = percentile(ours, 0.99);
  return [
    row('journal append p50', percentile(ours, 0.5), 'ms', null),
    row('bare insert of the same bytes p50', percentile(theirs, 0.5), 'ms', null),
    { ...row('journal append p50', ratio, '×', 2), ratioTo: 'bare insert at FULL', ok: ratio <= 2 },
    { ...row('journal append p99 (advisory)', p99, 'ms', 5), ok: p99 <= 5 },
    row('bare insert p99', percentile(theirs, 0.99), 'ms', null),
  ];
}

function chainRows(folder: string): BenchRow[] {
  const { db, journal, key, file, close } = openBench(join(folder, 'chain'), [notes]);
  for (let n = 0; n < CHAIN; n += 1_000) {
    journal.transaction('person-1', (tx) => {
      for (let inner = 0; inner < 1_000; inner += 1) tx.append(noteTaken, payload, ['customer-1']);
    });
  }
  const reading = openForReading(file);
  const scale = MILLION / CHAIN / 1_000;
  verifyJournal(reading, { sealer: null, newest: 20_000, pages: false });
  const chain = timed(() => verifyJournal(reading, { sealer: null, pages: false })) * scale;
  const whole = timed(() => {
    const report = verifyJournal(reading, { sealer: createEventSealer(key, randomBytes), pages: true });
    if (report.faults.length > 0) throw new Error('the bench journal is not whole');
  });
  reading.close();
  db.close();
  close();
  const per = `for ${MILLION} events, measured on ${CHAIN}`;
  return [
    { ...row(`verify the chain ${per}`, chain, 's', 10), ok: chain <= 10 },
    row(`verify chain, pages and every payload ${per}`, whole * scale, 's', null),
  ];
}

/** Every projection of the product, from events as a desk writes them; processor time beside it, which other load moves less. */
function rebuildRows(folder: string): BenchRow[] {
  const { journal, close } = openBench(join(folder, 'rebuild'), projections);
  writeShift(journal, SHIFT);
  const scale = MILLION / journal.head().seq / 1_000;
  journal.rebuild();
  const before = process.cpuUsage();
  const rebuild = timed(() => journal.rebuild()) * scale;
  const { user, system } = process.cpuUsage(before);
  close();
  const per = `for ${MILLION} events, measured on ${SHIFT}`;
  return [
    { ...row(`rebuild all projections ${per}`, rebuild, 's', 60), ok: rebuild <= 60 },
    row(`the same, processor time ${per}`, ((user + system) / 1_000) * scale, 's', null),
  ];
}

interface Bench {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly key: Uint8Array;
  readonly file: string;
  close(): void;
}

function openBench(path: string, taking: readonly Projection[]): Bench {
  const file = `${path}.db`;
  const db = openForWriting(file);
  migrate(db, migrations, { backupTo: null });
  db.exec('CREATE TABLE bench_note (id TEXT PRIMARY KEY, at_ms INTEGER NOT NULL, text_sealed BLOB NOT NULL) STRICT');
  const headFile = openHeadFile(`${path}.head`);
  const key = randomBytes(32);
  const parts = { db, clock: systemClock, ids: systemIds, dataKey: key, headFile, projections: taking };
  const journal = createJournal({ ...parts, installId: systemIds.next() });
  const close = (): void => {
    if (db.open) db.close();
    headFile.close();
  };
  return { db, journal, key, file, close };
}

function appendOne(journal: Journal): void {
  journal.transaction('person-1', (tx) => tx.append(noteTaken, payload, ['customer-1']));
}

/** The bytes that a journal row takes, for the bare insert. */
function rowBytes(db: WriteHandle): number {
  const total: unknown = db
    .prepare(
      `SELECT length(install_id) + length(id) + length(person_id) + length(subject_ids) + length(kind) + length(payload)
        + length(salt) + length(commitment) + length(hash) + 16 FROM journal`,
    )
    .pluck()
    .get();
  return Number(total);
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function percentile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function row(bench: string, figure: number, unit: string, bar: number | null): BenchRow {
  return { bench, figure, unit, bar, ok: null };
}
