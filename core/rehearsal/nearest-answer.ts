import type { Verdict } from '#contract/judge.ts';
import type { ScenarioTurn } from '#contract/library/scenario.ts';
import { judgedChoice } from './judged-choice.ts';

/** Judges words of one's own by the offered answer they are nearest to. */
export function nearestAnswer(text: string, turn: ScenarioTurn): Verdict {
  const own = pairsOf(text);
  const near = turn.answers
    .map((answer) => ({ answer, share: alike(own, pairsOf(answer.text)) }))
    .sort((a, b) => b.share - a.share)[0];
  if (!near) throw new RangeError(`turn ${turn.id} offers no answer`);
  const { quality, found, missing, points } = judgedChoice(turn, near.answer);
  const score = { good: 85, fair: 55, poor: 20 }[quality];
  return {
    quality,
    score,
    elements: { found: found.map((element) => ({ element, quote: '' })), missing },
    points,
  };
}

function pairsOf(text: string): Set<string> {
  const letters = [...text.replaceAll(/[^\p{L}\p{N}]/gu, '')];
  return new Set(letters.slice(1).map((letter, place) => `${letters[place]}${letter}`));
}

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 0 : (2 * both) / (one.size + other.size);
}
