import { expect, test } from 'vitest';
import { failureOf, noEpisode, searchedFor } from '#core/search/failures/search-episode.ts';

type Found = 'none' | 'near' | 'exact';
const givenUp = { how: 'givenUp', why: 'idle' } as const;

/** Types the texts one after the other and gives up. */
function failed(...typed: [string, Found][]) {
  const episode = typed.reduce((before, [text, found]) => searchedFor(before, { text }, found), noEpisode);
  return failureOf(episode, givenUp);
}

test('a word that was found once it was typed to its end is no failure', () => {
  expect(failed(['w', 'none'], ['wux', 'none'], ['wuxinhao', 'exact'])).toBeNull();
});

test('a failed word is recorded once, as it stood at its longest, however many keys it took', () => {
  expect(failed(['量', 'none'], ['量子', 'near'], ['量子纠缠', 'none'])).toMatchObject({
    text: '量子纠缠',
    found: 'none',
    triedNext: [],
  });
});

test('what is typed instead is what was tried next', () => {
  expect(failed(['电话跳走', 'none'], ['呼叫转移', 'exact'])).toMatchObject({
    text: '电话跳走',
    triedNext: ['呼叫转移'],
  });
});

test('letters taken back one by one are nothing that was tried, the new word that follows them is', () => {
  expect(
    failed(['网太慢', 'none'], ['网太', 'none'], ['网', 'exact'], ['网速', 'exact'], ['网速慢', 'near']),
  ).toMatchObject({ text: '网太慢', triedNext: ['网速慢'] });
});

test('letters taken back from a line that was found change nothing', () => {
  expect(failed(['无信号', 'exact'], ['无信', 'exact'])).toBeNull();
});

test('a single letter tells nothing', () => {
  expect(failed(['q', 'none'])).toBeNull();
});

test.each([
  ['13812345678 的套餐', '••••• 的套餐'],
  ['１３８１２３４５６７８ 欠费', '••••• 欠费'],
  ['身份证 11010119900307123X', '身份证 •••••'],
  ['6222 0212 3456 7890 扣款', '••••• 扣款'],
])('%s is kept as %s', (typed, kept) => {
  expect(failed([typed, 'none'])?.text).toBe(kept);
});
