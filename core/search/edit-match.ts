import { soundAlike } from './readings.ts';

/** A stretch of text that is one edit away from a word. Costs: 0 sounds the same, 1 a symbol left out or two swapped, 2 another symbol, 3 a symbol too many. */
interface NearlyMatch {
  from: number;
  to: number;
  cost: number;
  /** True if no edit was needed at all. */
  same?: true;
}

/** Reads `word` from `text[from]` on with one edit at most; undefined if more is needed. */
export function matchWithOneEdit(
  word: readonly number[],
  text: ArrayLike<number>,
  from: number,
  limit: number,
): NearlyMatch | undefined {
  const n = word.length;
  let same = 0;
  while (same < n && from + same < limit && word[same] === text[from + same]) same++;
  if (same === n) return { from, to: from + n, cost: 0, same: true };
  const at = from + same;
  const substituted = at < limit && restStands(word, same + 1, text, at + 1, limit);
  if (substituted && soundAlike(word[same] as number, text[at] as number)) return { from, to: from + n, cost: 0 };
  const swapped = same + 1 < n && word[same] === text[at + 1] && word[same + 1] === text[at];
  if (swapped && restStands(word, same + 2, text, at + 2, limit)) return { from, to: from + n, cost: 1 };
  // A symbol was left out while typing: the text has one more. At the very start or end nothing is missing.
  if (same > 0 && restStands(word, same, text, at + 1, limit)) return { from, to: from + n + 1, cost: 1 };
  if (substituted) return { from, to: from + n, cost: 2 };
  if (restStands(word, same + 1, text, at, limit)) return { from, to: from + n - 1, cost: 3 };
  return undefined;
}

/** False for most places of most texts: with one edit the first or the second symbol is still somewhere here. */
export function mayBeNear(word: readonly number[], text: ArrayLike<number>, from: number): boolean {
  const symbol = text[from];
  return symbol === word[0] || symbol === word[1] || text[from + 1] === word[1] || text[from + 1] === word[0];
}

/** True if the word from `w` on stands at `text[t]`, not past `limit`. */
function restStands(word: readonly number[], w: number, text: ArrayLike<number>, t: number, limit: number): boolean {
  if (t + (word.length - w) > limit) return false;
  for (let i = w, j = t; i < word.length; i++, j++) if (word[i] !== text[j]) return false;
  return true;
}
