import { gramKey } from './term-keys.ts';

/** Pairs of neighbouring symbols, asked about for every place of a text. */
export class PairSet {
  private readonly keys: ReadonlySet<number>;
  // Most symbols begin no pair at all: that is told without hashing.
  private readonly begins = new Uint8Array(65_536);

  /** Of grams; those of a single symbol are no pairs. */
  constructor(grams: Iterable<number>) {
    this.keys = new Set(grams);
    for (const key of this.keys) if ((key & 0xffff) !== 0) this.begins[key >>> 16] = 1;
  }

  has(first: number, second: number): boolean {
    return this.begins[first] === 1 && this.keys.has(gramKey(first, second));
  }
}
