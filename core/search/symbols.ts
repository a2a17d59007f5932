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
  const character = String.fromCodePoint(point);
  const end = start + character.length;
  if (character.length === 2) {
    if (han.test(character)) for (let k = start; k < end; k++) onSymbol(text.charCodeAt(k), start, end);
    else if (wordCharacter.test(character.normalize('NFKD'))) foldPlain(character, start, end, onSymbol);
    else onBreak?.();
    return end - 1;
  }
  if (point >= 0xd800 && point <= 0xdfff) onBreak?.();
  else if (mark.test(character)) return start;
  else if (umlautU.test(character.toLowerCase())) onSymbol(118, start, end);
  else foldPlain(character, start, end, onSymbol, onBreak);
  return start;
}

function foldPlain(
  character: string,
  start: number,
  end: number,
  onSymbol: (symbol: number, start: number, end: number) => void,
  onBreak?: () => void,
): void {
  let found = false;
  for (const part of character.normalize('NFKD').toLowerCase()) {
    if (mark.test(part) || !wordCharacter.test(part)) continue;
    found = true;
    for (let k = 0; k < part.length; k++) {
      const code = part.charCodeAt(k);
      onSymbol(simplifiedOf.get(code) ?? code, start, end);
    }
  }
  if (!found) onBreak?.();
}

/** The folded symbols of a text as one array. */
export function foldedSymbols(text: string): number[] {
  const symbols: number[] = [];
  foldText(text, (symbol) => symbols.push(symbol));
  return symbols;
}
