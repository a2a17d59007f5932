import type { Entry } from '#contract/library/release.ts';
import { type Fragments, sampleRows } from './sample-body.ts';

/** `count` entries picked by a seed, laid out for reading aloud; the same seed and library give the same sheet. */
export function sampleSheet(entries: readonly Entry[], seed: number, count: number): string {
  const random = seededRandom(seed);
  const pool = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const picked: Entry[] = [];
  while (picked.length < count && pool.length > 0) picked.push(...pool.splice(Math.floor(random() * pool.length), 1));
  const fragments = new Map(entries.flatMap((entry) => (entry.kind === 'fragment' ? [[entry.id, entry]] : [])));
  return picked
    .map((entry, index) => `${index + 1}. ${entry.title}　${entry.id}\n${body(entry, fragments)}`)
    .join('\n\n');
}

function body(entry: Entry, fragments: Fragments): string {
  return sampleRows(entry, fragments)
    .map((row) => `   ${row}`)
    .join('\n');
}

/** Mulberry32: small, even enough for picking, and the same on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
