import { findTerm, lowerBound, type TermTable } from './term-table.ts';

/** A condition on documents: they hold at least one term of the given stretches of a table. */
export interface PostingFilter {
  table: TermTable;
  /** Pairs: the first term's place, past the last term's place. */
  stretches: number[];
  /** How many postings there are to read. */
  cost: number;
}

/** Documents holding exactly this term. */
export function filterOf(table: TermTable, key: number): PostingFilter {
  const term = findTerm(table, key);
  if (term < 0) return { table, stretches: [], cost: 0 };
  return {
    table,
    stretches: [term, term + 1],
    cost: (table.starts[term + 1] as number) - (table.starts[term] as number),
  };
}

/** Adds the terms from `firstKey` up to, not including, `endKey`. */
export function addTerms(filter: PostingFilter, firstKey: number, endKey: number): void {
  const from = lowerBound(filter.table, firstKey);
  const to = lowerBound(filter.table, endKey);
  if (from === to) return;
  filter.stretches.push(from, to);
  filter.cost += (filter.table.starts[to] as number) - (filter.table.starts[from] as number);
}
