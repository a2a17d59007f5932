import { READING_TABLE } from './reading-table.ts';

const FIRST_HANZI = 0x4e00;
const LAST_HANZI = 0x9fff;
const HANZI_COUNT = LAST_HANZI - FIRST_HANZI + 1;

/** All syllables in alphabetical order; a syllable's id is its place here plus one, so that 0 can mean "none". */
const syllables: readonly string[] = READING_TABLE.split(';')
  .filter((entry) => entry !== '')
  .map((entry) => /^[a-z]+/.exec(entry)?.[0] ?? '');

/** One more than the highest syllable id. */
export const SYLLABLE_LIMIT = syllables.length + 1;

const idOfSyllable = new Map(syllables.map((syllable, index) => [syllable, index + 1]));
// Both spellings of ü after l and n are typed.
for (const [typed, meant] of [
  ['lue', 'lve'],
  ['nue', 'nve'],
] as const) {
  const id = idOfSyllable.get(meant);
  if (id !== undefined) idOfSyllable.set(typed, id);
}

/** The id of a whole syllable as typed, 0 if there is none. */
export function syllableId(letters: string): number {
  return idOfSyllable.get(letters) ?? 0;
}

/** A syllable as it is typed. Only valid for ids from 1 on. */
export function syllableName(id: number): string {
  return syllables[id - 1] as string;
}

/** Ids of the syllables that begin with `prefix`, as [first, past the last). */
export function syllableRange(prefix: string): [number, number] {
  let low = 0;
  let high = syllables.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((syllables[middle] as string) < prefix) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < syllables.length && (syllables[end] as string).startsWith(prefix)) end++;
  return [low + 1, end + 1];
}

// Readings of hanzi h are readingIds[starts[h] .. starts[h + 1]), the most usual first.
const starts = new Uint16Array(HANZI_COUNT + 1);
const readingIds = readTable();

function readTable(): Uint16Array {
  const primary = new Uint16Array(HANZI_COUNT);
  const others: [number, number][] = [];
  let id = 0;
  let afterSlash = false;
  for (let i = 0; i < READING_TABLE.length; i++) {
    const code = READING_TABLE.charCodeAt(i);
    if (code >= FIRST_HANZI) {
      if (afterSlash) others.push([code - FIRST_HANZI, id]);
      else primary[code - FIRST_HANZI] = id;
    } else if (code === 47) afterSlash = true;
    else if (code === 59) afterSlash = false;
    else if (i === 0 || READING_TABLE.charCodeAt(i - 1) === 59) id++;
  }
  const counts = new Uint8Array(HANZI_COUNT);
  for (let h = 0; h < HANZI_COUNT; h++) counts[h] = primary[h] === 0 ? 0 : 1;
  for (const [h] of others) counts[h] = (counts[h] as number) + 1;
  for (let h = 0; h < HANZI_COUNT; h++) starts[h + 1] = (starts[h] as number) + (counts[h] as number);
  const ids = new Uint16Array(starts[HANZI_COUNT] as number);
  const next = starts.slice();
  for (let h = 0; h < HANZI_COUNT; h++) {
    if (primary[h] === 0) continue;
    ids[starts[h] as number] = primary[h] as number;
    next[h] = (next[h] as number) + 1;
  }
  for (const [h, other] of others) {
    ids[next[h] as number] = other;
    next[h] = (next[h] as number) + 1;
  }
  return ids;
}

/** How many readings a symbol has: 0 for all but hanzi, above 1 for a polyphone. */
export function readingCount(symbol: number): number {
  const h = symbol - FIRST_HANZI;
  return h >= 0 && h < HANZI_COUNT ? (starts[h + 1] as number) - (starts[h] as number) : 0;
}

/** Reading number `index` of a symbol; the most usual one is number 0. Only valid below `readingCount`. */
export function readingAt(symbol: number, index: number): number {
  return readingIds[(starts[symbol - FIRST_HANZI] as number) + index] as number;
}

/** True if both symbols share a reading. */
export function soundAlike(a: number, b: number): boolean {
  const countA = readingCount(a);
  const countB = readingCount(b);
  for (let i = 0; i < countA; i++) {
    const id = readingAt(a, i);
    for (let j = 0; j < countB; j++) if (readingAt(b, j) === id) return true;
  }
  return false;
}

const initialLetters = Uint8Array.from([0, ...syllables.map((syllable) => syllable.charCodeAt(0))]);
const retroflex = Uint8Array.from([0, ...syllables.map((syllable) => (/^[zcs]h/.test(syllable) ? 1 : 0))]);

/** The first letter of a syllable as a character code. */
export function initialLetter(id: number): number {
  return initialLetters[id] as number;
}

/** True for syllables in zh, ch and sh, whose initial may be typed with one letter or two. */
export function isRetroflex(id: number): boolean {
  return retroflex[id] === 1;
}

let hanziBySyllable: number[][] | undefined;

/** All hanzi that have this reading. */
export function hanziReadAs(id: number): readonly number[] {
  if (hanziBySyllable === undefined) {
    hanziBySyllable = Array.from({ length: SYLLABLE_LIMIT }, () => []);
    for (let h = 0; h < HANZI_COUNT; h++) {
      for (let r = starts[h] as number; r < (starts[h + 1] as number); r++) {
        hanziBySyllable[readingIds[r] as number]?.push(h + FIRST_HANZI);
      }
    }
  }
  return hanziBySyllable[id] ?? [];
}
