import { foldedSymbols } from './symbols.ts';

export interface SynonymGroup {
  term: string;
  /** What customers say for it. */
  colloquial: readonly string[];
}

/** A stretch of a query and what else it may be called. */
interface SynonymUse {
  from: number;
  to: number;
  typed: readonly number[];
  others: readonly (readonly number[])[];
}

/** Finds words that have other names. Terms and their colloquial names all lead to one another. */
export interface SynonymTable {
  size: number;
  /** The longest names standing in `symbols`, left to right, not overlapping. */
  findIn(symbols: readonly number[]): SynonymUse[];
}

export function synonymTable(groups: readonly SynonymGroup[]): SynonymTable {
  const others = new Map<string, number[][]>();
  const firsts = new Set<number>();
  let longest = 0;
  for (const group of groups) {
    const names = [group.term, ...group.colloquial].map(foldedSymbols).filter((name) => name.length > 0);
    for (const name of names) {
      const key = String.fromCharCode(...name);
      longest = Math.max(longest, name.length);
      firsts.add(name[0] as number);
      const known = others.get(key) ?? [];
      others.set(key, known);
      for (const other of names) {
        if (other !== name && !known.some((k) => String.fromCharCode(...k) === String.fromCharCode(...other)))
          known.push(other);
      }
    }
  }
  return {
    size: others.size,
    findIn(symbols) {
      const uses: SynonymUse[] = [];
      for (let from = 0; from < symbols.length; from++) {
        if (!firsts.has(symbols[from] as number)) continue;
        for (let to = Math.min(symbols.length, from + longest); to > from; to--) {
          const typed = symbols.slice(from, to);
          const found = others.get(String.fromCharCode(...typed));
          if (found === undefined || found.length === 0) continue;
          uses.push({ from, to, typed, others: found });
          from = to - 1;
          break;
        }
      }
      return uses;
    },
  };
}
