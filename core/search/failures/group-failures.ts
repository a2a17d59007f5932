import type { SearchFailure } from '#contract/search-failures.ts';
import { foldedSymbols } from '../symbols.ts';
import type { StoredFailure } from './failure-repo.ts';

const TRIED_SHOWN = 5;

/** Failures of one text, however it was spelt, as one row; the most usual first, of equals the latest. Newest come in first. */
export function groupFailures(
  failures: readonly StoredFailure[],
  titleOf: (entryId: string) => string,
): SearchFailure[] {
  const groups = new Map<string, StoredFailure[]>();
  for (const failure of failures) {
    const key = String.fromCharCode(...foldedSymbols(failure.text));
    groups.set(key, [...(groups.get(key) ?? []), failure]);
  }
  return [...groups.values()]
    .map((group) => rowOf(group, titleOf))
    .sort((a, b) => b.times - a.times || b.lastAtMs - a.lastAtMs);
}

function rowOf(group: readonly StoredFailure[], titleOf: (entryId: string) => string): SearchFailure {
  const [latest] = group as readonly [StoredFailure, ...StoredFailure[]];
  const taken = group.flatMap(({ end }) => (end.how === 'givenUp' ? [] : [end.entryId]));
  return {
    text: latest.text,
    times: group.length,
    people: new Set(group.flatMap(({ personId }) => (personId === null ? [] : [personId]))).size,
    lastAtMs: latest.atMs,
    found: latest.found,
    reported: group.filter(({ reported }) => reported).length,
    givenUp: group.length - taken.length,
    triedNext: byUse(group.flatMap(({ triedNext }) => triedNext))
      .slice(0, TRIED_SHOWN)
      .map(([text]) => text),
    solvedBy: byUse(taken).map(([entryId, times]) => ({ entryId, title: titleOf(entryId), times })),
  };
}

function byUse(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
