import { foldText, isHanzi, isTraditional } from './symbols.ts';
import { type WordPattern, wordPattern } from './word-pattern.ts';

/** Beyond this a text is only read for its words' overlap. */
const SYMBOLS_MAX = 400;
const WORDS_MAX = 8;
const HANZI_OF_SENTENCE = 9;

export interface ParsedQuery {
  /** Words between spaces and punctuation, in order, at most WORDS_MAX. */
  words: WordPattern[];
  /** The words with a space between them. */
  text: string;
  /** All symbols in order, 0 at breaks. */
  symbols: number[];
  /** True if the text is too long for every word of it to stand in one head. */
  sentence: boolean;
  /** True if a traditional character was typed. */
  traditional: boolean;
}

/** Folds and cuts a typed text. Never fails, whatever is typed. */
export function parseQuery(text: string): ParsedQuery {
  const symbols: number[] = [];
  const words: number[][] = [];
  let word: number[] = [];
  let dropped = false;
  const endWord = () => {
    if (word.length === 0) return;
    words.push(word);
    word = [];
    symbols.push(0);
  };
  // Ten times as many units as symbols are looked at, so that a long run of spaces costs nothing.
  foldText(
    text.slice(0, SYMBOLS_MAX * 10),
    (symbol) => {
      if (symbols.length >= SYMBOLS_MAX) {
        dropped = true;
        return;
      }
      word.push(symbol);
      symbols.push(symbol);
    },
    endWord,
  );
  endWord();
  const distinct = [...new Map(words.map((w) => [String.fromCharCode(...w), w])).values()];
  const hanzi = symbols.filter(isHanzi).length;
  const longest = Math.max(0, ...words.map((w) => w.filter(isHanzi).length));
  return {
    words: distinct.slice(0, WORDS_MAX).map(wordPattern),
    text: distinct.map((w) => String.fromCharCode(...w)).join(' '),
    symbols,
    sentence: dropped || distinct.length > WORDS_MAX || longest >= HANZI_OF_SENTENCE || hanzi >= 2 * HANZI_OF_SENTENCE,
    traditional: isTraditional(text.slice(0, SYMBOLS_MAX * 10)),
  };
}
