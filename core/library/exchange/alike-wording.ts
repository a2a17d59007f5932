import type { FileNote } from '#contract/import-reasons.ts';
import type { Entry } from '#contract/library/release.ts';
import type { Alike, ImportItem } from '#contract/library-exchange.ts';
import { NEAR_DUPLICATE, trigrams } from '../validate/near-duplicates.ts';
import { SPOKEN, type Spoken, wordings } from '../validate/wording.ts';
import type { LibrarySnapshot } from './snapshot.ts';

/** What of an entry is held beside another: its standard variant, its short one, all of it. */
const VIEWS: readonly ((entry: Spoken) => string)[] = [
  (entry) => entry.variants.standard,
  (entry) => entry.variants.short,
  (entry) =>
    wordings(entry)
      .map(({ text }) => text)
      .join('\n'),
];
const MOST_SHOWN = 3;
/** Beyond this many pairs a file is made of one sentence with other numbers; the rest is not looked at. */
const MOST_PAIRS = 400_000;

/**
 * Marks accepted items whose wording is nearly that of an entry which stays in the library, or of an earlier item: the rule
 * of near-duplicates, for a person to weigh. `note` says so when there was too much to compare.
 */
export function withAlike(
  items: readonly ImportItem[],
  library: LibrarySnapshot,
): { items: ImportItem[]; note: FileNote | null } {
  const accepted = items.flatMap((item) => ('entry' in item && isSpoken(item.entry) ? [item.entry] : []));
  if (accepted.length === 0) return { items: [...items], note: null };
  const theirs = new Set(accepted.map(({ id }) => id));
  const kept = library.entries.flatMap(({ entry }) => (isSpoken(entry) && !theirs.has(entry.id) ? [entry] : []));
  const found = new Map<string, Map<Spoken, number>>();
  let complete = true;
  for (const view of VIEWS) complete = compare(kept, accepted, view, found) && complete;
  const marked = items.map((item): ImportItem => {
    const alike = 'entry' in item ? closest(found.get(item.entry.id)) : [];
    return 'entry' in item && alike.length > 0 ? { ...item, alike } : item;
  });
  return { items: marked, note: complete ? null : { key: 'notAllCompared' } };
}

function isSpoken(entry: Entry): entry is Spoken {
  return (SPOKEN as readonly string[]).includes(entry.kind);
}

function closest(found: ReadonlyMap<Spoken, number> | undefined): Alike[] {
  return [...(found ?? [])]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_SHOWN)
    .map(([{ id, title }, alike]) => ({ entryId: id, title, percent: Math.min(100, Math.round(alike * 100)) }));
}

/**
 * Adds every pair that is alike enough. Two sets whose Jaccard reaches the threshold share one of their rarest trigrams, the
 * first |x| − ⌈0.6·|x|⌉ + 1 of each: only entries that do are held side by side. False when it stopped early.
 */
function compare(
  kept: readonly Spoken[],
  accepted: readonly Spoken[],
  view: (entry: Spoken) => string,
  found: Map<string, Map<Spoken, number>>,
): boolean {
  const sets = [...kept, ...accepted].map((entry) => ({ entry, grams: trigrams(view(entry)) }));
  const frequency = new Map<string, number>();
  for (const { grams } of sets) for (const gram of grams) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const holders = new Map<string, number[]>();
  const same = new Map<string, Spoken>();
  let pairs = 0;
  for (const [index, { entry, grams }] of sets.entries()) {
    if (grams.size === 0) continue;
    // The same but for names and numbers: held beside the first of them only, or a file of one sentence would never end.
    const key = [...grams].sort().join('');
    const first = same.get(key);
    if (first) {
      if (index >= kept.length) keep(found, entry, first, 1);
      continue;
    }
    same.set(key, entry);
    const prefix = [...grams]
      .sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1))
      .slice(0, grams.size - Math.ceil(NEAR_DUPLICATE * grams.size) + 1);
    if (index >= kept.length) {
      const candidates = new Set(prefix.flatMap((gram) => holders.get(gram) ?? []));
      for (const candidate of candidates) {
        const other = sets[candidate];
        if (!other) continue;
        pairs += 1;
        if (pairs > MOST_PAIRS) return false;
        const alike = jaccard(grams, other.grams);
        if (alike >= NEAR_DUPLICATE) keep(found, entry, other.entry, alike);
      }
    }
    for (const gram of prefix) {
      const known = holders.get(gram);
      if (known) known.push(index);
      else holders.set(gram, [index]);
    }
  }
  return true;
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared += 1;
  return shared / (a.size + b.size - shared);
}

/** Keeps the closest few, so that a file of one sentence over and over does not fill the memory. */
function keep(found: Map<string, Map<Spoken, number>>, entry: Spoken, other: Spoken, alike: number): void {
  const own = found.get(entry.id) ?? new Map<Spoken, number>();
  found.set(entry.id, own);
  const known = own.get(other);
  if (known !== undefined) {
    own.set(other, Math.max(known, alike));
  } else if (own.size < MOST_SHOWN) own.set(other, alike);
  else {
    const [farthest, least] = [...own].reduce((low, each) => (each[1] < low[1] ? each : low));
    if (alike > least) {
      own.delete(farthest);
      own.set(other, alike);
    }
  }
}
