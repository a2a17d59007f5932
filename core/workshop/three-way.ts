import { isDeepStrictEqual } from 'node:util';
import { diffArrays } from 'diff';
import type { MergeField } from '#contract/workshop/views.ts';
import { sentencesOf } from '../library/history/compare-versions.ts';

interface Merged<Value> {
  /** Everything that goes together; where it does not, what stands in `mine`. */
  readonly value: Value;
  /** Keys that both sides changed; `merged` is null where a person has to decide. */
  readonly fields: readonly MergeField[];
}

type Plain = Record<string, unknown>;

/** Brings two states together that were made from the same third one, key by key and texts by sentence. */
export function threeWay<Value extends object>(before: Value, mine: Value, theirs: Value): Merged<Value> {
  const fields: MergeField[] = [];

  function merge(base: unknown, a: unknown, b: unknown, path: string): unknown {
    if (isDeepStrictEqual(a, b) || isDeepStrictEqual(b, base)) return a;
    if (isDeepStrictEqual(a, base)) return b;
    if (isPlain(a) && isPlain(b)) return mergeObjects(isPlain(base) ? base : {}, a, b, path);
    if (isTexts(a) && isTexts(b)) return mergeSets(isTexts(base) ? base : [], a, b);
    if (isKeyed(a) && isKeyed(b)) return mergeKeyed(isKeyed(base) ? base : [], a, b, path);
    const merged = typeof a === 'string' && typeof b === 'string' ? mergeTexts(base, a, b) : null;
    fields.push({ path, before: shown(base), mine: shown(a), theirs: shown(b), merged });
    return merged ?? a;
  }

  function mergeObjects(base: Plain, a: Plain, b: Plain, path: string): Plain {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return Object.fromEntries(
      keys.flatMap((key): [string, unknown][] => {
        const value = merge(base[key], a[key], b[key], path === '' ? key : `${path}.${key}`);
        return value === undefined ? [] : [[key, value]];
      }),
    );
  }

  /** Parts that carry an id of their own are compared with their own former selves, wherever they stand now. */
  function mergeKeyed(base: readonly Plain[], a: readonly Plain[], b: readonly Plain[], path: string): Plain[] {
    const find = (list: readonly Plain[], key: string) => list.find((each) => keyOf(each) === key);
    const keys = [...new Set([...a, ...b].map(keyOf))];
    const result: Plain[] = [];
    for (const key of keys) {
      const [was, one, other] = [find(base, key), find(a, key), find(b, key)];
      // Taken away by one and left alone by the other: it goes. Changed by the other: it stays, no word is lost.
      if (one === undefined && isDeepStrictEqual(other, was)) continue;
      if (other === undefined && isDeepStrictEqual(one, was)) continue;
      const at = `${path}.${result.length}`;
      result.push((one && other ? merge(was, one, other, at) : (one ?? other)) as Plain);
    }
    return result;
  }

  return { value: merge(before, mine, theirs, '') as Value, fields };
}

/** What either side added is there, what either took away is gone. */
function mergeSets(base: readonly string[], a: readonly string[], b: readonly string[]): string[] {
  const gone = new Set(base.filter((text) => !a.includes(text) || !b.includes(text)));
  return [...new Set([...a, ...b])].filter((text) => !gone.has(text));
}

interface Hunk {
  /** Sentences of the text before that it takes the place of, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly put: readonly string[];
}

/** Both texts' changes in one, or null where they touch the same sentences. */
function mergeTexts(base: unknown, a: string, b: string): string | null {
  if (typeof base !== 'string') return null;
  const before = sentencesOf(base);
  const [mine, theirs] = [hunks(before, sentencesOf(a)), hunks(before, sentencesOf(b))];
  const own = mine.filter((hunk) => !theirs.some((other) => isDeepStrictEqual(hunk, other)));
  if (own.some((hunk) => theirs.some((other) => touches(hunk, other)))) return null;
  const all = [...own, ...theirs].sort((x, y) => x.from - y.from);
  const result: string[] = [];
  let at = 0;
  for (const { from, to, put } of all) {
    result.push(...before.slice(at, from), ...put);
    at = to;
  }
  return [...result, ...before.slice(at)].join('');
}

/** Neighbouring sentences may both change; two things put in at one place have no order. */
function touches(one: Hunk, other: Hunk): boolean {
  const putsIn = one.from === one.to || other.from === other.to;
  return putsIn ? one.from <= other.to && other.from <= one.to : one.from < other.to && other.from < one.to;
}

function hunks(before: string[], after: string[]): Hunk[] {
  const found: Hunk[] = [];
  let at = 0;
  let open: { from: number; to: number; put: string[] } | null = null;
  for (const { value, added, removed } of diffArrays(before, after)) {
    if (!added && !removed) {
      if (open) found.push(open);
      open = null;
      at += value.length;
      continue;
    }
    open ??= { from: at, to: at, put: [] };
    if (added) open.put.push(...value);
    else {
      at += value.length;
      open.to = at;
    }
  }
  if (open) found.push(open);
  return found;
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');
const keyOf = (part: Plain): string => String(part['id'] ?? part['name'] ?? part['term'] ?? '');
const isKeyed = (value: unknown): value is Plain[] =>
  Array.isArray(value) &&
  value.every((each) => isPlain(each) && keyOf(each) !== '') &&
  new Set(value.map((each) => keyOf(each as Plain))).size === value.length;

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
