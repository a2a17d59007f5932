import { addTerms, filterOf, type PostingFilter } from './posting-filter.ts';
import type { PostingScratch } from './posting-scratch.ts';
import { hanziReadAs } from './readings.ts';
import type { Atom, WordReading } from './readings-of-word.ts';
import type { SegmentTables } from './segment-data.ts';
import {
  gramKey,
  initialOfTyped,
  initialsKey,
  START,
  START_INITIAL,
  soundKey,
  TITLE_START,
  TITLE_START_INITIAL,
  TITLE_START_SOUND,
} from './term-keys.ts';
import type { WordPattern } from './word-pattern.ts';

/** So many documents of one segment are taken as candidates for a word that stands alone. */
export const CANDIDATES_MAX = 600;
/** With more candidates than this, those whose title or phrase begins with the word are put first. */
const CANDIDATES_MANY = 30;

/** Documents whose head may hold the word literally. */
export function literalCandidates(
  word: WordPattern,
  tables: SegmentTables,
  scratch: PostingScratch,
  most = CANDIDATES_MAX,
): number[] {
  const { symbols } = word;
  const first = symbols[0] as number;
  const filters: PostingFilter[] = [];
  for (let i = 0; i + 1 < symbols.length; i++) {
    filters.push(filterOf(tables.grams, gramKey(symbols[i] as number, symbols[i + 1] as number)));
  }
  if (symbols.length === 1) filters.push(filterOf(tables.grams, gramKey(first, 0)));
  const begins = [TITLE_START, START].map((start) => filterOf(tables.grams, gramKey(start, first)));
  return beginningFirst(filters, begins, scratch, most);
}

/** How many documents may hold the word literally, at most; letters may stand for hanzi, so of them nothing is known. */
export function literalCost({ symbols, hasLetters }: WordPattern, tables: SegmentTables): number {
  if (hasLetters) return Number.MAX_SAFE_INTEGER;
  let least = Number.MAX_SAFE_INTEGER;
  for (let i = 0; i < symbols.length; i++) {
    const second = symbols.length === 1 ? 0 : symbols[i + 1];
    if (second !== undefined)
      least = Math.min(least, filterOf(tables.grams, gramKey(symbols[i] as number, second)).cost);
  }
  return least;
}

/**
 * Documents whose head may hold the word in this reading. `loose` also reaches texts where a letter stands for itself
 * between hanzi, at the price of longer lists.
 */
export function readingCandidates(
  reading: WordReading,
  tables: SegmentTables,
  scratch: PostingScratch,
  loose: boolean,
  most = CANDIDATES_MAX,
): number[] {
  const { atoms } = reading;
  const begins = beginFilters(atoms[0] as Atom, tables);
  if (atoms.length === 1) return singleCandidates(atoms[0] as Atom, begins, tables, scratch);
  const filters: PostingFilter[] = [];
  for (let i = 0; i + 1 < atoms.length; i++) {
    const filter = pairFilter(atoms[i] as Atom, atoms[i + 1] as Atom, tables, loose);
    if (filter !== undefined) filters.push(filter);
  }
  for (let i = 0; i + 2 < atoms.length; i++) {
    const [a, b, c] = [atoms[i] as Atom, atoms[i + 1] as Atom, atoms[i + 2] as Atom];
    if (a.initial === 0 || b.initial === 0 || c.initial === 0) continue;
    if (!loose && isSound(a) && isSound(b) && isSound(c)) continue;
    filters.push(filterOf(tables.initials, initialsKey(a.initial, b.initial, c.initial)));
  }
  return beginningFirst(filters, begins, scratch, most);
}

const TITLE_INITIALS_MIN = 4;
const TITLE_INITIALS_MAX = 12;
const TITLES_MAX = 20;

/** Titles that begin with the letters as initials, also where the letters could be read as syllables. */
export function titleInitialCandidates(
  { symbols, hasLetters }: WordPattern,
  { initials }: SegmentTables,
  scratch: PostingScratch,
): number[] {
  if (!hasLetters || symbols.length < TITLE_INITIALS_MIN || symbols.length > TITLE_INITIALS_MAX) return [];
  const codes = symbols.map(initialOfTyped);
  if (codes.includes(0)) return [];
  const filters = [filterOf(initials, initialsKey(TITLE_START_INITIAL, codes[0] as number, 0))];
  for (let i = 0; i + 2 < codes.length; i++) {
    filters.push(filterOf(initials, initialsKey(codes[i] as number, codes[i + 1] as number, codes[i + 2] as number)));
  }
  return filters.some(({ cost }) => cost === 0) ? [] : scratch.intersect(filters, [], TITLES_MAX, true);
}

/** All that pass; of many, first those that also pass one of `begins`, in that order. */
function beginningFirst(
  filters: PostingFilter[],
  begins: readonly PostingFilter[],
  scratch: PostingScratch,
  most: number,
): number[] {
  const all = scratch.intersect(filters, [], most);
  if (all.length <= CANDIDATES_MANY || most > CANDIDATES_MAX) return all;
  const list: number[] = [];
  for (const filter of begins) {
    if (filter.cost === 0) continue;
    const beginning =
      all.length < most
        ? scratch.within(all, filter, CANDIDATES_MANY)
        : scratch.intersect([...filters, filter], [], CANDIDATES_MANY, true);
    scratch.merge(list, beginning);
    if (list.length >= CANDIDATES_MANY) break;
  }
  return scratch.merge(list, all);
}

/** One sound, known exactly. */
function isSound(atom: Atom): boolean {
  return atom.endSound - atom.firstSound === 1;
}

function pairFilter(a: Atom, b: Atom, tables: SegmentTables, loose: boolean): PostingFilter | undefined {
  if (a.symbol > 0 && b.symbol > 0) return filterOf(tables.grams, gramKey(a.symbol, b.symbol));
  const sounds = a.endSound > 0 && b.endSound > 0 && (loose ? isSound(a) && isSound(b) : isSound(a) || isSound(b));
  if (sounds) {
    const filter: PostingFilter = { table: tables.sounds, stretches: [], cost: 0 };
    for (let id = a.firstSound; id < a.endSound; id++) {
      addTerms(filter, soundKey(id, b.firstSound), soundKey(id, b.endSound));
    }
    return filter;
  }
  if (a.initial === 0 || b.initial === 0) return undefined;
  return filterOf(tables.initials, initialsKey(a.initial, b.initial, 0));
}

/** Titles, then phrases of any kind, that begin with the atom. */
function beginFilters(atom: Atom, tables: SegmentTables): PostingFilter[] {
  if (atom.symbol > 0) return [TITLE_START, START].map((start) => filterOf(tables.grams, gramKey(start, atom.symbol)));
  if (atom.endSound === 0) {
    const starts = [TITLE_START_INITIAL, START_INITIAL];
    return starts.map((start) => filterOf(tables.initials, initialsKey(start, atom.initial, 0)));
  }
  return [TITLE_START_SOUND, START].map((start) => {
    const filter: PostingFilter = { table: tables.sounds, stretches: [], cost: 0 };
    addTerms(filter, soundKey(start, atom.firstSound), soundKey(start, atom.endSound));
    return filter;
  });
}

function singleCandidates(
  atom: Atom,
  begins: readonly PostingFilter[],
  tables: SegmentTables,
  scratch: PostingScratch,
): number[] {
  const list: number[] = [];
  for (const filter of begins) scratch.merge(list, scratch.intersect([filter], [], CANDIDATES_MAX));
  // A short beginning of many syllables is everywhere: phrases that begin with it are answer enough.
  if (list.length >= CANDIDATES_MANY || atom.endSound - atom.firstSound > 12) return list;
  const anywhere: PostingFilter = { table: tables.grams, stretches: [], cost: 0 };
  for (let id = atom.firstSound; id < atom.endSound; id++) {
    for (const hanzi of hanziReadAs(id)) addTerms(anywhere, gramKey(hanzi, 0), gramKey(hanzi, 1));
  }
  return scratch.merge(list, scratch.intersect([anywhere], [], CANDIDATES_MAX));
}
