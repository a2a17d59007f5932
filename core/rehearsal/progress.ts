import { NORMS } from '#contract/rehearsal/terms.ts';
import type { Progress } from '#contract/rehearsal/view.ts';
import type { AssignmentRow, NormPercents, ScoreRow } from './score-repo.ts';

type Way = Pick<Progress, 'scenarios' | 'passed' | 'runs' | 'score' | 'norms'>;

/** The best run of each scenario, by score; of equal ones the latest. */
export function bestRuns(scores: readonly ScoreRow[]): Map<string, ScoreRow> {
  const best = new Map<string, ScoreRow>();
  for (const score of scores) {
    const known = best.get(score.scenarioId);
    if (!known || score.score >= known.score) best.set(score.scenarioId, score);
  }
  return best;
}

/** How far somebody has come: means over the best runs of each scenario. */
export function wayOf(scores: readonly ScoreRow[]): Way {
  const best = [...bestRuns(scores).values()];
  const passed = new Set(scores.filter((score) => score.passed).map(({ scenarioId }) => scenarioId));
  return {
    scenarios: best.length,
    passed: passed.size,
    runs: scores.length,
    score: mean(best.map(({ score }) => score)),
    norms: NORMS.map((norm) => ({ norm, percent: mean(best.flatMap(({ norms }) => norms[norm] ?? [])) })),
  };
}

/** Whether everything assigned, and at least one scenario, was passed. */
export function hasPassed(scores: readonly ScoreRow[], assigned: readonly AssignmentRow[]): boolean {
  const passed = new Set(scores.filter((score) => score.passed).map(({ scenarioId }) => scenarioId));
  return passed.size > 0 && assigned.every(({ scenarioId }) => passed.has(scenarioId));
}

/** A sheet of percentages as one score, by the weights of the norms that came up. */
export function sheetScore(norms: NormPercents, weights: Readonly<Record<string, number>>): number {
  const counted = NORMS.flatMap((norm) => {
    const percent = norms[norm];
    return percent === undefined ? [] : [{ percent, weight: weights[norm] ?? 0 }];
  });
  const whole = counted.reduce((sum, { weight }) => sum + weight, 0);
  return whole === 0 ? 0 : Math.round(counted.reduce((sum, { percent, weight }) => sum + percent * weight, 0) / whole);
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}
