import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createEventSealer } from '#core/journal/sealing.ts';
import { verifyJournal } from '#core/journal/verify-journal.ts';
import { count } from '#tests/counts.ts';
import { DATA_KEY, openJournal, testFolder } from '#tests/harness/open-journal.ts';
import { seededRandom } from '#tests/harness/seeded-random.ts';
import { type CrashImage, crashImage } from './power/crash-image.ts';
import { compileRecorder, record, type Step } from './power/recording.ts';

const child = new URL('./writing-child.ts', import.meta.url).pathname;
const key = Buffer.from(DATA_KEY).toString('hex');
const sealer = createEventSealer(DATA_KEY, (size) => new Uint8Array(size));
/** Enough commits for the log to be folded into the database and begun again in between. */
const EVENTS = 260;
const IMAGES_A_RECORDING = 50;

async function recordWriting(recorder: string, folder: string, synchronous: string[] = []): Promise<Step[]> {
  const dataDir = join(folder, 'data');
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir);
  const steps = await record(recorder, dataDir, child, [dataDir, key, String(EVENTS), ...synchronous]);
  expect(steps.filter(({ kind }) => kind === 'said')).toHaveLength(EVENTS);
  return steps;
}

/** The images of a recording whose power goes at random moments, each opened as a new core would. */
function* images(steps: readonly Step[], random: () => number, many: number): Generator<CrashImage> {
  for (let made = 0; made < many; made += 1) {
    yield crashImage(steps.slice(0, 1 + Math.floor(random() * steps.length)), random);
  }
}

function lostOf(image: CrashImage, folder: string, whole: boolean): string[] {
  rmSync(folder, { recursive: true, force: true });
  image.writeTo(folder);
  const { journal, db, close } = openJournal(folder, {
    prepare: (made) =>
      void made.exec('CREATE TABLE IF NOT EXISTS written (event_id TEXT PRIMARY KEY, size INTEGER) STRICT'),
  });
  try {
    const stored = new Set(db.prepare(`SELECT epoch || ' ' || seq || ' ' || id FROM journal`).pluck().all());
    if (whole) {
      expect(journal.health().faults).toEqual([]);
      expect(verifyJournal(db, { sealer, pages: true }).faults).toEqual([]);
      expect(db.prepare('SELECT count(*) FROM written').pluck().get()).toBe(stored.size);
    }
    return image.said.filter((line) => !stored.has(line));
  } finally {
    close();
  }
}

it(
  'loses nothing that was acknowledged when the power goes, whatever the disk keeps of unsynced writes',
  async () => {
    const folder = testFolder();
    const recorder = compileRecorder(folder);
    let steps: Step[] = [];
    let acknowledged = 0;
    for (let made = 0; made < count('powerLoss'); made += IMAGES_A_RECORDING) {
      steps = await recordWriting(recorder, folder);
      const many = Math.min(IMAGES_A_RECORDING, count('powerLoss') - made);
      for (const image of images(steps, seededRandom(101 + made), many)) {
        expect(lostOf(image, join(folder, 'image'), true)).toEqual([]);
        acknowledged += image.said.length;
      }
    }
    expect(acknowledged).toBeGreaterThan(count('powerLoss'));
    // The same disk under a desk that does not sync each commit: this is what the harness must be able to see.
    const careless = await recordWriting(recorder, folder, ['NORMAL']);
    const syncs = (all: readonly Step[]) => all.filter(({ kind }) => kind === 'sync').length;
    expect(syncs(steps)).toBeGreaterThanOrEqual(EVENTS);
    expect(syncs(careless)).toBeLessThan(EVENTS / 4);
    const lost = [...images(careless, seededRandom(7), 10)].flatMap((image) =>
      lostOf(image, join(folder, 'image'), false),
    );
    expect(lost.length).toBeGreaterThan(0);
  },
  60_000 + count('powerLoss') * 20_000,
);
