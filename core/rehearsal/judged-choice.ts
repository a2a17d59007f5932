import type { JudgedPoint } from '#contract/judge.ts';
import type { Scenario, ScenarioTurn } from '#contract/library/scenario.ts';
import type { Judged } from '#contract/rehearsal/terms.ts';
import { normOfElement } from './run.ts';

type Answer = ScenarioTurn['answers'][number];
type Quality = Answer['quality'];

const strength: Record<Quality, number> = { good: 2, fair: 1, poor: 0 };

/** The offered answer that an answer of this quality is worth: the same quality, else the next one down or up. */
export function counterpartOf({ answers }: ScenarioTurn, quality: Quality): Answer | undefined {
  return [...answers].sort(
    (a, b) =>
      Math.abs(strength[a.quality] - strength[quality]) - Math.abs(strength[b.quality] - strength[quality]) ||
      a.temper - b.temper,
  )[0];
}

/** What whoever wrote the scenario made of an offered answer: a good one holds all that is needed, a fair one the first half. */
export function judgedChoice(turn: ScenarioTurn, answer: Answer): Judged {
  const held = { good: turn.needs.length, fair: Math.ceil(turn.needs.length / 2), poor: 0 }[answer.quality];
  const found = turn.needs.slice(0, held);
  const missing = turn.needs.slice(held);
  const points = [
    ...found.map((element): JudgedPoint => {
      return { norm: normOfElement[element], delta: 1, reason: `found.${element}`, quote: answer.text };
    }),
    ...missing.map((element): JudgedPoint => {
      return { norm: normOfElement[element], delta: -1, reason: `missing.${element}` };
    }),
  ];
  return { quality: answer.quality, found, missing, points, why: answer.why, better: betterChoice(turn, answer) };
}

function betterChoice(turn: ScenarioTurn, { quality }: Answer): Judged['better'] {
  if (quality === 'good') return null;
  const good = counterpartOf(turn, 'good');
  return good ? { entryId: turn.bestLine ?? null, text: good.text } : null;
}

/** Nothing was said at all. */
export function judgedSilence(turn: ScenarioTurn): Judged {
  const good = counterpartOf(turn, 'good');
  return {
    quality: 'poor',
    found: [],
    missing: turn.needs,
    points: [],
    why: '',
    better: good ? { entryId: turn.bestLine ?? null, text: good.text } : null,
  };
}

/** The answers of a turn in the order of this run: the best one has no fixed place. */
export function offeredAnswers(scenario: Scenario, turn: ScenarioTurn, seed: number): Answer[] {
  return [...turn.answers]
    .map((answer) => ({ answer, place: scramble(`${seed} ${scenario.id} ${turn.id} ${answer.id}`) }))
    .sort((a, b) => a.place - b.place)
    .map(({ answer }) => answer);
}

/** FNV-1a, finished so that neighbouring seeds part. */
function scramble(text: string): number {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  return (hash ^ (hash >>> 13)) >>> 0;
}
