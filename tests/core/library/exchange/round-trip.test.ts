import { describe, expect, it } from 'vitest';
import { exportLibrary } from '#core/library/exchange/export/export-library.ts';
import type { MadeFormat } from '#core/library/exchange/export-messages.ts';
import { loadLibrary } from '#tools/content/load.ts';
import { courtesy, forbidden, library, line, outcomeOf, previewOf, statesOf } from './exchange-desk.ts';

const ROUND: readonly MadeFormat[] = ['xlsx', 'csv', 'docx', 'yaml'];

/** Entries with everything that cells find hard. */
const awkward = library(
  line('plain'),
  line('formulas', {
    title: '=1+1 · 像公式的标题',
    variants: { standard: '@客服，+86 的号码也能查。', short: '-能查。', soothing: "'=您别急。", written: '＝能查。' },
    keywords: ['=cmd', "'引号", '+加号'],
    colloquial: ['@所有人'],
  }),
  line('lists', {
    keywords: ['一、二', '单个，逗号', '  前后空格  '],
    colloquial: ['只有一个，带逗号'],
    tiers: ['vip', 'prepaid'],
    channels: ['counter', 'phone', 'chat'],
    related: ['hall/plain', 'hall/greeting'],
    forbidden: ['hall/go-away'],
    stage: 'followUp',
    scene: 'billing',
  }),
  line('gaps', {
    variables: [
      { name: 'customerName', label: '称呼', type: 'customerName' },
      { name: 'meter', label: '表号｜旧', type: 'digits', default: '一、二｜三\n四' },
    ],
    variants: {
      standard: '{{ customerName }}，\n第二行是{{ meter }}，还有"引号"和<尖括号>&。',
      short: '{{ customerName }}，{{ meter }}。',
    },
    provenance: {
      owner: '审核人',
      review: 'withdrawn',
      version: 7,
      effectiveFrom: '2026-02-28',
      expiresOn: '2027-02-28',
      reviewEveryDays: 30,
      replacedBy: 'hall/plain',
      changeNote: '改了，一半\n下一行',
    },
  }),
  courtesy('greeting', {
    courtesyKind: 'closing',
    occasion: { dayPart: 'morning', festival: 'springFestival', returningCaller: false, soundsIll: true },
  }),
  courtesy('always'),
  forbidden('go-away', {
    severity: 'block',
    matchers: [{ phrase: '正则：不是正则' }, { pattern: '(?:快|赶紧)走[开吧]?' }],
    allow: ['赶紧走开心路线，不收费'],
    fails: ['你赶紧走开。', '快走吧，别挡着；下一个！'],
  }),
);

describe('an export that is imported again', () => {
  it.each(ROUND)('shows no change as %s, whatever the cells hold', async (format) => {
    const { bytes, written, leftOut } = await exportLibrary(awkward, format);
    expect([written, leftOut]).toEqual([awkward.entries.length, 0]);
    const preview = await previewOf(`library.${format}`, bytes, { library: awkward });
    expect(preview.items.filter(({ state }) => state !== 'unchanged')).toEqual([]);
    expect(preview.unknownColumns).toEqual([]);
    expect(statesOf(preview).unchanged).toBe(awkward.entries.length);
  });

  it.each(ROUND)('shows no change as %s for the wording that ships', async (format) => {
    const loaded = loadLibrary('scripts-library');
    // A Word document of everything would be a book, which is read in parts.
    const most = format === 'docx' ? 30 : Number.POSITIVE_INFINITY;
    const entries = Object.values(Object.groupBy(loaded.entries, ({ entry }) => entry.kind)).flatMap((each) =>
      each.slice(0, most),
    );
    const shipped = { packs: loaded.packs, entries, variables: [] };
    const { bytes, written } = await exportLibrary(shipped, format);
    const preview = await previewOf(`library.${format}`, bytes, { library: shipped });
    expect(preview.items.filter(({ state }) => state !== 'unchanged')).toEqual([]);
    expect(preview.items).toHaveLength(written);
    expect(written).toBeGreaterThan(80);
  });

  it('is new, entry by entry, in a library that has nothing, but for what breaks a rule there', async () => {
    const { bytes } = await exportLibrary(awkward, 'xlsx');
    const preview = await previewOf('library.xlsx', bytes, { library: { ...awkward, entries: [] } });
    const rejected = preview.items.filter(({ state }) => state === 'rejected');
    expect(rejected).toMatchObject([
      { entryId: 'hall/gaps', faults: [{ column: { label: '标准' } }, { column: { label: '简短' } }] },
    ]);
    const entries = preview.items.flatMap((item) => ('entry' in item ? [item.entry] : []));
    expect(entries).toEqual(awkward.entries.map(({ entry }) => entry).filter(({ id }) => id !== 'hall/gaps'));
  });
});

it('a row that names an entry by its number is about that entry, whatever kind it is', async () => {
  const held = library(courtesy('greeting'), forbidden('go-away'));
  const sheet = '编号,标题\nhall/greeting,换了的标题\nhall/go-away,也换了标题\n';
  const preview = await previewOf('titles.csv', sheet, { library: held });
  expect(preview.items).toMatchObject([
    { state: 'changed', entry: { kind: 'courtesy', title: '换了的标题' } },
    { state: 'changed', entry: { kind: 'forbidden', title: '也换了标题' } },
  ]);
});

describe('an export', () => {
  it('begins no cell like a formula', async () => {
    const csv = new TextDecoder().decode((await exportLibrary(awkward, 'csv')).bytes);
    expect(csv).not.toMatch(/(?:^|,)"?[=+\-@\t＝]/mu);
    expect(csv).toContain("'=1+1 · 像公式的标题");
  });

  it('writes a page that shows wording as text and reaches for nothing outside', async () => {
    const html = new TextDecoder().decode((await exportLibrary(awkward, 'html')).bytes);
    expect(html).toContain('&lt;尖括号&gt;&amp;');
    expect(html).toContain('〔称呼〕');
    expect(html).not.toMatch(/<script|src=|href=|url\(/u);
    expect(html).toContain('@media print');
  });

  it('holds one pack when one is asked for', async () => {
    const { bytes, written } = await exportLibrary(awkward, 'yaml', 'nowhere');
    expect(written).toBe(0);
    expect(await outcomeOf('none.yaml', bytes)).toMatchObject({ outcome: 'refused', refusal: { key: 'fileEmpty' } });
  });
});
