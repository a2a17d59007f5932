import { diffChars } from 'diff';
import type { Entry } from '#contract/library/release.ts';
import type { EntryChange, TextPart } from '#contract/library-exchange.ts';
import { readableValue } from '../key-words.ts';
import { columnByKey } from './columns.ts';
import { sameValue } from './entry-shape.ts';

/** Beyond this many characters of difference two texts are shown as one taken away and one put in. */
const MOST_EDITS = 2_000;

/** What differs between two states of an entry, key by key, texts character by character. */
export function entryDiff(before: Entry, after: Entry): EntryChange[] {
  const old = leaves(before);
  const now = leaves(after);
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  return paths.flatMap((path): EntryChange[] => {
    const [was, is] = [old.get(path), now.get(path)];
    if (sameValue(was, is)) return [];
    const [from, to] = [shown(was), shown(is)];
    const label = columnByKey(path)?.label ?? path;
    return [{ path, label, before: from, after: to, parts: textDiff(from ?? '', to ?? '') }];
  });
}

export function textDiff(before: string, after: string): TextPart[] {
  const found = diffChars(before, after, { maxEditLength: MOST_EDITS });
  const parts: TextPart[] = found
    ? found.map(({ value, added, removed }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }))
    : [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ];
  return parts.filter(({ text }) => text !== '');
}

/** Lists and what stands in them are compared as a whole; only objects are opened. */
function leaves(value: object, path = ''): Map<string, unknown> {
  return new Map(
    Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
      const at = path === '' ? key : `${path}.${key}`;
      if (inner === undefined) return [];
      const opened = typeof inner === 'object' && inner !== null && !Array.isArray(inner) && key !== 'occasion';
      return opened ? [...leaves(inner as object, at)] : [[at, inner]];
    }),
  );
}

function shown(value: unknown): string | null {
  if (value === undefined) return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join('、');
  // An item a line, so that the one that changed is seen.
  if (Array.isArray(value)) return value.map((item) => readableValue(item)).join('\n');
  return readableValue(value);
}
