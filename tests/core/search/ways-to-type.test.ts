import { describe, expect, it } from 'vitest';
import { createSearch } from '#core/search/create-search.ts';
import { sampleLibrary } from './sample-library.ts';

const engine = createSearch({
  documents: sampleLibrary,
  synonyms: [{ term: '挂失', colloquial: ['卡丢了', '卡不见了'] }],
});

describe('the right line comes first, however it is typed', () => {
  it.each([
    ['无信号', 'no-signal', 'exact'],
    ['信号', 'no-signal', 'exact'],
    ['wuxinhao', 'no-signal', 'pinyin'],
    ['wuxin', 'no-signal', 'pinyin'],
    ['wxh', 'no-signal', 'initials'],
    ['无xin号', 'no-signal', 'mixed'],
    ['wuxh', 'no-signal', 'mixed'],
    ['無訊號', 'no-signal', 'traditional'],
    ['無信號', 'no-signal', 'traditional'],
    ['无信好', 'no-signal', 'corrected'],
    ['无号', 'no-signal', 'corrected'],
    ['没网', 'no-signal', 'exact'],
    ['网络部门', 'no-signal', 'exact'],
    ['yinhangka', 'card-lost', 'pinyin'],
    ['yhk', 'card-lost', 'initials'],
    ['卡丢了', 'card-lost', 'synonym'],
    ['xingshijilu', 'etc', 'pinyin'],
    ['Ｅｔｃ', 'etc', 'exact'],
    ['etcsb', 'etc', 'mixed'],
    ['5g套餐', 'etc', 'exact'],
    ['5gtc', 'etc', 'mixed'],
    ['话费 核对', 'bill', 'exact'],
    ['核对 话费', 'bill', 'exact'],
    ['话费核对', 'bill', 'exact'],
    ['huafei hedui', 'bill', 'pinyin'],
    ['我的钱退回来要多久才能到账上啊', 'refund', 'sentence'],
  ])('%s finds %s (%s)', (text, id, how) => {
    const hit = engine.search({ text }).hits[0];
    expect([hit?.entryId, hit?.reason.how]).toEqual([id, how]);
  });

  it.each(['', ' ', '，。！', '\u0000\u0001', '😀'])('finds nothing for %j', (text) => {
    expect(engine.search({ text })).toMatchObject({ hits: [], total: 0 });
  });

  it('shows what only sounds or looks alike as near, with both spellings', () => {
    const result = engine.search({ text: '信好' });
    expect(result.hits[0]).toMatchObject({ near: true, reason: { how: 'corrected', typed: '信好', matched: '信号' } });
    expect(result.interpretation).toBe('信号');
  });

  it('never shows a far match as if it fitted', () => {
    for (const text of ['火星旅行攻略', 'liangzijiuchan', '量子纠缠', 'qqqqzzzz', '附近哪里有好吃的火锅店推荐一下']) {
      expect(engine.search({ text }).hits.filter((hit) => !hit.near)).toEqual([]);
    }
  });

  it('does not take an English word for pinyin where the word itself stands', () => {
    const hits = engine.search({ text: 'ETC' }).hits;
    expect(hits[0]).toMatchObject({ entryId: 'etc', titleMarks: [[0, 3]], reason: { how: 'exact' } });
  });
});

describe('a hit explains itself', () => {
  it('marks the hanzi that pinyin stands for', () => {
    const hit = engine.search({ text: 'xinhao' }).hits.find((h) => h.entryId === 'no-signal');
    expect(hit?.titleMarks).toEqual([[1, 3]]);
    expect(hit?.reason).toEqual({ how: 'pinyin', typed: 'xinhao', matched: '信号' });
  });

  it('names the keyword that matched where the title did not', () => {
    expect(engine.search({ text: 'zhangdan' }).hits[0]).toMatchObject({ titleMarks: [], reason: { matched: '账单' } });
  });

  it('shows the part of the wording that matched', () => {
    const hit = engine.search({ text: '第一时间' }).hits[0];
    const [from, to] = hit?.excerptMarks[0] ?? [0, 0];
    expect(hit?.excerpt.slice(from, to)).toBe('第一时间');
  });
});

describe('filters and boosts', () => {
  it('leaves out lines of other channels and scenes', () => {
    expect(engine.search({ text: '信号', channel: 'counter' }).hits.map((h) => h.entryId)).toEqual(['complaint']);
    expect(engine.search({ text: '信号', channel: 'phone' }).hits.map((h) => h.entryId)).toEqual([
      'no-signal',
      'complaint',
    ]);
    expect(engine.search({ text: '卡', scene: 'card' }).hits.map((h) => h.entryId)).toEqual(['card-lost']);
  });

  it('finds personal lines only when asked to', () => {
    expect(engine.search({ text: '我的问候' }).hits.filter((h) => h.entryId === 'mine')).toEqual([]);
    expect(engine.search({ text: '我的问候', includePersonal: true }).hits[0]?.entryId).toBe('mine');
  });

  it('lets neither use nor stage lift a line above one that matches better', () => {
    const useScore = (id: string) => (id === 'complaint' ? 1 : 0);
    const hits = engine.search({ text: '无信号', stage: 'resolve' }, { useScore }).hits;
    expect(hits[0]?.entryId).toBe('no-signal');
  });

  it('puts the line in use first among lines that match alike', () => {
    const twins = createSearch({
      documents: ['a', 'b'].map((id) => ({ ...(sampleLibrary[1] as (typeof sampleLibrary)[number]), id })),
    });
    expect(twins.search({ text: '话费' }, { useScore: (id) => (id === 'b' ? 1 : 0) }).hits[0]?.entryId).toBe('b');
    expect(twins.search({ text: '话费' }).hits[0]?.entryId).toBe('a');
  });
});

describe('hostile text', () => {
  it.each([
    ['10,000 letters', 'x'.repeat(10_000)],
    ['10,000 hanzi', '信号不好'.repeat(2_500)],
    ['10,000 spaces and a word', `${' '.repeat(9_990)}无信号`],
    ['letters that read many ways', 'xianxianxianxianxianxianxianxian'],
    ['lone surrogates', '\ud800信\udc00号'],
    ['control characters', '\u0000无\u0007信\u202e号'],
    ['SQL', "'; DROP TABLE journal; -- %_"],
    ['a regular expression', '(a+)+$.*[无信号'],
    ['combining marks', `无${'\u0301'.repeat(5_000)}信号`],
  ])('%s is answered within 50 ms', (_name, text) => {
    const startedAt = performance.now();
    const result = engine.search({ text });
    expect(performance.now() - startedAt).toBeLessThan(50);
    expect(result.hits.length).toBeLessThanOrEqual(20);
  });
});
