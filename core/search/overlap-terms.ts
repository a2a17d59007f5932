import { filterOf } from './posting-filter.ts';
import type { PostingScratch } from './posting-scratch.ts';
import type { Segment } from './segment.ts';
import { advance } from './sorted-intersection.ts';
import { findTerm } from './term-table.ts';

/** Something to look for: a gram, or a notion with the names it goes by. */
export interface OverlapTerm {
  /** Names; of one name all grams must be there. */
  names: readonly (readonly number[])[];
  weight: number;
}

export type OverlapField = 'grams' | 'bodyGrams';

/** A term with how much it tells, and in how many documents it stands: at most, where a name has several grams. */
export interface WeighedTerm {
  names: OverlapTerm['names'];
  information: number;
  /** 0 where it stands in too many to tell anything. */
  inHeads: number;
  inBodies: number;
}

/** A term that more than this share of the texts hold tells nothing. */
const COMMON_SHARE = 0.25;

export function weigh({ names, weight }: OverlapTerm, segments: readonly Segment[], size: number): WeighedTerm {
  const most = Math.max(8, size * COMMON_SHARE);
  const inHeads = frequency(names, segments, 'grams');
  const inBodies = frequency(names, segments, 'bodyGrams');
  // One rarity for both fields: a hanzi that is only rare in titles tells no more there.
  const information = weight * rarity(size, Math.min(size, Math.max(inHeads, inBodies)));
  return {
    names,
    information,
    inHeads: inHeads > most ? 0 : inHeads,
    inBodies: inBodies > most ? 0 : inBodies,
  };
}

function rarity(size: number, frequency: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
}

function frequency(names: OverlapTerm['names'], segments: readonly Segment[], field: OverlapField): number {
  let sum = 0;
  for (let n = 0; n < names.length; n++) {
    const name = names[n] as readonly number[];
    let least = Number.POSITIVE_INFINITY;
    for (let g = 0; g < name.length && least > 0; g++) {
      least = Math.min(least, gramFrequency(name[g] as number, segments, field));
    }
    if (name.length > 0) sum += least;
  }
  return sum;
}

/** In how many living documents a gram stands. */
function gramFrequency(key: number, segments: readonly Segment[], field: OverlapField): number {
  let sum = 0;
  for (let s = 0; s < segments.length; s++) {
    const { data, goneGrams, goneBodyGrams } = segments[s] as Segment;
    const { starts } = data[field];
    const place = findTerm(data[field], key);
    if (place < 0) continue;
    const gone = field === 'grams' ? goneGrams : goneBodyGrams;
    sum += (starts[place + 1] as number) - (starts[place] as number) - (gone.get(key) ?? 0);
  }
  return sum;
}

/** The documents of a segment that hold one of the names, some of them perhaps gone. */
export function documentsHolding(
  names: OverlapTerm['names'],
  segment: Segment,
  field: OverlapField,
  scratch: PostingScratch,
): ArrayLike<number> {
  const table = segment.data[field];
  if (names.length === 1 && names[0]?.length === 1) {
    const place = findTerm(table, names[0][0] as number);
    return place < 0 ? [] : table.postings.subarray(table.starts[place], table.starts[place + 1]);
  }
  const list: number[] = [];
  for (const name of names) {
    const filters = name.map((key) => filterOf(table, key));
    scratch.merge(list, scratch.intersect(filters, [], Number.POSITIVE_INFINITY, true));
  }
  return list;
}

const held = new Uint8Array(1_024);

/** Sets `into[i]` to 1 where `documents[i]`, ascending, holds one of the names, else to 0. */
export function whichHold(
  names: OverlapTerm['names'],
  segment: Segment,
  field: OverlapField,
  documents: readonly number[],
  into: Uint8Array,
): void {
  into.fill(0, 0, documents.length);
  const { postings, starts } = segment.data[field];
  for (let n = 0; n < names.length; n++) {
    const name = names[n] as readonly number[];
    held.fill(0, 0, documents.length);
    for (let g = 0; g < name.length; g++) {
      const term = findTerm(segment.data[field], name[g] as number);
      if (term < 0) break;
      let place = starts[term] as number;
      const end = starts[term + 1] as number;
      for (let i = 0; i < documents.length && place < end; i++) {
        place = advance(postings, place, end, documents[i] as number);
        if (place < end && postings[place] === documents[i]) held[i] = (held[i] as number) + 1;
      }
    }
    for (let i = 0; i < documents.length; i++) if (held[i] === name.length) into[i] = 1;
  }
}
