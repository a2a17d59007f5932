import { EVERYDAY_WORDS } from './everyday-words.ts';
import { foldedSymbols } from './symbols.ts';

/** A notion and the words for it, as folded symbols. */
type Notion = readonly (readonly number[])[];

let byWord: Map<string, Notion[]> | undefined;
let longest = 0;
const firsts = new Set<number>();

function table(): Map<string, Notion[]> {
  if (byWord !== undefined) return byWord;
  byWord = new Map();
  for (const line of EVERYDAY_WORDS.split('\n')) {
    const words = line.split(' ').map(foldedSymbols);
    const notion = words.filter((word) => word.length > 0);
    for (const word of notion) {
      const key = String.fromCharCode(...word);
      longest = Math.max(longest, word.length);
      firsts.add(word[0] as number);
      byWord.set(key, [...(byWord.get(key) ?? []), notion]);
    }
  }
  return byWord;
}

/** The notions a text speaks of: by the longest everyday words standing in it, left to right. */
export function notionsIn(symbols: readonly number[]): Notion[] {
  const words = table();
  const found = new Set<Notion>();
  for (let from = 0; from < symbols.length; from++) {
    if (!firsts.has(symbols[from] as number)) continue;
    for (let length = Math.min(longest, symbols.length - from); length > 0; length--) {
      const notions = words.get(String.fromCharCode(...symbols.slice(from, from + length)));
      if (notions === undefined) continue;
      for (const notion of notions) found.add(notion);
      from += length - 1;
      break;
    }
  }
  return [...found];
}
