import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Folders that depcruise looks at. It once saw no module at all and passed; fewer than this many means it is blind. */
const CRUISED = ['contract', 'ledger', 'core', 'sync-server', 'electron', 'renderer', 'tools', 'bench', 'tests'];
const LEAST_MODULES = 150;

interface Step {
  name: string;
  command: string[];
  /** Looks at the output of a step that ended well; returns what is wrong all the same. */
  suspect?: (output: string) => string | null;
}

const projects = (
  JSON.parse(readFileSync(new URL('../tsconfig.json', import.meta.url), 'utf8')) as { references: { path: string }[] }
).references.map(({ path }) => path.replace(/^\.\//, ''));

const steps: Step[] = [
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  ...projects.map((project) => ({ name: `types of ${project}`, command: ['tsc', '-p', project] })),
  {
    name: 'boundaries',
    command: ['depcruise', '--config', '.dependency-cruiser.mjs', ...CRUISED],
    suspect: (output) => {
      const seen = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
      return seen < LEAST_MODULES ? `saw only ${seen} modules: the boundary check is blind` : null;
    },
  },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  { name: 'content', command: ['node', 'tools/content.ts', 'check'] },
];

function run(step: Step): Promise<boolean> {
  const started = performance.now();
  return new Promise((resolve) => {
    const [program = '', ...rest] = step.command;
    const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => {
      output += error.message;
    });
    child.on('close', (code) => {
      const wrong = code === 0 ? (step.suspect?.(output) ?? null) : `failed (${code})`;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${wrong ? '✗' : '✓'} ${step.name} (${seconds} s)${wrong ? ` — ${wrong}\n${output}` : ''}`);
      resolve(wrong === null);
    });
  });
}

const waiting = [...steps];
let failed = 0;
await Promise.all(
  Array.from({ length: Math.max(2, availableParallelism()) }, async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await run(step))) failed += 1;
  }),
);
if (failed > 0) {
  console.error(`${failed} of ${steps.length} checks failed`);
  process.exit(1);
}
console.log(`all ${steps.length} checks passed`);
