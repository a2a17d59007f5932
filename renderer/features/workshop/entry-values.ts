import type { LooseEntry } from '#contract/workshop/terms.ts';

/** The value under a dotted key, or undefined. */
export function valueAt(entry: LooseEntry, path: string): unknown {
  let value: unknown = entry;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

export function textAt(entry: LooseEntry, path: string): string {
  const value = valueAt(entry, path);
  return typeof value === 'string' ? value : '';
}

export function textsAt(entry: LooseEntry, path: string): string[] {
  const value = valueAt(entry, path);
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** The entry with another value under a dotted key; undefined takes the key away. */
export function withValue(entry: LooseEntry, path: string, value: unknown): LooseEntry {
  return put(entry, path.split('.'), value) as LooseEntry;
}

function put(into: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
  if (Array.isArray(into)) {
    const at = Number(key);
    const next = rest.length === 0 ? value : put(into[at], rest, value);
    return next === undefined
      ? into.filter((_, index) => index !== at)
      : into.map((one, index) => (index === at ? next : one));
  }
  const object = typeof into === 'object' && into !== null ? (into as Record<string, unknown>) : {};
  const next = rest.length === 0 ? value : put(object[key], rest, value);
  if (next === undefined) return Object.fromEntries(Object.entries(object).filter(([each]) => each !== key));
  return { ...object, [key]: next };
}
