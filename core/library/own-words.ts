import { spellingsOf } from '../search/spellings.ts';
import type { Sayable } from './personal/personal-wording.ts';

/** Shorter pieces would be in any line by chance, as one half of a name. */
const SHORTEST = { hanzi: 2, letters: 3 } as const;
const PIECES = /\p{Script=Han}+|[a-z]+/giu;

/**
 * What of a typed text the line itself says: words of its title, keywords and wording, and how title and keywords are
 * typed in letters. Everything else may be a customer's, whose name nobody could take out of a use of the line any more.
 */
export function ownWordsOf(typed: string, { title, keywords, variants }: Sayable['entry']): string {
  const says = [title, ...keywords, ...Object.values(variants)].join('\n');
  const spelt = [title, ...keywords].flatMap(spellingsOf);
  const kept = (typed.match(PIECES) ?? []).flatMap((piece) => {
    if (/[a-z]/i.test(piece)) {
      const letters = piece.toLowerCase();
      const named = says.toLowerCase().includes(letters) || spelt.some((way) => way.includes(letters));
      return letters.length >= SHORTEST.letters && named ? [piece] : [];
    }
    return runsIn(piece, says);
  });
  return kept.join(' ');
}

/** The longest runs of hanzi that stand in the text, from left to right. */
function runsIn(piece: string, text: string): string[] {
  const runs: string[] = [];
  // By characters: a rare one is two units, and half of it could not be recorded.
  const hanzi = [...piece];
  for (let from = 0; from < hanzi.length; ) {
    let to = from;
    while (to < hanzi.length && text.includes(hanzi.slice(from, to + 1).join(''))) to += 1;
    if (to - from >= SHORTEST.hanzi) runs.push(hanzi.slice(from, to).join(''));
    from = Math.max(to, from + 1);
  }
  return runs;
}
