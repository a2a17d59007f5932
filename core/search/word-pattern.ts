import {
  initialLetter,
  isRetroflex,
  readingAt,
  readingCount,
  SYLLABLE_LIMIT,
  syllableId,
  syllableRange,
} from './readings.ts';
import { isLetter } from './symbols.ts';

/** How the symbols of a word were met; several may be true of one match. */
export const LITERAL = 1;
export const SYLLABLE = 2;
export const INITIAL = 4;

/** Longest word whose letters are also read as pinyin. */
const PINYIN_LENGTH_MAX = 40;

const BEGINS_WITH_REST = 0x80;

/** One word of a query, made ready for matching. Symbols are folded. */
export interface WordPattern {
  symbols: readonly number[];
  text: string;
  hasLetters: boolean;
  /**
   * For every place in the word a row of all syllables: how many letters a whole syllable takes there, or
   * BEGINS_WITH_REST where the rest of the word is the beginning of that syllable. Undefined without letters.
   */
  syllablesAt: Uint8Array | undefined;
  /** Tells words apart in what is remembered of their beginnings. */
  serial: number;
}

export function wordPattern(symbols: readonly number[]): WordPattern {
  const hasLetters = symbols.some(isLetter);
  const text = String.fromCharCode(...symbols);
  const reads = hasLetters && symbols.length <= PINYIN_LENGTH_MAX;
  return {
    symbols,
    text,
    hasLetters,
    syllablesAt: reads ? syllableRows(symbols, text) : undefined,
    serial: nextSerial(),
  };
}

function syllableRows(symbols: readonly number[], text: string): Uint8Array {
  const rows = new Uint8Array(symbols.length * SYLLABLE_LIMIT);
  for (let i = 0; i < symbols.length; i++) {
    let end = i;
    while (end < symbols.length && end - i < 6 && isLetter(symbols[end] as number)) {
      end++;
      const id = syllableId(text.slice(i, end));
      if (id > 0) rows[i * SYLLABLE_LIMIT + id] = end - i;
    }
    if (end > i && end === symbols.length && end - i <= 6) {
      const [from, to] = syllableRange(text.slice(i));
      for (let id = from; id < to; id++)
        if (rows[i * SYLLABLE_LIMIT + id] === 0) rows[i * SYLLABLE_LIMIT + id] = BEGINS_WITH_REST;
    }
  }
  return rows;
}

/** A place where a word stands, and what it took to read it there; overwritten by the next call. */
export interface Match {
  /** From 0 (every symbol literal or a whole syllable) up: 2 for an initial, 1 for an unfinished last syllable or a rarer reading. */
  cost: number;
  /** LITERAL, SYLLABLE and INITIAL as they were used. */
  ways: number;
  end: number;
}

const NO_COST = 1_000;
const STEPS_MAX = 400;
/** A polyphone is more often meant in its usual reading. */
const RARER_READING = 1;

// One search at a time: the walk keeps its state here instead of allocating for every document.
let pattern: WordPattern;
let text: ArrayLike<number>;
let limit = 0;
let steps = 0;
const best: Match = { cost: NO_COST, ways: 0, end: 0 };

/** Reads `word` from `text[from]` on, not past `to`; undefined if it does not stand there. Prefers the cheapest reading. */
export function matchAt(word: WordPattern, symbols: ArrayLike<number>, from: number, to: number): Match | undefined {
  if (word.syllablesAt === undefined) {
    const length = word.symbols.length;
    if (from + length > to) return undefined;
    for (let i = 0; i < length; i++) if (symbols[from + i] !== word.symbols[i]) return undefined;
    best.cost = 0;
    best.ways = LITERAL;
    best.end = from + length;
    return best;
  }
  pattern = word;
  text = symbols;
  limit = to;
  steps = 0;
  best.cost = NO_COST;
  walk(0, from, 0, 0);
  return best.cost === NO_COST ? undefined : best;
}

// For every symbol the word it was last asked about, times two, plus one if that word may begin with it.
const beginnings = new Uint16Array(65_536);
let lastSerial = 0;

function nextSerial(): number {
  if (lastSerial === 32_767) {
    beginnings.fill(0);
    lastSerial = 0;
  }
  return ++lastSerial;
}

/** False where no match can begin with this symbol of a text. */
export function mayBegin(word: WordPattern, symbol: number): boolean {
  if (word.syllablesAt === undefined) return symbol === word.symbols[0];
  const known = (beginnings[symbol] as number) - word.serial * 2;
  if (known === 0 || known === 1) return known === 1;
  const may = couldBegin(word, word.syllablesAt, symbol);
  beginnings[symbol] = word.serial * 2 + (may ? 1 : 0);
  return may;
}

function couldBegin(word: WordPattern, rows: Uint8Array, symbol: number): boolean {
  const first = word.symbols[0] as number;
  if (symbol === first) return true;
  if (!isLetter(first)) return false;
  for (let r = readingCount(symbol) - 1; r >= 0; r--) {
    const id = readingAt(symbol, r);
    if (rows[id] !== 0 || initialLetter(id) === first) return true;
  }
  return false;
}

function walk(typed: number, place: number, cost: number, ways: number): void {
  if (cost >= best.cost || ++steps > STEPS_MAX) return;
  if (typed === pattern.symbols.length) {
    best.cost = cost;
    best.ways = ways;
    best.end = place;
    return;
  }
  if (place >= limit) return;
  const symbol = text[place] as number;
  const key = pattern.symbols[typed] as number;
  if (symbol === key) walk(typed + 1, place + 1, cost, ways | LITERAL);
  if (!isLetter(key)) return;
  const count = readingCount(symbol);
  for (let r = 0; r < count; r++)
    readAs(readingAt(symbol, r), typed, place, r === 0 ? cost : cost + RARER_READING, ways, key);
}

function readAs(id: number, typed: number, place: number, cost: number, ways: number, key: number): void {
  const length = (pattern.syllablesAt as Uint8Array)[typed * SYLLABLE_LIMIT + id] as number;
  if (length === BEGINS_WITH_REST) {
    const rest = pattern.symbols.length - typed;
    walk(pattern.symbols.length, place + 1, cost + 1, ways | (rest === 1 ? INITIAL : SYLLABLE));
    return;
  }
  if (length > 0) walk(typed + length, place + 1, cost, ways | SYLLABLE);
  if (length === 1 || initialLetter(id) !== key) return;
  walk(typed + 1, place + 1, cost + 2, ways | INITIAL);
  if (isRetroflex(id) && pattern.symbols[typed + 1] === 104) walk(typed + 2, place + 1, cost + 2, ways | INITIAL);
}
