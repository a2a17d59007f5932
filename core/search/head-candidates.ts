import { addTerms, filterOf, type PostingFilter, type PostingScratch } from './posting-filter.ts';
import { hanziReadAs } from './readings.ts';
import type { Atom, WordReading } from './readings-of-word.ts';
import type { SegmentTables } from './segment-data.ts';
import { gramKey, initialsKey, START, START_INITIAL, soundKey } from './term-keys.ts';
import type { WordPattern } from './word-pattern.ts';

/** So many documents of one segment are looked at for a word; phrases that begin with it come first. */
export const CANDIDATES_MAX = 3_000;

/** Documents whose head may hold the word literally. */
export function literalCandidates(word: WordPattern, tables: SegmentTables, scratch: PostingScratch): number[] {
  const { symbols } = word;
  if (symbols.length === 1) {
    const symbol = symbols[0] as number;
    const list = scratch.intersect([filterOf(tables.grams, gramKey(START, symbol))], [], CANDIDATES_MAX);
    return scratch.merge(list, scratch.intersect([filterOf(tables.grams, gramKey(symbol, 0))], [], CANDIDATES_MAX));
  }
  return scratch.intersect(literalFilters(symbols, tables), [], CANDIDATES_MAX);
}

function literalFilters(symbols: readonly number[], tables: SegmentTables): PostingFilter[] {
  const filters: PostingFilter[] = [];
  for (let i = 0; i + 1 < symbols.length; i++) {
    filters.push(filterOf(tables.grams, gramKey(symbols[i] as number, symbols[i + 1] as number)));
  }
  return filters;
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
): number[] {
  const { atoms } = reading;
  if (atoms.length === 1) return singleCandidates(atoms[0] as Atom, tables, scratch);
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
  return scratch.intersect(filters, [], CANDIDATES_MAX);
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

function singleCandidates(atom: Atom, tables: SegmentTables, scratch: PostingScratch): number[] {
  const begins: PostingFilter = { table: tables.sounds, stretches: [], cost: 0 };
  if (atom.endSound > 0) addTerms(begins, soundKey(START, atom.firstSound), soundKey(START, atom.endSound));
  else
    return scratch.intersect(
      [filterOf(tables.initials, initialsKey(START_INITIAL, atom.initial, 0))],
      [],
      CANDIDATES_MAX,
    );
  const list = scratch.intersect([begins], [], CANDIDATES_MAX);
  // A short beginning of many syllables is everywhere: phrases that begin with it are answer enough.
  if (list.length >= 200 || atom.endSound - atom.firstSound > 12) return list;
  const anywhere: PostingFilter = { table: tables.grams, stretches: [], cost: 0 };
  for (let id = atom.firstSound; id < atom.endSound; id++) {
    for (const hanzi of hanziReadAs(id)) addTerms(anywhere, gramKey(hanzi, 0), gramKey(hanzi, 1));
  }
  return scratch.merge(list, scratch.intersect([anywhere], [], CANDIDATES_MAX));
}
