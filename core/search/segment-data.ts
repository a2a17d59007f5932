import { readingAt, readingCount } from './readings.ts';
import type { SearchDocument } from './search-document.ts';
import { COLLOQUIAL_SEPARATOR, foldText, SEPARATOR } from './symbols.ts';
import {
  gramKey,
  initialsKey,
  initialsOf,
  START,
  START_INITIAL,
  soundKey,
  TITLE_START,
  TITLE_START_INITIAL,
  TITLE_START_SOUND,
} from './term-keys.ts';
import { TermCollector, type TermTable } from './term-table.ts';

/** Documents of one segment are numbered in 16 bits. */
export const SEGMENT_LIMIT = 65_535;

/** The four tables of a segment. Title, keywords and customers' words are the head; the wording is the body. */
export interface SegmentTables {
  grams: TermTable;
  sounds: TermTable;
  initials: TermTable;
  bodyGrams: TermTable;
}

/** What is kept of a group of documents: written once, never changed. */
export interface SegmentData extends SegmentTables {
  /** Folded heads, one after the other; phrases are parted by SEPARATOR or COLLOQUIAL_SEPARATOR. The title is first. */
  head: Uint16Array;
  /** The head of document d is head[headStarts[d] .. headStarts[d + 1]). */
  headStarts: Uint32Array;
  /** How many symbols each folded body has, 65,535 at most. */
  bodyLengths: Uint16Array;
}

/** Builds the data of up to SEGMENT_LIMIT documents; yields between slices of a few milliseconds. */
export function* buildSegment(documents: readonly SearchDocument[]): Generator<undefined, SegmentData> {
  const grams = new TermCollector();
  const sounds = new TermCollector();
  const initials = new TermCollector();
  const bodyGrams = new TermCollector();
  const addGram = (key: number) => grams.add(key);
  const addBodyGram = (key: number) => bodyGrams.add(key);
  const head: number[] = [];
  const headStarts = new Uint32Array(documents.length + 1);
  const bodyLengths = new Uint16Array(documents.length);
  for (let d = 0; d < documents.length; d++) {
    const document = documents[d] as SearchDocument;
    foldHead(document, head);
    headStarts[d + 1] = head.length;
    visitHeadGrams(head, headStarts[d] as number, head.length, addGram);
    visitHeadSounds(head, headStarts[d] as number, head.length, sounds, initials);
    bodyLengths[d] = Math.min(65_535, visitBodyTerms(document.body, addBodyGram));
    for (const collector of [grams, sounds, initials, bodyGrams]) collector.endDocument();
    if ((d & 0x3f) === 0x3f) yield;
  }
  return {
    head: Uint16Array.from(head),
    headStarts,
    bodyLengths,
    grams: yield* grams.finish(),
    sounds: yield* sounds.finish(),
    initials: yield* initials.finish(),
    bodyGrams: yield* bodyGrams.finish(),
  };
}

function foldHead(document: SearchDocument, head: number[]): void {
  const push = (symbol: number) => head.push(symbol);
  foldText(document.title, push);
  for (const keyword of document.keywords) {
    head.push(SEPARATOR);
    foldText(keyword, push);
  }
  for (const phrase of document.colloquial) {
    head.push(COLLOQUIAL_SEPARATOR);
    foldText(phrase, push);
  }
}

/** Every gram of a head: symbols, neighbours, and what phrases begin with. */
export function visitHeadGrams(head: ArrayLike<number>, from: number, to: number, visit: (key: number) => void): void {
  let previous = START;
  if (from < to && (head[from] as number) > COLLOQUIAL_SEPARATOR) visit(gramKey(TITLE_START, head[from] as number));
  for (let i = from; i < to; i++) {
    const symbol = head[i] as number;
    if (symbol <= COLLOQUIAL_SEPARATOR) {
      previous = START;
      continue;
    }
    visit(gramKey(symbol, 0));
    visit(gramKey(previous, symbol));
    previous = symbol;
  }
}

const initialsA: number[] = [];
const initialsB: number[] = [];
const initialsC: number[] = [];

/** Every pair of syllables and every two or three initials, in all readings, with what phrases begin with. */
function visitHeadSounds(
  head: ArrayLike<number>,
  from: number,
  to: number,
  sounds: TermCollector,
  initials: TermCollector,
): void {
  for (let i = from; i < to; i++) {
    const a = head[i] as number;
    if (a <= COLLOQUIAL_SEPARATOR) continue;
    const b = i + 1 < to ? (head[i + 1] as number) : SEPARATOR;
    const c = b > COLLOQUIAL_SEPARATOR && i + 2 < to ? (head[i + 2] as number) : SEPARATOR;
    initialsOf(a, initialsA);
    if (i === from || (head[i - 1] as number) <= COLLOQUIAL_SEPARATOR) {
      for (let r = readingCount(a) - 1; r >= 0; r--) {
        sounds.add(soundKey(START, readingAt(a, r)));
        if (i === from) sounds.add(soundKey(TITLE_START_SOUND, readingAt(a, r)));
      }
      for (const x of initialsA) {
        initials.add(initialsKey(START_INITIAL, x, 0));
        if (i === from) initials.add(initialsKey(TITLE_START_INITIAL, x, 0));
      }
    }
    if (b <= COLLOQUIAL_SEPARATOR) continue;
    for (let r = readingCount(a) - 1; r >= 0; r--) {
      for (let q = readingCount(b) - 1; q >= 0; q--) sounds.add(soundKey(readingAt(a, r), readingAt(b, q)));
    }
    initialsOf(b, initialsB);
    if (c > COLLOQUIAL_SEPARATOR) initialsOf(c, initialsC);
    else initialsC.length = 0;
    for (const x of initialsA) {
      for (const y of initialsB) {
        initials.add(initialsKey(x, y, 0));
        for (const z of initialsC) initials.add(initialsKey(x, y, z));
      }
    }
  }
}

/** Every symbol and every two neighbours of a body; returns how many symbols it has. */
export function visitBodyTerms(body: string, visit: (key: number) => void): number {
  let previous = 0;
  let length = 0;
  foldText(
    body,
    (symbol) => {
      visit(gramKey(symbol, 0));
      if (previous > 0) visit(gramKey(previous, symbol));
      previous = symbol;
      length++;
    },
    () => {
      previous = 0;
    },
  );
  return length;
}
