import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';
import { RuntimeFailure, runAsCommand } from '#tools/runtime/runtime-failure.ts';
import type { BenchRow } from './bench-row.ts';
import { benchInsight } from './insight.ts';
import { benchJournal } from './journal.ts';
import { benchJudge } from './judge.ts';
import { benchLint } from './lint.ts';
import { printBench } from './print-bench.ts';
import { benchSearch } from './search.ts';
import { benchSync } from './sync.ts';
import { benchShift, benchWindow } from './window.ts';

const BENCHES: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  search: async () => (await benchSearch([1_000, 10_000, 100_000])).rows,
  journal: benchJournal,
  insight: () => benchInsight(),
  lint: benchLint,
  judge: benchJudge,
  sync: benchSync,
  window: () => benchWindow(),
  shift: () => benchShift(),
};
const RESULTS = join(PROJECT_ROOT, 'bench', 'results');

// npm run bench [-- name …]: every figure beside its bar and its peer. `-- search --corpus … --queries …` measures on a set from outside.
await runAsCommand(async () => {
  const words = process.argv.slice(2);
  if (words.some((word) => word.startsWith('--'))) return searchWith(words);
  const unknown = words.find((word) => !Object.hasOwn(BENCHES, word));
  if (unknown !== undefined) {
    throw new RuntimeFailure(`there is no bench \`${unknown}\`; there are ${Object.keys(BENCHES).join(', ')}.`);
  }
  const rows: BenchRow[] = [];
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (words.length > 0 && !words.includes(name)) continue;
    console.log(`\n${name} …`);
    const found = await bench();
    printBench(found);
    rows.push(...found);
  }
  mkdirSync(RESULTS, { recursive: true });
  const machine = { cpu: cpus()[0]?.model ?? '', cores: cpus().length, memoryGb: Math.round(totalmem() / 1e9) };
  const file = join(RESULTS, 'latest.json');
  writeFileSync(file, `${JSON.stringify({ atMs: Date.now(), machine, node: process.version, rows }, null, 2)}\n`);
  const missed = rows.filter(({ ok }) => ok === false);
  console.log(`\n${rows.length} figures, ${missed.length} of them beyond their bar; written to ${file}`);
  // A bar not reached is a figure to report, not a failure of the run.
  return 0;
});

/** Options belong to the search bench, which reads them itself. */
function searchWith(words: readonly string[]): Promise<number> {
  if (words[0] !== 'search') throw new RuntimeFailure('only `search` takes options, such as --corpus and --queries.');
  return new Promise((resolve, reject) => {
    const script = join(PROJECT_ROOT, 'bench', 'search.ts');
    const child = spawn(process.execPath, [script, ...words.slice(1)], { stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
