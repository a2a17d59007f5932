import { describe, expect, it } from 'vitest';
import { createSearch } from '#core/search/create-search.ts';
import { entry } from './sample-library.ts';

const FRESH = Date.UTC(2026, 9, 1);
const OLD = Date.UTC(2021, 0, 1);
const everything = { useScore: (id: string) => (id === 'favoured' ? 1 : 0) };

function first(text: string, ...titles: [string, string][]) {
  const documents = titles.map(([id, title]) =>
    entry(id, title, {
      verifiedAtMs: id === 'favoured' ? FRESH : OLD,
      ...(id === 'favoured' ? { stage: 'clarify' as const, weight: 1 } : {}),
    }),
  );
  return createSearch({ documents }).search({ text, stage: 'clarify' }, everything).hits[0]?.entryId;
}

describe('use, stage, preference and freshness together', () => {
  it.each([
    ['a title that is the very words', '无信号', '无信号', '无信号的首次解释'],
    ['a title that holds the words, over one that holds their sound', '信号', '没有信号', '新号办理'],
    [
      'a title that begins with the syllables, over one that only holds their initials',
      'xinhao',
      '信号弱',
      '下雨那会安排',
    ],
    ['the initials of a whole title', 'wxhc', '无信号吵', '文学会场次说明'],
  ])('never overtake %s', (_what, text, better, favoured) => {
    expect(first(text, ['better', better], ['favoured', favoured])).toBe('better');
  });

  it('decide between lines that match alike', () => {
    expect(first('信号', ['a', '信号弱怎么说'], ['favoured', '信号差怎么说'])).toBe('favoured');
  });
});

it('the stage alone puts its line first among those that match alike, and leaves none out', () => {
  const documents = (['accept', 'clarify', 'resolve'] as const).map((stage) => entry(stage, '信号弱怎么说', { stage }));
  const engine = createSearch({ documents });
  for (const stage of ['accept', 'clarify', 'resolve'] as const) {
    const ids = engine.search({ text: '信号', stage }).hits.map(({ entryId }) => entryId);
    expect(ids[0]).toBe(stage);
    expect(ids).toHaveLength(documents.length);
  }
});

it('of two lines alike in all else the one confirmed last comes first', () => {
  const documents = [
    entry('a', '信号弱怎么说', { verifiedAtMs: Date.UTC(2024, 0, 1) }),
    entry('b', '信号差怎么说', { verifiedAtMs: Date.UTC(2026, 0, 1) }),
  ];
  expect(createSearch({ documents }).search({ text: '信号' }).hits[0]?.entryId).toBe('b');
});

it('initials of a whole title are understood where they also spell a syllable', () => {
  const documents = [entry('syllable', '方案说明'), entry('initials', '防暗难关'), entry('other', '方式')];
  const hits = createSearch({ documents })
    .search({ text: 'fang' })
    .hits.map(({ entryId }) => entryId);
  expect(hits).toContain('syllable');
  expect(hits).toContain('initials');
});

it('of readings equally good each shows its best line before any shows its third', () => {
  const documents = ['信号弱', '信号差', '信号断', '新号办', '新号选', '心好累'].map((title, i) =>
    entry(`e${i}`, title),
  );
  const hits = createSearch({ documents }).search({ text: 'xinhao', limit: 3 }).hits;
  expect(new Set(hits.map(({ title }) => title.slice(0, 2)))).toEqual(new Set(['信号', '新号', '心好']));
});
