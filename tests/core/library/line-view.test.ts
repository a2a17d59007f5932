import { describe, expect, test } from 'vitest';
import { type Entry, entrySchema, releaseSchema } from '#contract/library/release.ts';
import { type Catalogue, createCatalogue } from '#core/library/catalogue.ts';
import { lineView } from '#core/library/line-view.ts';
import { plainText } from '#core/library/render-line.ts';
import { searchDocuments } from '#core/library/search-documents.ts';

const provenance = { owner: '值班长', effectiveFrom: '2026-11-01' };

function catalogueOf(...entries: Record<string, unknown>[]): Catalogue {
  const parsed: Entry[] = entries.map((entry) => entrySchema.parse({ provenance, title: '试验', ...entry }));
  const scenes = [{ id: 'everyday', label: '日常' }];
  return createCatalogue(
    releaseSchema.parse({
      format: 1,
      version: '2026.11.1',
      packs: [{ id: 'test', title: '试验', description: '试验用的口径', scenes, locale: 'zh-CN' }],
      entries: parsed.map((entry) => ({ packId: 'test', entryHash: 'a'.repeat(64), entry })),
    }),
  );
}

const line = {
  kind: 'line',
  id: 'test/line',
  scene: 'everyday',
  channels: ['counter'],
  variables: [{ name: 'phone', label: '电话', type: 'digits' }],
  fragments: ['test/part'],
  basis: ['test/new', 'test/old'],
  variants: { standard: "查到就告诉您。{% render 'test/part' %}", short: '查到告诉您。' },
};
const part = {
  kind: 'fragment',
  id: 'test/part',
  variables: [{ name: 'phone', label: '电话', type: 'digits' }],
  text: '有事打{{ phone }}。',
};
const article = {
  kind: 'article',
  scene: 'everyday',
  lawName: '试验条例',
  articleNo: '第三条',
  summary: '这一条讲的是试验里要用到的事。',
  effectiveFrom: '2020-01-01',
  status: 'inForce',
};
const catalogue = catalogueOf(
  line,
  part,
  { ...article, id: 'test/new', title: '新条例第三条' },
  {
    ...article,
    id: 'test/old',
    title: '旧条例第五条',
    status: 'superseded',
    supersededOn: '2020-01-01',
    supersededBy: 'test/new',
    verified: true,
  },
);

function viewed(values: Record<string, string>) {
  const released = catalogue.findWording('test/line');
  if (!released) throw new Error('the line is there');
  return lineView(catalogue, released, { values, day: '2026-11-22', favourite: false });
}

describe('a line on the desk', () => {
  test('shows the articles it rests on, whether they were checked, and what replaced them', () => {
    expect(viewed({}).basis).toEqual([
      {
        entryId: 'test/new',
        title: '新条例第三条',
        lawName: '试验条例',
        articleNo: '第三条',
        summary: '这一条讲的是试验里要用到的事。',
        effectiveFrom: '2020-01-01',
        status: 'inForce',
        verified: false,
      },
      expect.objectContaining({
        entryId: 'test/old',
        status: 'superseded',
        verified: true,
        supersededBy: { entryId: 'test/new', title: '新条例第三条' },
      }),
    ]);
  });

  test('takes in its fragments, whose gaps are filled and asked for like its own', () => {
    const [open] = viewed({}).variants;
    expect(open && plainText(open)).toBe('查到就告诉您。有事打〔电话〕。');
    expect(open?.missing).toEqual(['phone']);
    const [filled] = viewed({ phone: '8001' }).variants;
    expect(filled && plainText(filled)).toBe('查到就告诉您。有事打8001。');
  });

  test('is found by the words of its fragments', () => {
    expect(searchDocuments(catalogue).map(({ body }) => body)).toEqual([
      '查到就告诉您。有事打〔电话〕。\n查到告诉您。',
    ]);
  });
});

describe('what the search is given of a library', () => {
  const words = { kind: 'synonyms', groups: [{ term: '信号', colloquial: ['格数'] }] };
  const stops = { kind: 'stopPhrases', phrases: ['我就想问'] };

  test('is every list in use, and none that is held out or withdrawn', () => {
    const { synonyms, stopPhrases } = catalogueOf(
      { ...words, id: 'test/words' },
      { ...words, id: 'test/held', heldOut: true },
      { ...words, id: 'test/gone', provenance: { ...provenance, review: 'withdrawn' } },
      { ...stops, id: 'test/stops' },
      { ...stops, id: 'test/stops-gone', provenance: { ...provenance, review: 'withdrawn' } },
    );
    expect(synonyms).toEqual([{ term: '信号', colloquial: ['格数'] }]);
    expect(stopPhrases).toEqual(['我就想问']);
  });
});
