import type { EntryKind } from '#contract/library/release.ts';
import type { EntryState, Facet } from '#contract/library-browse.ts';
import type { Stage } from '#contract/vocabulary.ts';

/** What the filters look at. */
export interface Traits {
  packId: string;
  kind: EntryKind;
  stage: Stage | null;
  scene: string | null;
  state: EntryState;
}

export interface Narrowing {
  packId?: string | undefined;
  kind?: EntryKind | undefined;
  stage?: Stage | undefined;
  scene?: string | undefined;
  state?: EntryState | undefined;
}

const dimensions = ['packId', 'kind', 'stage', 'scene', 'state'] as const;
type Dimension = (typeof dimensions)[number];

export interface Narrowed<Item> {
  items: Item[];
  /** For each filter: how many entries each of its values would leave, the other filters standing as they are. */
  counts: Record<Dimension, Map<string, number>>;
}

/** Keeps what passes every filter, in the given order, and counts what each other choice of one filter would leave. */
export function narrow<Item extends Traits>(all: readonly Item[], by: Narrowing): Narrowed<Item> {
  const items: Item[] = [];
  const counts = Object.fromEntries(
    dimensions.map((name) => [name, new Map<string, number>()]),
  ) as Narrowed<Item>['counts'];
  for (const item of all) {
    let failed: Dimension | null = null;
    let failures = 0;
    for (const name of dimensions) {
      if (by[name] === undefined || item[name] === by[name]) continue;
      failed = name;
      failures += 1;
    }
    if (failures === 0) items.push(item);
    for (const name of dimensions) {
      const value = item[name];
      if (value === null || failures > 1 || (failures === 1 && failed !== name)) continue;
      counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
  }
  return { items, counts };
}

/** Counts as the wire carries them, in the order of `values`; what nothing has is left out. */
export function facet(
  counts: ReadonlyMap<string, number>,
  values: readonly { value: string; label?: string }[],
): Facet {
  return values.flatMap((each) => {
    const entries = counts.get(each.value);
    return entries === undefined ? [] : [{ ...each, entries }];
  });
}
