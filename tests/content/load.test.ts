import { describe, expect, it } from 'vitest';
import { checkLibrary, faultText } from '#tools/content/check.ts';
import { loadLibrary } from '#tools/content/load.ts';
import { makeScriptsLibrary } from './make-scripts-library.ts';

const HEAD =
  'kind: line\ndefaults: { scene: meeting, channels: [counter], provenance: { owner: 甲, effectiveFrom: 2026-11-01 } }\nentries:\n';
const lineFile = (body: string) => ({ 'zh-CN/hall/more.yaml': HEAD + body });
const faultsOf = (files: Record<string, string>) =>
  checkLibrary(loadLibrary(makeScriptsLibrary(files))).map((fault) => ({
    ...fault,
    file: fault.file.split('/').slice(-2).join('/'),
  }));

describe('a scripts library', () => {
  it('loads entries with the defaults of their file, their own keys over them, and shared variables put in', () => {
    const library = loadLibrary(makeScriptsLibrary());
    expect(library.faults).toEqual([]);
    expect(library.version).toBe('2026.11.1');
    expect(library.packs).toMatchObject([{ id: 'hall', locale: 'zh-CN' }]);
    const [welcome, reply] = library.entries.map(({ entry }) => entry);
    expect(welcome).toMatchObject({
      kind: 'line',
      channels: ['counter'],
      provenance: { owner: '值班长', version: 1, review: 'approved' },
      variables: [{ name: 'customerName', label: '称呼', type: 'customerName' }],
    });
    expect(reply).toMatchObject({
      channels: ['phone'],
      provenance: { owner: '值班长', version: 3 },
      variables: [{ name: 'replyTime', label: '答复时间', type: 'time', default: '48小时内' }],
    });
  });

  it('is sound in the sample', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('names file, line, entry and reason of what does not fit the schema, and keeps the rest', () => {
    const files = lineFile('  - id: hall/bad\n    title: 坏的\n    variants:\n      standard: 您坐，我看看。\n');
    const [fault, ...others] = faultsOf(files);
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ file: 'hall/more.yaml', line: 6, entryId: 'hall/bad', rule: 'schema' });
    expect(fault?.reason).toMatch(/variants\.short: /);
    expect(loadLibrary(makeScriptsLibrary(files)).entries).toHaveLength(2);
  });

  it('names the very line of a wording that breaks a rule', () => {
    const [fault] = faultsOf(
      lineFile(
        '  - id: hall/long\n    title: 太长\n    variants:\n      standard: 您坐，我 看看。\n      short: 我看看。\n',
      ),
    );
    expect(fault).toMatchObject({ file: 'hall/more.yaml', line: 7, entryId: 'hall/long', rule: 'typography' });
    expect(fault && faultText(fault)).toMatch(/hall\/more\.yaml:7 {2}hall\/long {2}\[typography\] a blank/);
  });

  it.each<[string, Record<string, string>, RegExp, number]>([
    ['an unknown key', lineFile('  - id: hall/x\n    titel: 错\n'), /titel|title/, 4],
    ['a key given twice', lineFile('  - id: hall/x\n    id: hall/y\n'), /unique/i, 5],
    ['text that is no YAML', { 'zh-CN/hall/more.yaml': 'kind: [line\n' }, /./, 2],
    ['an alias', { 'zh-CN/hall/more.yaml': 'kind: &k line\nentries: [*k]\n' }, /alias/i, 2],
    [
      'an alias that stands for nothing',
      lineFile('  - id: hall/x\n    keywords: [号码, *急*]\n'),
      /read as an alias/,
      5,
    ],
    ['an alias as a key', lineFile('  - *all : 1\n'), /read as an alias|alias/i, 4],
    [
      'a number where text belongs',
      lineFile('  - id: hall/x\n    keywords: [95588]\n'),
      /received number; put it in quotes/,
      5,
    ],
    ['an anchor', lineFile('  - id: hall/x\n    title: &急 立刻办\n'), /&急 is read as an anchor/, 5],
    ['a kind that does not exist', { 'zh-CN/hall/more.yaml': 'kind: poem\nentries: []\n' }, /kind/, 1],
    [
      'an English pack that has the id of a Chinese one',
      {
        'en/hall/pack.yaml':
          'id: hall\ntitle: Hall\ndescription: What is said in the hall.\nscenes: [{ id: meeting, label: Meeting }]\n',
      },
      /en\/hall has the id en-hall, not hall/,
      1,
    ],
    [
      'a pack in a folder of another name',
      {
        'zh-CN/hall/pack.yaml':
          'id: hal\ntitle: 大厅\ndescription: 大厅里说的话。\nscenes: [{ id: meeting, label: 见面 }]\n',
      },
      /not hal/,
      1,
    ],
    ['a release without a version', { 'release.yaml': 'versoin: 1\n' }, /version/, 1],
    [
      'a shared variable nobody knows',
      lineFile(
        '  - id: hall/x\n    title: 错的\n    variables: [nobody]\n    variants: { standard: 您坐，我看看。, short: 我看。 }\n',
      ),
      /variables/,
      6,
    ],
  ])('refuses %s with its line', (_, files, reason, line) => {
    const fault = faultsOf(files).find((each) => reason.test(each.reason));
    expect(fault?.line).toBe(line);
  });
});
