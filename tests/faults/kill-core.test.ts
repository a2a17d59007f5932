import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { createEventSealer } from '#core/journal/sealing.ts';
import { verifyJournal } from '#core/journal/verify-journal.ts';
import { count } from '#tests/counts.ts';
import { DATA_KEY, openJournal, testFolder } from '#tests/harness/open-journal.ts';

const child = new URL('./writing-child.ts', import.meta.url).pathname;
const key = Buffer.from(DATA_KEY).toString('hex');
const sealer = createEventSealer(DATA_KEY, (size) => new Uint8Array(size));

/** Rounds over one journal: it grows with each, and is verified whole after each. */
const ROUNDS_A_JOURNAL = 25;

/** Lets a child write until it has acknowledged some events and kills it a moment later; returns what it acknowledged. */
async function writeUntilKilled(folder: string): Promise<string[]> {
  const writer = spawn(process.execPath, [child, folder, key], { stdio: ['ignore', 'pipe', 'inherit'] });
  let heard = '';
  const closed = once(writer, 'close');
  let armed = false;
  writer.stdout.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
    if (armed) return;
    armed = true;
    // Anywhere within some hundred commits, also in the middle of one and of a checkpoint.
    setTimeout(() => writer.kill('SIGKILL'), randomInt(0, 120));
  });
  await closed;
  expect(writer.signalCode).toBe('SIGKILL');
  // A last line without its end was not acknowledged.
  return heard.split('\n').slice(0, -1);
}

it(
  'keeps every acknowledged event through kill -9 while writing, with a whole chain and a projection that agrees',
  async () => {
    let folder = testFolder();
    let acknowledged: string[] = [];
    let inAll = 0;
    for (let turn = 0; turn < count('killCore'); turn += 1) {
      const round = turn % ROUNDS_A_JOURNAL;
      if (round === 0 && turn > 0) {
        inAll += acknowledged.length;
        acknowledged = [];
        folder = testFolder();
      }
      acknowledged.push(...(await writeUntilKilled(folder)));
      const { journal, db, close } = openJournal(folder);
      expect(journal.health().faults).toEqual([]);
      expect(verifyJournal(db, { sealer, pages: true }).faults).toEqual([]);
      const stored = new Set(db.prepare(`SELECT epoch || ' ' || seq || ' ' || id FROM journal`).pluck().all());
      expect(acknowledged.filter((line) => !stored.has(line))).toEqual([]);
      // An event may be stored and unacknowledged: one per kill at most.
      expect(stored.size - acknowledged.length).toBeLessThanOrEqual(round + 1);
      expect(db.prepare('SELECT count(*) FROM written').pluck().get()).toBe(stored.size);
      close();
    }
    expect(inAll + acknowledged.length).toBeGreaterThan(count('killCore'));
  },
  count('killCore') * 5_000,
);
