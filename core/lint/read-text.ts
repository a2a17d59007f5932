import { TRADITIONAL_TABLE } from '../search/traditional-table.ts';

const simplifiedOf = new Map<number, number>();
for (let i = 0; i + 1 < TRADITIONAL_TABLE.length; i += 2) {
  simplifiedOf.set(TRADITIONAL_TABLE.charCodeAt(i), TRADITIONAL_TABLE.charCodeAt(i + 1));
}

/** A text with some of its characters left out or respelt, and where each one that is left came from. */
export interface Reading {
  readonly text: string;
  /** Place in the original text of the UTF-16 unit at the same index of `text`. */
  readonly places: Int32Array;
}

/** The two readings in which rules look for their words. */
export interface ReadText {
  /** Simplified, half-width letters and digits, lower case, no spaces inside hanzi; punctuation kept. For patterns. */
  readonly spelt: Reading;
  /** The same without punctuation; the end of a sentence stays as a line feed, so that nothing matches across it. For phrases. */
  readonly spoken: Reading;
  /** How many clause marks (，、：) stand before the unit of `spoken` at the same index. */
  readonly clauseMarks: Int32Array;
}

const SENTENCE_END = '\n';
const sentenceEnds = /[。！？!?；;\n\r…]/u;
const clauseMark = /[，,、：:]/u;
const spoken = /[\p{L}\p{N}\p{M}]/u;
const blank = /[\s\u200b-\u200d\ufeff]/u;

/** Reads a text the way rules do. Linear in its length. */
export function readText(text: string): ReadText {
  const spelt = writer(text.length);
  const said = writer(text.length);
  const clauseMarks = new Int32Array(text.length + 1);
  let marks = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const unit = respell(code);
    const character = String.fromCharCode(unit);
    if (isHanzi(unit)) {
      spelt.put(character, at);
      clauseMarks[said.length()] = marks;
      said.put(character, at);
      continue;
    }
    if (blank.test(character) && character !== '\n' && character !== '\r') {
      if (betweenLetters(text, at)) spelt.put(' ', at);
      continue;
    }
    spelt.put(character, at);
    if (spoken.test(character) || isSurrogate(unit)) {
      clauseMarks[said.length()] = marks;
      said.put(character, at);
    } else if (sentenceEnds.test(character)) {
      clauseMarks[said.length()] = marks;
      said.put(SENTENCE_END, at);
    } else if (clauseMark.test(character)) {
      marks += 1;
    }
  }
  return { spelt: spelt.done(), spoken: said.done(), clauseMarks };
}

/** A phrase as it is looked for in `spoken`; empty when nothing of it is ever spoken. */
export function phraseKey(phrase: string): string {
  return readText(phrase).spoken.text.replaceAll(SENTENCE_END, '');
}

/** A phrase written with a comma may be typed with or without one; a phrase without one never runs over one. */
export function hasInnerMark(phrase: string): boolean {
  return /[，,、：:]/u.test(phrase.trim().slice(1, -1));
}

function respell(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return simplifiedOf.get(code) ?? code;
  if (code >= 0x41 && code <= 0x5a) return code + 32;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xfee0;
  if (code >= 0xff21 && code <= 0xff3a) return code - 0xfee0 + 32;
  if (code >= 0xff41 && code <= 0xff5a) return code - 0xfee0;
  if (code === 0x3000) return 0x20;
  return code;
}

function betweenLetters(text: string, at: number): boolean {
  return /[\x21-\x7e]/.test(text[at - 1] ?? '') && /[\x21-\x7e]/.test(text[at + 1] ?? '');
}

function isHanzi(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function writer(capacity: number) {
  const places = new Int32Array(capacity + 1);
  let text = '';
  return {
    length: () => text.length,
    put(character: string, at: number) {
      places[text.length] = at;
      text += character;
    },
    done(): Reading {
      return { text, places };
    },
  };
}
