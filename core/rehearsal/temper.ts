import type { Happening } from '#contract/rehearsal/terms.ts';

/** By how much each thing that happens upsets the customer, beside what the scenario foresees for the answer. */
const upset: Readonly<Record<Happening, number>> = {
  authored: 0,
  late: 0,
  interrupted: 1,
  keptWaiting: 1,
  transferRushed: 1,
  skippedFeelings: 1,
  forbiddenWord: 1,
  jargon: 1,
  vaguePromise: 1,
  silent: 0,
  factTold: 0,
};
/** One answer, however clumsy, is heard as one. */
const MOST_STEPS = 2;

export function temperSteps(happenings: readonly Happening[]): number {
  return Math.min(
    MOST_STEPS,
    happenings.reduce((sum, happening) => sum + upset[happening], 0),
  );
}
