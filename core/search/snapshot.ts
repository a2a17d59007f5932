import { finished, LibraryIndex } from './library-index.ts';
import type { SearchDocument } from './search-document.ts';
import { makeSegment, type Segment } from './segment.ts';
import { buildSegment, type SegmentData, type SegmentTables } from './segment-data.ts';

/** Raised whenever an older snapshot would be read wrongly or find something else. */
const VERSION = 1;
const MAGIC = 0x43505358;
const HEADER_WORDS = 4;
const TABLES = ['grams', 'sounds', 'initials', 'bodyGrams'] as const satisfies readonly (keyof SegmentTables)[];

type Numbers = Uint16Array | Uint32Array;

/** Layout: magic, version, checksum of the rest, number of segments; then every array with its length before it, padded to four bytes. */
export function writeSnapshot(segments: readonly Segment[]): Uint8Array {
  const arrays = segments.flatMap((segment) => {
    // Texts that have left are not worth keeping.
    const documents = segment.documents.filter((_, d) => segment.alive[d] === 1);
    const data = documents.length === segment.documents.length ? segment.data : finished(buildSegment(documents));
    return [fingerprints(documents), ...arraysOf(data)];
  });
  const words = HEADER_WORDS + arrays.reduce((sum, array) => sum + 1 + Math.ceil(array.byteLength / 4), 0);
  const bytes = new Uint8Array(words * 4);
  const header = new Uint32Array(bytes.buffer, 0, words);
  let at = HEADER_WORDS;
  for (const array of arrays) {
    header[at] = array.length;
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), (at + 1) * 4);
    at += 1 + Math.ceil(array.byteLength / 4);
  }
  header[0] = MAGIC;
  header[1] = VERSION;
  header[3] = segments.length;
  header[2] = checksum(header);
  return bytes;
}

function arraysOf(data: SegmentData): Numbers[] {
  const tables = TABLES.flatMap((name) => [data[name].keys, data[name].starts, data[name].postings]);
  return [data.head, data.headStarts, data.bodyLengths, ...tables];
}

/** The index a snapshot holds, brought up to `documents`; undefined if it cannot be trusted. */
export function readSnapshot(bytes: Uint8Array, documents: readonly SearchDocument[]): LibraryIndex | undefined {
  if (bytes.byteLength < HEADER_WORDS * 4 || bytes.byteLength % 4 !== 0) return undefined;
  // A view of a pooled buffer may begin at an odd byte.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
  if (words[0] !== MAGIC || words[1] !== VERSION || words[2] !== checksum(words)) return undefined;
  const reader = new ArrayReader(words);
  const index = new LibraryIndex();
  const now = new CurrentDocuments(documents);
  for (let s = 0; s < (words[3] as number); s++) {
    const marks = reader.wide();
    const data = readData(reader);
    const held = now.take(marks);
    const living = held.filter((document) => document !== undefined);
    if (living.length === 0) continue;
    const whole = living.length === held.length;
    index.append(makeSegment(whole ? data : finished(buildSegment(living)), living));
  }
  for (const document of now.rest()) index.upsert(document);
  return index;
}

function readData(reader: ArrayReader): SegmentData {
  const [head, headStarts, bodyLengths] = [reader.narrow(), reader.wide(), reader.narrow()];
  const table = () => ({ keys: reader.wide(), starts: reader.wide(), postings: reader.narrow() });
  return { head, headStarts, bodyLengths, grams: table(), sounds: table(), initials: table(), bodyGrams: table() };
}

class ArrayReader {
  private at = HEADER_WORDS;
  private readonly words: Uint32Array;

  constructor(words: Uint32Array) {
    this.words = words;
  }

  wide(): Uint32Array {
    const length = this.words[this.at] as number;
    const from = this.at + 1;
    this.at = from + length;
    return this.words.subarray(from, this.at);
  }

  narrow(): Uint16Array {
    const length = this.words[this.at] as number;
    const byte = this.words.byteOffset + (this.at + 1) * 4;
    this.at += 1 + Math.ceil(length / 2);
    return new Uint16Array(this.words.buffer, byte, length);
  }
}

/** Matches the documents of a snapshot with today's by their fingerprints; usually they come in the same order. */
class CurrentDocuments {
  private readonly documents: readonly SearchDocument[];
  private readonly marks: Uint32Array;
  private readonly taken: Uint8Array;
  private next = 0;
  private byMark: Map<string, number> | undefined;

  constructor(documents: readonly SearchDocument[]) {
    this.documents = documents;
    this.marks = fingerprints(documents);
    this.taken = new Uint8Array(documents.length);
  }

  take(marks: Uint32Array): (SearchDocument | undefined)[] {
    const found: (SearchDocument | undefined)[] = [];
    for (let i = 0; i < marks.length; i += 2) {
      let d = this.next;
      if (this.marks[d * 2] !== marks[i] || this.marks[d * 2 + 1] !== marks[i + 1]) {
        d = this.find(marks[i] as number, marks[i + 1] as number);
      }
      if (d < 0 || this.taken[d] === 1) {
        found.push(undefined);
        continue;
      }
      this.taken[d] = 1;
      this.next = d + 1;
      found.push(this.documents[d]);
    }
    return found;
  }

  rest(): SearchDocument[] {
    return this.documents.filter((_, d) => this.taken[d] === 0);
  }

  private find(first: number, second: number): number {
    this.byMark ??= new Map(this.documents.map((_, d) => [`${this.marks[d * 2]} ${this.marks[d * 2 + 1]}`, d]));
    return this.byMark.get(`${first} ${second}`) ?? -1;
  }
}

/** Two words for each document that change with everything that is indexed of it. */
function fingerprints(documents: readonly SearchDocument[]): Uint32Array {
  const marks = new Uint32Array(documents.length * 2);
  for (let d = 0; d < documents.length; d++) {
    const document = documents[d] as SearchDocument;
    let a = 0x811c9dc5;
    let b = 0x9747b28c;
    const texts = [document.id, document.title, document.body, ...document.keywords, '\u0001', ...document.colloquial];
    for (const text of texts) {
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        a = Math.imul(a ^ code, 0x01000193);
        b = Math.imul((b << 5) ^ (b >>> 27) ^ code, 0x5bd1e995);
      }
      a = Math.imul(a ^ 0xffff, 0x01000193);
      b = Math.imul((b << 5) ^ (b >>> 27) ^ 0xffff, 0x5bd1e995);
    }
    marks[d * 2] = a;
    marks[d * 2 + 1] = b;
  }
  return marks;
}

/** Over all words but the header's own checksum. */
function checksum(words: Uint32Array): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) {
    if (i !== 2) sum = Math.imul((sum << 7) ^ (sum >>> 25) ^ (words[i] as number), 0x9e3779b1);
  }
  return sum >>> 0;
}
