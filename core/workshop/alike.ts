import type { Entry, Release } from '#contract/library/release.ts';
import type { Alike } from '#contract/library-exchange.ts';
import { NEAR_DUPLICATE, trigrams } from '../library/validate/near-duplicates.ts';
import { SPOKEN, type Spoken } from '../library/validate/wording.ts';

const SHOWN = 3;
type Views = readonly [standard: ReadonlySet<string>, short: ReadonlySet<string>];

/** Finds wording of a release that says nearly the same; what it knows of the release is worked out once. */
export function createAlike() {
  let known: { of: Release; views: Map<Spoken, Views> } | null = null;

  return (release: Release, entryId: string, variants: { standard: string; short: string }): Alike[] => {
    if (known?.of !== release) known = { of: release, views: viewsOf(release) };
    const mine = [trigrams(variants.standard), trigrams(variants.short)] as const;
    const found: Alike[] = [];
    for (const [other, theirs] of known.views) {
      if (other.id === entryId) continue;
      const alike = Math.max(jaccard(mine[0], theirs[0]), jaccard(mine[1], theirs[1]));
      if (alike >= NEAR_DUPLICATE)
        found.push({ entryId: other.id, title: other.title, percent: Math.round(alike * 100) });
    }
    return found.sort((a, b) => b.percent - a.percent).slice(0, SHOWN);
  };
}

function viewsOf(release: Release): Map<Spoken, Views> {
  const spoken = release.entries.flatMap(({ entry }) => (isSpoken(entry) ? [entry] : []));
  return new Map(spoken.map((entry) => [entry, [trigrams(entry.variants.standard), trigrams(entry.variants.short)]]));
}

const isSpoken = (entry: Entry): entry is Spoken => (SPOKEN as readonly string[]).includes(entry.kind);

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  if (Math.min(a.size, b.size) < NEAR_DUPLICATE * Math.max(a.size, b.size)) return 0;
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared += 1;
  return shared / (a.size + b.size - shared);
}
