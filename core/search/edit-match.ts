import { soundAlike } from './readings.ts';

/** A stretch of text that is one edit away from a word. Costs: 0 sounds the same, 1 a symbol left out or two swapped, 2 another symbol, 3 a symbol too many. */
export interface NearlyMatch {
  from: number;
  to: number;
  cost: number;
}

/** Reads `word` from `text[from]` on with exactly one edit; undefined if more is needed. */
export function matchWithOneEdit(
  word: readonly number[],
  text: ArrayLike<number>,
  from: number,
  limit: number,
): NearlyMatch | undefined {
  const n = word.length;
  let same = 0;
  while (same < n && from + same < limit && word[same] === text[from + same]) same++;
  if (same === n) return { from, to: from + n, cost: 0 };
  const rest = (w: number, t: number): boolean => {
    if (from + t + (n - w) > limit) return false;
    for (let i = w, j = from + t; i < n; i++, j++) if (word[i] !== text[j]) return false;
    return true;
  };
  const substituted = from + same < limit && rest(same + 1, same + 1);
  if (substituted && soundAlike(word[same] as number, text[from + same] as number))
    return { from, to: from + n, cost: 0 };
  const swapped = same + 1 < n && word[same] === text[from + same + 1] && word[same + 1] === text[from + same];
  if (swapped && rest(same + 2, same + 2)) return { from, to: from + n, cost: 1 };
  // A symbol was left out while typing: the text has one more. At the very start or end nothing is missing.
  if (same > 0 && rest(same, same + 1)) return { from, to: from + n + 1, cost: 1 };
  if (substituted) return { from, to: from + n, cost: 2 };
  if (rest(same + 1, same)) return { from, to: from + n - 1, cost: 3 };
  return undefined;
}
