import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { count } from '#tests/counts.ts';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';

/**
 * `npm run test:faults` runs every fault at its short count. `-- --long --minutes N` goes round-robin over the faults
 * until the minutes are over, adds up what held, goes on where the last long run ended, and stops at the first failure.
 */
/** `each` is how often one run of the file provokes the fault; `release` is reached before a release. */
const FAULTS: readonly { name: string; file: string; each: number; release: number }[] = [
  {
    name: 'kill -9 of the core while writing',
    file: 'tests/faults/kill-core.test.ts',
    each: count('killCore'),
    release: 10_000,
  },
  {
    name: 'power loss: a random, torn part of unsynced writes',
    file: 'tests/faults/power-loss.test.ts',
    each: count('powerLoss'),
    release: 1_000,
  },
  {
    name: 'disk full at varied offsets',
    file: 'tests/faults/disk-full.test.ts',
    each: count('diskFull'),
    release: 500,
  },
  { name: 'truncated or deleted WAL', file: 'tests/faults/wal-damage.test.ts', each: count('walDamage'), release: 500 },
  {
    name: 'bit flips in journal rows',
    file: 'tests/core/journal/bit-flips.test.ts',
    each: count('bitFlips'),
    release: 10_000,
  },
  { name: 'clock jumps', file: 'tests/faults/clock-jumps.test.ts', each: count('clockJumps'), release: 1_000 },
  {
    name: 'server killed mid-batch, each database',
    file: 'tests/faults/server-kill.test.ts',
    each: count('serverKills'),
    release: 2_000,
  },
  { name: 'network schedules', file: 'tests/faults/network.test.ts', each: count('networkSchedules'), release: 5_000 },
  {
    name: 'fuzz cases per parser',
    file: 'tests/faults/fuzz/parsers.test.ts',
    each: count('fuzzCases'),
    release: 1_000_000,
  },
  {
    name: 'fuzz cases per call and message of a window',
    file: 'tests/faults/fuzz/calls.test.ts',
    each: count('fuzzCases'),
    release: 1_000_000,
  },
  {
    name: 'fuzz cases of the batch endpoint',
    file: 'tests/faults/fuzz/server.test.ts',
    each: count('fuzzCases'),
    release: 1_000_000,
  },
  {
    name: 'many desks, each database: events that went up and came down',
    file: 'tests/faults/many-desks.test.ts',
    each: count('manyDesks') * count('manyDeskEvents'),
    release: 1_000_000,
  },
  {
    name: 'texts that would run in a page, in every text field',
    file: 'tests/renderer/script-texts.test.tsx',
    each: count('scriptTexts'),
    release: 500,
  },
  { name: 'every route × role × site', file: 'tests/sync-server/authorisation.test.ts', each: 1, release: 1 },
  {
    name: 'kill -9 in every stage of a conversation',
    file: 'tests/faults/kill-conversation.test.ts',
    each: 4,
    release: 1_000,
  },
];

/** Beside what was reached, the rounds that passed: each has other cases. */
type Progress = Record<string, { reached: number; rounds: number }>;
const PROGRESS_FILE = join(PROJECT_ROOT, 'node_modules/.cache/counterpart-fault-rounds.json');

const { values } = parseArgs({
  options: { long: { type: 'boolean', default: false }, minutes: { type: 'string', default: '30' } },
});

function runFile(file: string, round: number): Promise<boolean> {
  return new Promise((resolve) => {
    const env = { ...process.env, COUNTERPART_FAULT_ROUND: String(round) };
    const child = spawn('vitest', ['run', file, '--reporter=dot'], { cwd: PROJECT_ROOT, stdio: 'inherit', env });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

function readProgress(): Progress {
  try {
    return JSON.parse(readFileSync(PROGRESS_FILE, 'utf8')) as Progress;
  } catch {
    // No long run yet.
    return {};
  }
}

function keepProgress(progress: Progress): void {
  mkdirSync(dirname(PROGRESS_FILE), { recursive: true });
  writeFileSync(PROGRESS_FILE, JSON.stringify(progress));
}

function print(progress: Progress): void {
  for (const { name, release } of FAULTS) console.log(`${name}: ${progress[name]?.reached ?? 0} (release ${release})`);
}

async function short(): Promise<boolean> {
  const progress: Progress = {};
  let held = true;
  for (const fault of FAULTS) {
    const passed = await runFile(fault.file, 0);
    held &&= passed;
    progress[fault.name] = { reached: passed ? fault.each : 0, rounds: 1 };
  }
  print(progress);
  return held;
}

async function long(minutes: number): Promise<boolean> {
  const until = Date.now() + minutes * 60_000;
  const progress = readProgress();
  const roundsOf = ({ name }: (typeof FAULTS)[number]): number => progress[name]?.rounds ?? 0;
  while (Date.now() < until) {
    // Whichever had the fewest, so that a long run that was ended goes on in turn.
    const [fault] = FAULTS.toSorted((one, other) => roundsOf(one) - roundsOf(other));
    if (!fault) break;
    const { reached, rounds } = progress[fault.name] ?? { reached: 0, rounds: 0 };
    if (!(await runFile(fault.file, rounds))) {
      print(progress);
      console.error(`${fault.name} did not hold; the message above says what was lost. The same cases again:`);
      console.error(`COUNTERPART_FAULT_ROUND=${rounds} npx vitest run ${fault.file}`);
      return false;
    }
    progress[fault.name] = { reached: reached + fault.each, rounds: rounds + 1 };
    keepProgress(progress);
  }
  print(progress);
  return true;
}

const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  console.error('--minutes takes a number above 0');
  process.exit(2);
}
process.exitCode = (values.long ? await long(minutes) : await short()) ? 0 : 1;
