import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { releaseSchema } from '#contract/library/release.ts';
import { starterReleasePin } from '#core/releases/starter-release-pin.ts';
import { canonicalBytes } from '#ledger/canonical.ts';
import { checkLibrary, checkSchemaFile } from '#tools/content/check.ts';
import { compileRelease } from '#tools/content/compile.ts';
import { countTable } from '#tools/content/count-table.ts';
import { loadLibrary } from '#tools/content/load.ts';
import { pinFault, pinModule, writePin } from '#tools/content/pin.ts';
import { sampleSheet } from '#tools/content/sample-sheet.ts';
import { loadTargets } from '#tools/content/targets.ts';
import { makeScriptsLibrary } from './make-scripts-library.ts';

const shipped = loadLibrary('scripts-library');

describe('the release that ships', () => {
  it('comes from a library without a fault', () => {
    expect(checkLibrary(shipped)).toEqual([]);
    expect(checkSchemaFile('scripts-library')).toEqual([]);
  });

  it('is the one the app is pinned to', () => {
    expect(compileRelease(shipped).sha256).toBe(starterReleasePin.sha256);
    expect(shipped.version).toBe(starterReleasePin.version);
  });

  it('holds at least 40 courtesy phrases, 20 forbidden ones and 40 telecom lines', () => {
    const holds = (pack: string, kind: string) =>
      shipped.entries.filter(({ packId, entry }) => packId === pack && entry.kind === kind).length;
    expect(holds('courtesy', 'courtesy')).toBeGreaterThanOrEqual(40);
    expect(holds('forbidden', 'forbidden')).toBeGreaterThanOrEqual(20);
    expect(holds('telecom', 'line')).toBeGreaterThanOrEqual(40);
  });

  it('has a courtesy phrase of every kind', () => {
    const kinds = new Set(
      shipped.entries.flatMap(({ entry }) => (entry.kind === 'courtesy' ? [entry.courtesyKind] : [])),
    );
    expect(kinds.size).toBe(21);
  });
});

describe('compiling', () => {
  it('gives the same bytes each time, in canonical form, under the hash over exactly them', () => {
    const first = compileRelease(shipped);
    const second = compileRelease({
      ...shipped,
      packs: shipped.packs.toReversed(),
      entries: shipped.entries.toReversed(),
    });
    expect(second.sha256).toBe(first.sha256);
    expect(createHash('sha256').update(first.bytes).digest('hex')).toBe(first.sha256);
    const read = releaseSchema.parse(JSON.parse(Buffer.from(first.bytes).toString('utf8')));
    expect(Buffer.from(canonicalBytes(read))).toEqual(Buffer.from(first.bytes));
  });

  it('hashes each entry by its canonical form, so that a changed word changes its hash alone', () => {
    const before = compileRelease(loadLibrary(makeScriptsLibrary())).release.entries;
    const [welcome, reply] = before.map(({ entry }) => entry);
    if (welcome?.kind !== 'line' && reply?.kind !== 'line') throw new Error('the sample has two lines');
    const library = loadLibrary(makeScriptsLibrary());
    const changed = library.entries.map((loaded) =>
      loaded.entry.id === 'hall/welcome' ? { ...loaded, entry: { ...loaded.entry, title: '迎接' } } : loaded,
    );
    const after = compileRelease({ ...library, entries: changed }).release.entries;
    const moved = after.filter(({ entryHash }, index) => entryHash !== before[index]?.entryHash);
    expect(moved.map(({ entry }) => entry.id)).toEqual(['hall/welcome']);
  });
});

describe('the pin', () => {
  const pin = { version: '2026.11.1', sha256: 'a'.repeat(64) };

  it('is accepted as written, and says what to do when it is missing or another', () => {
    const path = join(makeScriptsLibrary(), 'pin.ts');
    expect(pinFault(path, pin)).toMatch(/does not exist; run: npm run content -- build --pin/);
    writePin(path, pin);
    expect(readFileSync(path, 'utf8')).toBe(pinModule(pin));
    expect(pinFault(path, pin)).toBeNull();
    expect(pinFault(path, { ...pin, sha256: 'b'.repeat(64) })).toMatch(/still called 2026\.11\.1: raise the version/);
    expect(pinFault(path, { ...pin, version: '2026.11.2' })).toMatch(
      /pinned to release 2026\.11\.1, the library is 2026\.11\.2/,
    );
  });
});

describe('what is printed', () => {
  it('counts entries, variants and pairs pack by pack and kind by kind', () => {
    const rows = countTable(loadLibrary(makeScriptsLibrary()))
      .split('\n')
      .map((row) => row.trim().split(/\s+/));
    expect(rows).toEqual([
      ['pack', 'kind', 'entries', 'variants', 'pairs'],
      ['zh-CN/hall', 'line', '2', '4', '0'],
      ['total', '2', '4', '0'],
    ]);
  });

  it('puts the targets beside the counts, and says what is missing', () => {
    const root = makeScriptsLibrary({
      'targets.yaml':
        '- { pack: zh-CN/hall, kinds: [line], want: 5 }\n- { kinds: [synonyms], count: pairs, want: 2 }\n- { locale: en, kinds: [courtesy], want: 1 }\n',
      'zh-CN/hall/words.yaml':
        'kind: synonyms\nentries:\n  - id: hall/words\n    title: 同义词\n    provenance: { owner: 甲, effectiveFrom: 2026-11-01 }\n    groups: [{ term: 号, colloquial: [票, 牌] }]\n',
    });
    const [, targets = ''] = countTable(loadLibrary(root), loadTargets(root)).split('\n\n');
    expect(targets.split('\n').map((row) => row.trim().split(/\s{2,}/))).toEqual([
      ['target', 'what', 'have', 'want', 'missing'],
      ['zh-CN/hall', 'line', '2', '5', '-3'],
      ['all', 'synonyms pairs', '2', '2', 'ok'],
      ['en', 'courtesy', '0', '1', '-1'],
    ]);
    expect(loadTargets(makeScriptsLibrary())).toEqual([]);
    expect(loadTargets('scripts-library').length).toBeGreaterThan(20);
  });

  it('samples the same sheet for the same seed, another for another, and never one entry twice', () => {
    const entries = shipped.entries.map(({ entry }) => entry);
    const sheet = sampleSheet(entries, 7, 60);
    expect(sampleSheet(entries.toReversed(), 7, 60)).toBe(sheet);
    expect(sampleSheet(entries, 8, 60)).not.toBe(sheet);
    const ids = [...sheet.matchAll(/^\d+\. .*　(\S+)$/gmu)].map((match) => match[1]);
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
  });

  it('shows gaps of a sampled line by their labels', () => {
    const entries = loadLibrary(makeScriptsLibrary()).entries.map(({ entry }) => entry);
    expect(sampleSheet(entries, 1, 9)).toContain('〔称呼〕，欢迎您来');
  });
});
