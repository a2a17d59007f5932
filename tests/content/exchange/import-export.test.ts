import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLibrary } from '#tools/content/load.ts';
import { makeScriptsLibrary } from '../make-scripts-library.ts';

function content(library: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/content.ts', ...args, '--library', library], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const SHEET = `编号,标题,场景,标准,简短,负责人,备注
hall/welcome,迎客,见面,"{{ customerName }}，欢迎您来，这边请坐，喝口水。",欢迎，请坐。,值班长,
,等候,见面,前面还有几位，您先坐，到您了我叫您。,您先坐，到您了我叫您。,值班长,没有用的话
,坏的,没有的场景,您坐。,,值班长,
`.replaceAll('欢迎，请坐。', '"欢迎，请坐。"');
const LINES = 'zh-CN/hall/lines.yaml';

describe('importing by the command', () => {
  it('shows new, changed and rejected rows with their reasons, and writes nothing until it is told to', () => {
    const library = makeScriptsLibrary();
    const file = join(library, 'team.csv');
    writeFileSync(file, SHEET);
    const before = readFileSync(join(library, LINES), 'utf8');
    const { status, stdout } = content(library, 'import', file);
    expect(stdout).toContain('新增 1 · 修改 1 · 不变 0 · 拒收 1');
    expect(stdout).toContain('标准：{{ customerName }}，欢迎您来，这边请坐{+，喝口水+}。');
    expect(stdout).toMatch(/拒收 {2}4[\s\S]*〔场景〕no such scene: 没有的场景 · 见面/u);
    expect(stdout).toContain('〔简短〕missing');
    expect(stdout).toContain('不认得的列  备注');
    expect(status).toBe(1);
    expect(readFileSync(join(library, LINES), 'utf8')).toBe(before);
    expect(readdirSync(join(library, 'zh-CN/hall'))).toEqual(['lines.yaml', 'pack.yaml']);
  });

  it('applies to the one entry and leaves every other byte, comments too; a second time nothing is left to do', () => {
    const library = makeScriptsLibrary();
    const path = join(library, LINES);
    const commented = readFileSync(path, 'utf8').replace(
      '  - id: hall/reply',
      '  # 答复的说法\n  - id: hall/reply   # 先看这条',
    );
    writeFileSync(path, commented);
    const file = join(library, 'team.csv');
    writeFileSync(file, SHEET.split('\n').slice(0, 3).join('\n'));
    expect(content(library, 'import', file, '--apply').status).toBe(0);
    const after = readFileSync(path, 'utf8');
    const rest = commented.slice(commented.indexOf('  # 答复的说法'));
    expect(after.endsWith(rest)).toBe(true);
    const loaded = loadLibrary(library);
    expect(loaded.faults).toEqual([]);
    const welcome = loaded.entries.find(({ entry }) => entry.id === 'hall/welcome')?.entry;
    expect(welcome).toMatchObject({
      provenance: { version: 2, owner: '值班长' },
      variables: [{ name: 'customerName' }],
      variants: { standard: '{{ customerName }}，欢迎您来，这边请坐，喝口水。' },
    });
    const added = readFileSync(join(library, 'zh-CN/hall/imported-lines.yaml'), 'utf8');
    expect(added).toContain('  - id: hall/deng-hou\n    title: 等候\n');
    expect(loaded.entries.find(({ entry }) => entry.id === 'hall/deng-hou')?.entry.provenance.review).toBe('draft');
    expect(content(library, 'import', file).stdout).toContain('新增 0 · 修改 0 · 不变 2 · 拒收 0');
  });

  it('names what it cannot read', () => {
    const library = makeScriptsLibrary();
    expect(content(library, 'import')).toMatchObject({ status: 2 });
    expect(content(library, 'import', join(library, 'none.csv')).stderr).toContain('不能导入  file unopened');
    expect(content(library, 'import', join(library, 'release.yaml')).stderr).toContain('no entries');
  });
});

describe('exporting by the command', () => {
  it('writes what imports again without a change', () => {
    const library = makeScriptsLibrary();
    const file = join(library, 'out/library.csv');
    expect(content(library, 'export', '--format', 'csv', '--out', file).stdout).toContain('2 条');
    expect(content(library, 'import', file).stdout).toContain('新增 0 · 修改 0 · 不变 2 · 拒收 0');
    expect(content(library, 'export', '--format', 'csv')).toMatchObject({ status: 2 });
    expect(content(library, 'export', '--format', 'csv', '--pack', 'no', '--out', file)).toMatchObject({ status: 2 });
  });
});

describe('comparing by the command', () => {
  it('tells new, changed with its characters, and withdrawn, between folders and releases', () => {
    const before = makeScriptsLibrary();
    const text = readFileSync(join(before, LINES), 'utf8');
    const after = makeScriptsLibrary({
      [LINES]: text.replace('单子已经立好', '单子刚刚立好').replaceAll('hall/welcome', 'hall/hello'),
    });
    const { status, stdout } = content(before, 'diff', before, after);
    expect(status).toBe(0);
    expect(stdout).toContain('撤下  hall/welcome');
    expect(stdout).toContain('新增  hall/hello');
    expect(stdout).toContain('标准：单子[-已经-]{+刚刚+}立好');
    mkdirSync(join(before, 'schema'));
    const release = join(before, 'release.json');
    content(before, 'build', '--pin', '--out', release, '--pin-file', join(before, 'pin.ts'));
    expect(content(before, 'diff', before, release).stdout).toBe('新增 0 · 修改 0 · 撤下 0\n');
    expect(content(before, 'diff', before, join(before, 'none.json')).status).toBe(1);
  });
});
