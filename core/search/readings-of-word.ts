import { initialLetter, readingAt, readingCount, syllableId, syllableRange } from './readings.ts';
import { isLetter } from './symbols.ts';
import { initialOfTyped } from './term-keys.ts';
import type { WordPattern } from './word-pattern.ts';

/** One symbol of the text as the typed word describes it. */
export interface Atom {
  /** The symbol itself where a hanzi or digit was typed, else 0. */
  symbol: number;
  /** Ids of the syllables it may have, [first, past the last); 0, 0 if the sound says nothing. */
  firstSound: number;
  endSound: number;
  /** The code of its initial, 0 if unknown. */
  initial: number;
}

/** A way of reading a word that has letters, as a row of atoms; `cost` grows with what is left unsaid. */
export interface WordReading {
  atoms: Atom[];
  cost: number;
}

const READINGS_MAX = 24;
const VISITS_MAX = 2_000;
/** What it costs that the last syllable is unfinished. */
const UNFINISHED = 1;

/**
 * The ways a word can be read as hanzi, pinyin and initials, the most explicit first. Where whole syllables explain it
 * (the last one perhaps unfinished), `everyReading` is needed to hear of the others.
 */
export function readingsOfWord(word: WordPattern, everyReading: boolean): WordReading[] {
  if (word.syllablesAt === undefined) return [];
  const explicit = readingsUpTo(word, UNFINISHED);
  if (explicit.length > 0 && !everyReading) return explicit;
  return readingsUpTo(word, Number.POSITIVE_INFINITY);
}

function readingsUpTo(word: WordPattern, dearest: number): WordReading[] {
  const found: WordReading[] = [];
  const atoms: Atom[] = [];
  let visits = 0;
  const visit = (place: number, cost: number): void => {
    if (++visits > VISITS_MAX || found.length >= READINGS_MAX * 2) return;
    if (place === word.symbols.length) {
      found.push({ atoms: atoms.slice(), cost });
      return;
    }
    const symbol = word.symbols[place] as number;
    if (!isLetter(symbol)) {
      atoms.push(hanziOrDigit(symbol));
      visit(place + 1, cost);
      atoms.pop();
      return;
    }
    for (const [atom, length, extra] of lettersFrom(word, place)) {
      if (cost + extra > dearest) continue;
      atoms.push(atom);
      visit(place + length, cost + extra);
      atoms.pop();
    }
  };
  visit(0, 0);
  return found.sort((a, b) => a.cost - b.cost || a.atoms.length - b.atoms.length).slice(0, READINGS_MAX);
}

function hanziOrDigit(symbol: number): Atom {
  const typed = initialOfTyped(symbol);
  if (readingCount(symbol) === 0) return { symbol, firstSound: 0, endSound: 0, initial: typed };
  const id = readingAt(symbol, 0);
  return { symbol, firstSound: id, endSound: id + 1, initial: initialLetter(id) - 96 };
}

/** What the letters from a place on may begin with: the rest as an unfinished syllable, whole syllables, an initial. */
function lettersFrom(word: WordPattern, place: number): [Atom, number, number][] {
  const choices: [Atom, number, number][] = [];
  let end = place;
  while (end < word.symbols.length && end - place < 6 && isLetter(word.symbols[end] as number)) end++;
  const initial = initialOfTyped(word.symbols[place] as number);
  for (let length = end - place; length >= 1; length--) {
    const letters = word.text.slice(place, place + length);
    const id = syllableId(letters);
    if (id > 0) choices.push([{ symbol: 0, firstSound: id, endSound: id + 1, initial }, length, 0]);
    if (place + length === word.symbols.length) {
      const [from, to] = syllableRange(letters);
      if (to > from + (id > 0 ? 1 : 0)) {
        choices.push([
          { symbol: 0, firstSound: from, endSound: to, initial },
          length,
          id > 0 ? UNFINISHED / 2 : UNFINISHED,
        ]);
      }
    } else if ((id === 0 || length === 1) && (length === 1 || (length === 2 && /^[zcs]h$/.test(letters)))) {
      const [from, to] = syllableRange(letters);
      // No syllable begins with i, u or v: such a letter only stands for itself.
      const none = to === from;
      choices.push([
        { symbol: 0, firstSound: none ? 0 : from, endSound: none ? 0 : to, initial },
        length,
        none ? 3 : 2,
      ]);
    }
  }
  return choices;
}
