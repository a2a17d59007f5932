import { TRADITIONAL_TABLE } from './traditional-table.ts';

/** Stands between two phrases of one entry. */
export const SEPARATOR = 0;
/** Stands before a phrase in the customers' own words. */
export const COLLOQUIAL_SEPARATOR = 1;

const simplifiedOf = new Map<number, number>();
for (let i = 0; i + 1 < TRADITIONAL_TABLE.length; i += 2) {
  simplifiedOf.set(TRADITIONAL_TABLE.charCodeAt(i), TRADITIONAL_TABLE.charCodeAt(i + 1));
}

export function isHanzi(symbol: number): boolean {
  return (symbol >= 0x4e00 && symbol <= 0x9fff) || (symbol >= 0x3400 && symbol <= 0x4dbf) || isSurrogate(symbol);
}

function isSurrogate(symbol: number): boolean {
  return symbol >= 0xd800 && symbol <= 0xdfff;
}

export function isLetter(symbol: number): boolean {
  return symbol >= 97 && symbol <= 122;
}

export function isDigit(symbol: number): boolean {
  return symbol >= 48 && symbol <= 57;
}

/** True where folding needed the table of traditional characters. */
export function isTraditional(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (simplifiedOf.has(text.charCodeAt(i))) return true;
  return false;
}

const wordCharacter = /[\p{L}\p{N}]/u;
const han = /\p{Script=Han}/u;
const mark = /\p{M}/u;
const umlautU = /[üǖǘǚǜ]/;

/**
 * The one spelling under which texts and queries meet: no width, case, tone mark, punctuation, space or traditional form.
 * Hands each symbol (a UTF-16 unit) on with the stretch of `text` it came from; `onBreak` tells of what was left out.
 */
export function foldText(
  text: string,
  onSymbol: (symbol: number, start: number, end: number) => void,
  onBreak?: () => void,
): void {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) onSymbol(simplifiedOf.get(code) ?? code, i, i + 1);
    else if (isLetter(code) || isDigit(code)) onSymbol(code, i, i + 1);
    else if (code >= 65 && code <= 90) onSymbol(code + 32, i, i + 1);
    else if (code < 128) onBreak?.();
    else i = foldRare(text, i, onSymbol, onBreak);
  }
}

function foldRare(
  text: string,
  start: number,
  onSymbol: (symbol: number, start: number, end: number) => void,
  onBreak?: () => void,
): number {
  const point = text.codePointAt(start) as number;
  const end = start + (point > 0xffff ? 2 : 1);
  const folded = foldedRare(point);
  if (folded === BREAK) onBreak?.();
  else for (const symbol of folded) onSymbol(symbol, start, end);
  return end - 1;
}

const BREAK: readonly number[] = [];
const NOTHING: readonly number[] = [];
const rare = new Map<number, readonly number[]>();
/** Text from outside could hold any character; what is kept of them stays small. */
const RARE_KEPT_MAX = 2_000;

/** What a character outside ASCII and the common hanzi stands for; BREAK if it parts words, NOTHING if it is a mere accent. */
function foldedRare(point: number): readonly number[] {
  const known = rare.get(point);
  if (known !== undefined) return known;
  const folded = foldCharacter(point);
  if (rare.size < RARE_KEPT_MAX) rare.set(point, folded);
  return folded;
}

function foldCharacter(point: number): readonly number[] {
  if (point >= 0xd800 && point <= 0xdfff) return BREAK;
  const character = String.fromCodePoint(point);
  if (mark.test(character)) return NOTHING;
  if (umlautU.test(character.toLowerCase())) return [118];
  const symbols: number[] = [];
  for (const part of point > 0xffff && han.test(character) ? [character] : character.normalize('NFKD').toLowerCase()) {
    if (mark.test(part) || !wordCharacter.test(part)) continue;
    for (let k = 0; k < part.length; k++) symbols.push(simplifiedOf.get(part.charCodeAt(k)) ?? part.charCodeAt(k));
  }
  return symbols.length === 0 ? BREAK : symbols;
}

/** The folded symbols of a text as one array. */
export function foldedSymbols(text: string): number[] {
  const symbols: number[] = [];
  foldText(text, (symbol) => symbols.push(symbol));
  return symbols;
}
