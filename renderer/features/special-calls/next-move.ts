import type { SpecialCallStepView, SpecialCallView } from '#contract/special-calls/view.ts';

/** What the one filled button does now. */
export type NextMove =
  /** Read everything aloud; where the step has a line, that is said with it. */
  | { kind: 'readBack' }
  /** The line is said; `on`: and the next step comes at once. */
  | { kind: 'say'; on: boolean }
  /** Something is to be taken down first. */
  | { kind: 'fill' }
  | { kind: 'wait' }
  | { kind: 'goOn'; silent: boolean }
  | { kind: 'end' }
  /** Only an answer leads on. */
  | { kind: 'answer' };

/** Whether nothing is to be waited for any more: also where the wait only says how long the step may take at most. */
export function waitIsOver({ wait }: SpecialCallStepView, waitedMs: number): boolean {
  return wait === null || wait.kind === 'limit' || (wait.sinceMs !== null && waitedMs >= wait.seconds * 1_000);
}

/** The next thing to do in a special call, in the order one does it: say, take down, read back, wait, go on. */
export function nextMove({ step }: Pick<SpecialCallView, 'step'>, waitOver: boolean): NextMove {
  const { line, said, wait, missing, readBack, way } = step;
  const reads = readBack === 'needed' || readBack === 'again';
  if (line && !said && !reads) {
    return { kind: 'say', on: wait === null && way === 'next' && missing.length === 0 };
  }
  if (missing.length > 0 && (reads || way !== 'answers')) return { kind: 'fill' };
  if (reads) return { kind: 'readBack' };
  if (way === 'answers') return { kind: 'answer' };
  if (!waitOver) return { kind: 'wait' };
  return way === 'end' ? { kind: 'end' } : { kind: 'goOn', silent: wait?.kind === 'silence' };
}
