import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';

/** A small house under the same rules, in which one thing is wrong. */
let house = '';
afterEach(() => rmSync(house, { recursive: true, force: true }));

const FOLDERS = [
  'contract',
  'ledger',
  'core',
  'electron/main',
  'electron/core-host',
  'electron/preload',
  'renderer',
  'tools',
];
const RULE_FILES = ['.gitignore', 'package.json', 'biome.json', 'tsconfig.base.json', '.dependency-cruiser.mjs'];

function build(files: Record<string, string>): void {
  house = mkdtempSync(join(tmpdir(), 'counterpart-house-'));
  for (const file of RULE_FILES) cpSync(join(PROJECT_ROOT, file), join(house, file));
  symlinkSync(join(PROJECT_ROOT, 'node_modules'), join(house, 'node_modules'));
  for (const folder of FOLDERS) {
    mkdirSync(join(house, folder), { recursive: true });
    cpSync(join(PROJECT_ROOT, folder, 'tsconfig.json'), join(house, folder, 'tsconfig.json'));
    writeFileSync(join(house, folder, 'present.ts'), 'export const present = true;\n');
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, name)), { recursive: true });
    writeFileSync(join(house, name), text);
  }
}

function run(program: string, ...words: string[]): { code: number | null; output: string } {
  const done = spawnSync(join(PROJECT_ROOT, 'node_modules', '.bin', program), words, { cwd: house, encoding: 'utf8' });
  return { code: done.status, output: done.stdout + done.stderr };
}

const boundaries = () =>
  run(
    'depcruise',
    '--config',
    '.dependency-cruiser.mjs',
    'contract',
    'ledger',
    'core',
    'electron',
    'renderer',
    'tools',
  );

describe('the rules of the house', () => {
  test('a house that keeps them passes, and the boundary check saw its modules', () => {
    build({ 'core/reads.ts': "import { present } from '#contract/present.ts';\n\nexport const read = present;\n" });
    const { code, output } = boundaries();
    expect(output).toMatch(/no dependency violations found \((?:9|1\d) modules/);
    expect(code).toBe(0);
    expect(run('tsc', '-p', 'core')).toMatchObject({ code: 0 });
    expect(run('biome', 'lint', 'core')).toMatchObject({ code: 0 });
  });

  describe('of what a folder imports', () => {
    /** Every wrong import by itself in a file; one look at the whole house names each. */
    const wrong: readonly (readonly [folder: string, target: string, rule: string])[] = [
      ['contract', '#core/present.ts', 'contract-imports-only-its-floor'],
      ['ledger', '#core/present.ts', 'ledger-imports-only-its-floor'],
      ['core', '#renderer/present.ts', 'core-imports-only-its-floor'],
      ['core', 'electron', 'electron-only-in-its-folder'],
      ['renderer', '#core/present.ts', 'renderer-imports-only-its-floor'],
      ['electron/main', '#core/present.ts', 'electron-main-imports-only-its-floor'],
      ['electron/preload', '#core/present.ts', 'electron-preload-imports-only-its-floor'],
      ['electron/core-host', '#electron/main/present.ts', 'electron-core-host-imports-only-its-floor'],
      ['tools', '#renderer/present.ts', 'tools-imports-only-its-floor'],
      ['contract', 'react', 'contract-imports-only-its-packages'],
      ['ledger', 'uuid', 'ledger-imports-only-its-packages'],
      ['ledger', 'node:fs', 'ledger-needs-only-crypto'],
      ['renderer', 'node:fs', 'contract-and-renderer-run-anywhere'],
      ['core', './circle.ts', 'no-cycles'],
    ];
    const fileOf = (folder: string, target: string) => `${folder}/bad-${target.replace(/\W+/g, '-')}.ts`;
    let violations: string[] = [];
    let code: number | null = 0;
    beforeAll(() => {
      const files = wrong.map(([folder, target]) => [
        fileOf(folder, target),
        `import * as other from '${target}';\n\nexport const bad = other;\n`,
      ]);
      const back = `import { bad } from './${basename(fileOf('core', './circle.ts'))}';\n\nexport const circle = bad;\n`;
      build({ ...Object.fromEntries(files), 'core/circle.ts': back });
      const cruised = boundaries();
      code = cruised.code;
      violations = cruised.output.split('\n').filter((line) => line.includes('error '));
    });

    test('a house with wrong imports fails, and nothing else in it is complained of', () => {
      expect(code).not.toBe(0);
      const known = wrong.map(([folder, target]) => fileOf(folder, target));
      expect(violations.filter((line) => !known.some((file) => line.includes(file)))).toEqual([]);
    });

    test.each(wrong)('%s may not import %s', (folder, target, rule) => {
      const told = violations.filter((line) => line.includes(rule) && line.includes(fileOf(folder, target)));
      expect(told).not.toEqual([]);
    });
  });

  test('the core knows no DOM', () => {
    build({ 'core/bad.ts': 'export const title = document.title;\n' });
    const { code, output } = run('tsc', '-p', 'core');
    expect(code).not.toBe(0);
    expect(output).toContain("Cannot find name 'document'");
  });

  test('the renderer knows no Node', () => {
    build({ 'renderer/bad.ts': 'export const home = process.env;\n' });
    const { code, output } = run('tsc', '-p', 'renderer');
    expect(code).not.toBe(0);
    expect(output).toContain("Cannot find name 'process'");
  });

  test('a file of 400 lines passes and one of 401 fails', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, at) => `export const n${at} = ${at};\n`).join('');
    build({ 'core/long.ts': lines(400) });
    expect(run('biome', 'lint', 'core')).toMatchObject({ code: 0 });
    writeFileSync(join(house, 'core/long.ts'), lines(401));
    const { code, output } = run('biome', 'lint', 'core');
    expect(code).not.toBe(0);
    expect(output).toContain('noExcessiveLinesPerFile');
  });

  test('a way up over two floors fails', () => {
    build({
      'core/deep/bad.ts': "import { present } from '../../contract/present.ts';\n\nexport const bad = present;\n",
    });
    const { code, output } = run('biome', 'lint', 'core');
    expect(code).not.toBe(0);
    expect(output).toContain('noRestrictedImports');
  });
});
