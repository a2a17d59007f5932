import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './runtime/build-app.ts';
import { PROJECT_ROOT, provisionRuntime } from './runtime/provision.ts';
import { runAsCommand } from './runtime/runtime-failure.ts';

interface Counts {
  passed: number;
  failed: number;
}

/** What `npm test -- unit` or `-- e2e` leaves out; without a word both run. */
const wanted = process.argv[2];

function run(program: string, words: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd: PROJECT_ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function readReport<Report>(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(join(PROJECT_ROOT, file), 'utf8')) as Report;
  } catch {
    // The runner died before it wrote its report; its exit code says so.
    return null;
  }
}

async function runUnit(): Promise<Counts> {
  const file = 'test-results/unit.json';
  const code = await run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]);
  const report = readReport<{ numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }>(file);
  const failed = report ? report.numFailedTests : 1;
  // A file that cannot be loaded fails without a failed test in it.
  return { passed: report?.numPassedTests ?? 0, failed: code !== 0 && failed === 0 ? 1 : failed };
}

async function runDesk(): Promise<Counts> {
  const code = await run('playwright', ['test']);
  const report = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(
    'test-results/e2e.json',
  );
  const failed = report ? report.stats.unexpected : 1;
  const passed = report ? report.stats.expected + report.stats.flaky : 0;
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

await runAsCommand(async () => {
  const started = performance.now();
  rmSync(join(PROJECT_ROOT, 'test-results'), { recursive: true, force: true });
  await provisionRuntime({ virtualDisplay: true, tests: true, say: (line) => console.log(line) });
  await ensureBuilt(PROJECT_ROOT, (line) => console.log(line));
  const results: Counts[] = [];
  if (wanted !== 'e2e') results.push(await runUnit());
  if (wanted !== 'unit') results.push(await runDesk());
  const passed = results.reduce((sum, one) => sum + one.passed, 0);
  const failed = results.reduce((sum, one) => sum + one.failed, 0);
  console.log(`took ${((performance.now() - started) / 60_000).toFixed(1)} min`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
});
