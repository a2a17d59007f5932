import type { Norm } from '#contract/judge.ts';
import { NORMS, type NormWeights } from '#contract/rehearsal/terms.ts';
import { normOfElement, type Run } from './run.ts';
import { unreachedStages } from './take-move.ts';

export interface NormScore {
  readonly norm: Norm;
  /** Whole points got, of this many; null where the run never came to it. */
  readonly got: number | null;
  readonly of: number;
}

interface RunScore {
  /** 0 to 100. */
  readonly score: number;
  readonly norms: readonly NormScore[];
}

/** The score of a run by norm. What the customer left before it came up counts as not given, unless they left content. */
export function scoreOf(run: Run, weights: NormWeights): RunScore {
  const shares = normShares(run);
  const counted = NORMS.filter((norm) => shares.has(norm) && weights[norm] > 0);
  const whole = counted.reduce((sum, norm) => sum + weights[norm], 0);
  const got = counted.reduce((sum, norm) => sum + weights[norm] * (shares.get(norm) ?? 0), 0);
  return {
    score: whole === 0 ? 0 : Math.round((100 * got) / whole),
    norms: NORMS.map((norm) => {
      const share = shares.get(norm);
      return { norm, got: share === undefined ? null : Math.round(weights[norm] * share), of: weights[norm] };
    }),
  };
}

/** How well each norm that came up was kept, 0 to 1. */
export function normShares(run: Run): ReadonlyMap<Norm, number> {
  const values = new Map<Norm, number[]>();
  const add = (norm: Norm, value: number) => values.set(norm, [...(values.get(norm) ?? []), value]);
  for (const { marks } of run.exchanges) for (const { norm, value } of marks) add(norm, value);
  const ending = run.scenario.endings.find(({ id }) => id === run.endingId);
  if (ending?.quality !== 'good') {
    for (const stage of unreachedStages(run)) {
      const turn = run.scenario.turns.find((one) => one.stage === stage);
      for (const norm of new Set(turn?.needs.map((element) => normOfElement[element]))) add(norm, 0);
    }
  }
  return new Map([...values].map(([norm, all]) => [norm, all.reduce((sum, value) => sum + value, 0) / all.length]));
}
