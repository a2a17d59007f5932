/** One way in which something shows in an answer. Patterns have the flag `u`; marks are full-width by then. */
export interface Cue<Code extends string> {
  readonly code: Code;
  readonly pattern: RegExp;
  /** Read over the whole answer: where it holds, the cue means something else. */
  readonly unless?: RegExp;
  /** Passing on or a limit told is no fault where the answer takes the matter in hand in the same breath. */
  readonly excusedByAction?: boolean;
}

/** The cue as a table writes it: its patterns, all with the same exceptions. */
export function cues<Code extends string>(
  code: Code,
  patterns: readonly RegExp[],
  exceptions: Pick<Cue<Code>, 'unless' | 'excusedByAction'> = {},
): Cue<Code>[] {
  return patterns.map((pattern) => ({ code, pattern, ...exceptions }));
}

/** Somebody spoken to. */
export const YOU = '[您你]';
export const COUNT = '(?:\\d+|[一二两三四五六七八九十百半几]+)';
