import { expect, test } from 'vitest';
import type { CardKind, Schedule } from '#contract/drill.ts';
import type { BaseCard } from '#core/drill/cards.ts';
import { CARDS_A_DAY, type Choice, chooseCards } from '#core/drill/choose-cards.ts';
import { scheduleAfter } from '#core/drill/schedule.ts';
import { withoutPersons } from '#core/drill/without-persons.ts';

const NOON = Date.parse('2026-11-24T12:00:00+08:00');
const EVENING = NOON + 11.9 * 3_600_000;
const DAY_MS = 86_400_000;

const card = (cardId: string, kind: CardKind = 'phrase'): BaseCard => {
  return { cardId, kind, slip: kind === 'slip' ? 'wording' : null, ask: cardId, answer: '好', why: '', entryId: null };
};
const deck = (['phrase', 'rewording', 'keyQuestion', 'figure'] as const).flatMap((kind) =>
  Array.from({ length: 40 }, (_, place) => card(`${kind}:${place}`, kind)),
);
const choose = (given: Partial<Choice> = {}) =>
  chooseCards({
    deck,
    slips: [],
    known: new Map(),
    day: '2026-11-24',
    untilMs: EVENING,
    doneToday: 0,
    personId: 'p1',
    ...given,
  });
const dueAt = (dueAtMs: number): { schedule: Schedule; lastDay: string } => {
  return { schedule: { ...scheduleAfter(null, 'good', dueAtMs - DAY_MS), dueAtMs, reps: 3 }, lastDay: '2026-11-20' };
};

test('own slips come first, then what is due the longest, then a few fresh cards of every kind', () => {
  const known = new Map([
    ['phrase:1', dueAt(NOON)],
    ['figure:2', dueAt(NOON - 3 * DAY_MS)],
    ['phrase:3', dueAt(NOON + 2 * DAY_MS)],
  ]);
  const cards = choose({ known, slips: [card('slip:a', 'slip')] });
  expect(cards.slice(0, 3).map(({ cardId }) => cardId)).toEqual(['slip:a', 'figure:2', 'phrase:1']);
  const fresh = cards.slice(3);
  expect(fresh.every((one) => one.fresh)).toBe(true);
  expect(new Set(fresh.map(({ kind }) => kind)).size).toBe(4);
  expect(cards.map(({ cardId }) => cardId)).not.toContain('phrase:3');
});

test('a day is full at five minutes, however much was missed: what is left waits without growing', () => {
  const known = new Map(deck.slice(0, 60).map(({ cardId }, place) => [cardId, dueAt(NOON - place * DAY_MS)]));
  expect(choose({ known }).length).toBe(CARDS_A_DAY);
  expect(choose({ known, doneToday: 10 }).length).toBe(CARDS_A_DAY - 10);
  expect(choose({ known, doneToday: 40 })).toEqual([]);
});

test('two people meet other fresh cards, one person the same ones', () => {
  const ids = (personId: string) => choose({ personId }).map(({ cardId }) => cardId);
  expect(ids('p1')).toEqual(ids('p1'));
  expect(ids('p1')).not.toEqual(ids('p2'));
});

test('what is known well stays away longer each time, what was forgotten comes back soon', () => {
  let before: Schedule | null = null;
  let atMs = NOON;
  const gaps: number[] = [];
  for (const grade of ['good', 'good', 'good'] as const) {
    before = scheduleAfter(before, grade, atMs);
    gaps.push((before.dueAtMs - atMs) / DAY_MS);
    atMs = before.dueAtMs;
  }
  expect(gaps[1]).toBeGreaterThan(gaps[0] ?? 0);
  expect(gaps[2]).toBeGreaterThan(gaps[1] ?? 0);
  const lapsed = scheduleAfter(before, 'again', atMs);
  expect((lapsed.dueAtMs - atMs) / DAY_MS).toBeLessThan(gaps[2] ?? 0);
  expect(lapsed.lapses).toBe(1);
  expect(scheduleAfter(null, 'hard', NOON)).toEqual(scheduleAfter(null, 'hard', NOON));
});

test.each([
  ['王先生13812345678的宽带', '客户某号的宽带'],
  ['张女士说话费多扣', '客户说话费多扣'],
  ['粤B12345被误扣', '某车被误扣'],
  ['3号楼漏水', '某处漏水'],
  ['没信号怎么办', '没信号怎么办'],
])('%s is kept as %s', (text, kept) => {
  expect(withoutPersons(text)).toBe(kept);
});
