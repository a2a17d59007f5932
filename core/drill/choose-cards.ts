import type { CardKind, DrillCard, Schedule } from '#contract/drill.ts';
import type { BaseCard } from './cards.ts';

/** Cards for five minutes: so many in a day, so many of them never seen before. */
export const CARDS_A_DAY = 16;
const FRESH_A_DAY = 6;
/** Fresh cards take turns in this order: slips always come first, and phrases, of which there are most, do not crowd the rest out. */
const TURNS: readonly CardKind[] = ['change', 'rewording', 'phrase', 'keyQuestion', 'figure'];

export interface Known {
  readonly schedule: Schedule;
  /** The day of the last review, and whether it was its first. */
  readonly lastDay: string;
}

export interface Choice {
  readonly deck: readonly BaseCard[];
  readonly slips: readonly BaseCard[];
  readonly known: ReadonlyMap<string, Known>;
  readonly day: string;
  /** The end of the day; what falls due until then belongs to it. */
  readonly untilMs: number;
  readonly doneToday: number;
  /** Makes the fresh cards of two people differ. */
  readonly personId: string;
}

/** What is left for today: own slips, then what falls due (the longest due first), then a few fresh ones. */
export function chooseCards({ deck, slips, known, day, untilMs, doneToday, personId }: Choice): DrillCard[] {
  const left = Math.max(0, CARDS_A_DAY - doneToday);
  const all = [...slips, ...deck];
  const due = all
    .flatMap((card) => {
      const before = known.get(card.cardId);
      return before && before.schedule.dueAtMs <= untilMs ? [{ card, before }] : [];
    })
    .sort((a, b) => a.before.schedule.dueAtMs - b.before.schedule.dueAtMs)
    .map(({ card }): DrillCard => ({ ...card, fresh: false }));
  const unseenSlips = slips
    .filter(({ cardId }) => !known.has(cardId))
    .map((card): DrillCard => ({ ...card, fresh: true }));
  const startedToday = [...known.values()].filter(
    ({ lastDay, schedule }) => lastDay === day && schedule.reps === 1,
  ).length;
  const fresh = freshCards(deck, known, personId).slice(0, Math.max(0, FRESH_A_DAY - startedToday));
  return [...unseenSlips, ...due, ...fresh].slice(0, left);
}

function freshCards(deck: readonly BaseCard[], known: ReadonlyMap<string, Known>, personId: string): DrillCard[] {
  const byKind = new Map<CardKind, BaseCard[]>();
  for (const card of deck) {
    if (!known.has(card.cardId)) byKind.set(card.kind, [...(byKind.get(card.kind) ?? []), card]);
  }
  const queues = TURNS.map((kind) =>
    (byKind.get(kind) ?? [])
      .map((card) => ({ card, place: scramble(`${personId} ${card.cardId}`) }))
      .sort((a, b) => a.place - b.place || (a.card.cardId < b.card.cardId ? -1 : 1)),
  );
  return Array.from({ length: FRESH_A_DAY }, (_, round) => queues.flatMap((queue) => queue.slice(round, round + 1)))
    .flat()
    .map(({ card }) => ({ ...card, fresh: true }));
}

/** FNV-1a, finished so that neighbours part. */
export function scramble(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  return (hash ^ (hash >>> 13)) >>> 0;
}
