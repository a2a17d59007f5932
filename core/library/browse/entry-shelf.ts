import type { Release, ReleasedEntry } from '#contract/library/release.ts';
import type { LineUsability } from '#contract/library.ts';
import type { EntrySummary, NamedEntry } from '#contract/library-browse.ts';
import { entryKinds } from '#contract/library-browse.ts';
import type { Catalogue } from '../catalogue.ts';
import { PERSONAL_PACK, type Sayable } from '../personal/personal-wording.ts';
import { searchableBody } from '../search-documents.ts';
import { usabilityOn } from '../usability.ts';
import { excerptOf, namedIn, sceneOf, stageOf } from './entry-traits.ts';
import type { Traits } from './narrow.ts';

export interface ShelvedEntry extends Traits {
  released: ReleasedEntry;
}

/** The release laid out for browsing: by pack, within it by kind and scene; and who names whom. */
export interface EntryShelf {
  /** Everything in its order, with its state on a day (`YYYY-MM-DD`). */
  all(day: string): readonly ShelvedEntry[];
  summary(entry: ShelvedEntry, favourites: ReadonlySet<string>): EntrySummary;
  usability(released: ReleasedEntry, day: string): LineUsability;
  /** The entries that name this one, in the order of the shelf. */
  namedBy(entryId: string, day: string): NamedEntry[];
}

export function createEntryShelf(catalogue: Catalogue): EntryShelf {
  let shelved: { day: string; entries: ShelvedEntry[] } | null = null;
  let backlinks: Map<string, string[]> | null = null;
  let order: readonly ReleasedEntry[] | null = null;
  let of: Release | null = null;
  /** What was worked out of one release says nothing of the next. */
  const follow = () => {
    if (of === catalogue.release) return;
    of = catalogue.release;
    shelved = null;
    backlinks = null;
    order = null;
  };

  const usability = (released: ReleasedEntry, day: string): LineUsability => {
    const { provenance } = released.entry;
    const replacement = provenance.replacedBy === undefined ? null : catalogue.find(provenance.replacedBy);
    const own = usabilityOn(day, provenance);
    return replacement
      ? { ...own, replacedBy: { entryId: replacement.entry.id, title: replacement.entry.title } }
      : own;
  };
  const all = (day: string): readonly ShelvedEntry[] => {
    follow();
    if (shelved?.day === day) return shelved.entries;
    order ??= inShelfOrder(catalogue);
    const entries = order.map((released) => ({
      released,
      packId: released.packId,
      kind: released.entry.kind,
      stage: stageOf(released.entry),
      scene: sceneOf(released.entry),
      state: usabilityOn(day, released.entry.provenance).state,
    }));
    shelved = { day, entries };
    return entries;
  };

  return {
    all,
    usability,
    summary: ({ released, kind, stage, scene }, favourites) => ({
      entryId: released.entry.id,
      kind,
      title: released.entry.title,
      excerpt: excerptOf(released.entry, catalogue.fragments),
      packTitle: catalogue.packTitle(released.packId),
      sceneLabel: scene === null ? '' : catalogue.sceneLabel(released.packId, scene),
      ...(stage === null ? {} : { stage }),
      usability: usability(released, shelved?.day ?? ''),
      favourite: favourites.has(released.entry.id),
      unverified: released.entry.kind === 'article' && !released.entry.verified,
    }),
    namedBy(entryId, day) {
      follow();
      if (!backlinks) {
        backlinks = new Map();
        for (const released of catalogue.release.entries) {
          for (const named of namedIn(released)) {
            const from = backlinks.get(named) ?? [];
            if (from.length === 0) backlinks.set(named, from);
            from.push(released.entry.id);
          }
        }
      }
      const naming = new Set(backlinks.get(entryId) ?? []);
      if (naming.size === 0) return [];
      return all(day).flatMap(({ released, kind, state }) =>
        naming.has(released.entry.id)
          ? [
              {
                entryId: released.entry.id,
                kind,
                title: released.entry.title,
                packTitle: catalogue.packTitle(released.packId),
                state,
              },
            ]
          : [],
      );
    },
  };
}

/** Packs of the team's own language first, those for customers of another one after them. */
export function packsInOrder({ packs }: Release): Release['packs'] {
  return [...packs].sort((a, b) => Number(a.locale === 'en') - Number(b.locale === 'en'));
}

function inShelfOrder({ release }: Catalogue): ReleasedEntry[] {
  const packs = new Map(
    packsInOrder(release).map((pack, place) => [pack.id, { place, scenes: pack.scenes.map(({ id }) => id) }]),
  );
  const kindPlace = new Map(entryKinds.map((kind, place) => [kind, place]));
  return release.entries
    .map((released, place) => {
      const pack = packs.get(released.packId);
      const scene = sceneOf(released.entry);
      const rank = [
        pack?.place ?? 0,
        kindPlace.get(released.entry.kind) ?? 0,
        pack?.scenes.indexOf(scene ?? '') ?? 0,
        place,
      ];
      return { released, rank };
    })
    .sort((a, b) => {
      const at = a.rank.findIndex((part, index) => part !== b.rank[index]);
      return at < 0 ? 0 : (a.rank[at] ?? 0) - (b.rank[at] ?? 0);
    })
    .map(({ released }) => released);
}

/** One's own line as the library lists it. */
export function personalSummary(
  catalogue: Catalogue,
  { entry }: Sayable,
  favourites: ReadonlySet<string>,
): Traits & { summary: EntrySummary } {
  const summary: EntrySummary = {
    entryId: entry.id,
    kind: 'line',
    title: entry.title,
    excerpt: searchableBody(entry).split('\n', 1)[0] ?? '',
    packTitle: '',
    sceneLabel: catalogue.anySceneLabel(entry.scene),
    ...(entry.stage ? { stage: entry.stage } : {}),
    usability: { state: 'inForce' },
    favourite: favourites.has(entry.id),
    unverified: false,
  };
  const traits = {
    packId: PERSONAL_PACK,
    kind: 'line' as const,
    stage: entry.stage ?? null,
    state: 'inForce' as const,
  };
  return { ...traits, scene: entry.scene === '' ? null : entry.scene, summary };
}
