import type { SpecialCallStep, WaitFigure } from '#contract/library/special-call.ts';
import type { SpecialCallRun } from './special-call-run.ts';

/** The site's figures that waits of special calls follow, in seconds. */
export type WaitSeconds = Readonly<Record<WaitFigure, number>>;

/** How long a step waits, in seconds: the site's figure where the step follows one, else what the call says; null without a wait. */
export function waitSeconds({ wait }: SpecialCallStep, site: WaitSeconds): number | null {
  if (!wait) return null;
  return wait.figure === undefined ? wait.seconds : site[wait.figure];
}

/** Since when the wait of the step runs: since its line was said, or since it was reached where nothing is to be said. */
export function waitingSinceMs(run: SpecialCallRun, step: SpecialCallStep): number | null {
  if (!step.wait) return null;
  return run.saidAtMs ?? (step.say === undefined ? run.enteredAtMs : null);
}

/** How long it has waited by now, never negative; null while the wait has not begun. */
export function waitedMs(run: SpecialCallRun, step: SpecialCallStep, nowMs: number): number | null {
  const since = waitingSinceMs(run, step);
  return since === null ? null : Math.max(0, nowMs - since);
}

/** Whether the wait of the step is over; true where there is none, and where it only says how long the step may take. */
export function waitIsOver(run: SpecialCallRun, step: SpecialCallStep, site: WaitSeconds, nowMs: number): boolean {
  const seconds = waitSeconds(step, site);
  if (seconds === null || step.wait?.atMost === true) return true;
  const waited = waitedMs(run, step, nowMs);
  return waited !== null && waited >= seconds * 1_000;
}
