import { expect, it } from 'vitest';
import type { OfferedSpecialCall } from '#contract/special-calls/view.ts';
import { matchingCalls } from '#renderer/features/special-calls/matching-calls.ts';

const call = (
  entryId: string,
  title: string,
  words: string[],
  pinyin: string,
  initials: string,
): OfferedSpecialCall => ({
  entryId,
  title,
  sceneLabel: '',
  notice: '',
  takesDown: true,
  readsBack: false,
  channels: ['phone'],
  key: null,
  words,
  pinyin,
  initials,
});
const silent = call('silent', '特殊来电 · 没有声音', ['静音'], 'teshulaidianmeiyoushengyinjingyin', 'tsldmysyjy');
const rescue = call('rescue', '特殊来电 · 求救', ['救援', '救命'], 'teshulaidianqiujiujiuyuanjiuming', 'tsldqjjyjm');
const calls = [silent, rescue];

const found = (typed: string) => matchingCalls(calls, typed).map(({ entryId }) => entryId);

it('shows everything in its order while nothing is typed', () => {
  expect(found(' ')).toEqual(['silent', 'rescue']);
});

it('finds by hanzi in title or words, by initials and by pinyin, whatever the case', () => {
  expect(found('声音')).toEqual(['silent']);
  expect(found('救命')).toEqual(['rescue']);
  expect(found('QJ')).toEqual(['rescue']);
  expect(found('meiyou')).toEqual(['silent']);
});

it('puts a word before an accidental row of initials', () => {
  expect(matchingCalls([silent, { ...rescue, words: ['jy'] }], 'jy').map(({ entryId }) => entryId)).toEqual([
    'rescue',
    'silent',
  ]);
});

it('finds nothing where nothing fits', () => {
  expect(found('量子')).toEqual([]);
});
