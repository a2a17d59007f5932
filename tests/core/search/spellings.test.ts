import { expect, it } from 'vitest';
import { spellingsOf } from '#core/search/spellings.ts';

it.each([
  ['设置', ['shezhi', 'sz']],
  ['何静', ['hejing', 'hj']],
  ['打开 Excel 表', ['dakaiexcelbiao', 'dkexcelb']],
  ['Ctrl', []],
  ['', []],
])('%s is typed in full or as initials', (name, spellings) => {
  expect(spellingsOf(name)).toEqual(expect.arrayContaining(spellings));
  expect(spellingsOf(name).length > 0).toBe(spellings.length > 0);
});

it('a polyphone is typed in any of its readings, the usual one first, and a row of them stays small', () => {
  const spellings = spellingsOf('曾重阳');
  expect(spellings[0]).toBe('cengzhongyang');
  expect(spellings).toEqual(expect.arrayContaining(['zengzhongyang', 'zengchongyang', 'zcy']));
  expect(spellingsOf('行长重单曾解').length).toBeLessThanOrEqual(8);
});
