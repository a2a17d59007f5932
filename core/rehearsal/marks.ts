import type { Norm } from '#contract/judge.ts';
import type { AnswerElement, ScenarioTurn } from '#contract/library/scenario.ts';
import type { Happening, Judged } from '#contract/rehearsal/terms.ts';
import type { Stage } from '#contract/vocabulary.ts';
import { type NormMark, normOfElement, type Run } from './run.ts';

interface Marked {
  readonly judged: Judged;
  readonly happenings: readonly Happening[];
  readonly way: string;
  readonly skipped: Stage | null;
  readonly owes: readonly string[];
}

/** Whoever was helped did it almost alone. */
const WITH_HINT = 0.8;
const LATE = 0.3;
const AGAINST = 0.4;
const POOR_WORDS = 0.25;

/** What an answer is worth in each norm it was about: what was needed and given, less what should not have been said. */
export function marksOf(run: Run, turn: ScenarioTurn, marked: Marked): NormMark[] {
  const { judged, way, skipped, owes } = marked;
  const most = run.hints > 0 ? WITH_HINT : 1;
  const norms = new Set(turn.needs.map((element) => normOfElement[element]));
  const marks = [...norms].map((norm) => ({ norm, value: most * contentValue(turn, judged, norm) }));
  const wording = way === 'silence' || norms.has('wording') ? [] : [{ norm: 'wording' as const, value: words(judged) }];
  // What an earlier stage still owed when the customer had gone on counts once, as not given.
  const left = skipped === null ? [] : owes.map((id) => ({ norm: normOfElement[id as AnswerElement], value: 0 }));
  return [...marks, ...wording, ...timeMarks(run, marked), ...left];
}

function contentValue(turn: ScenarioTurn, judged: Judged, norm: Norm): number {
  const needed = turn.needs.filter((element) => normOfElement[element] === norm);
  const given = needed.filter((element) => judged.found.includes(element)).length;
  return within(given / needed.length - AGAINST * against(judged, norm));
}

function words(judged: Judged): number {
  return Math.min(judged.quality === 'poor' ? POOR_WORDS : 1, within(1 - AGAINST * against(judged, 'wording')));
}

/** Points taken for words that were said; what was left out is not counted twice. */
function against({ points }: Judged, norm: Norm): number {
  return points.filter((point) => point.norm === norm && point.delta < 0 && !point.reason.startsWith('missing.'))
    .length;
}

function timeMarks(run: Run, { happenings, way }: Marked): NormMark[] {
  if (!run.timed) return [];
  if (way === 'silence') return [{ norm: 'timing', value: 0 }];
  const rude = happenings.some((one) => one === 'interrupted' || one === 'keptWaiting' || one === 'transferRushed');
  return [{ norm: 'timing', value: rude ? 0 : happenings.includes('late') ? LATE : 1 }];
}

const within = (value: number) => Math.max(0, Math.min(1, value));
