import type { Forbidden } from '#contract/library/forbidden.ts';
import type { Courtesy, Line } from '#contract/library/line.ts';
import type { Entry, Release, ReleasedEntry } from '#contract/library/release.ts';
import type { Synonyms } from '#contract/library/synonyms.ts';
import type { Fragments } from './template-engine.ts';

export type Wording = Line | Courtesy;
export type ReleasedWording = ReleasedEntry & { entry: Wording };

/** One release in memory, looked up by what the desk asks for. */
export interface Catalogue {
  readonly release: Release;
  /** Lines and courtesy phrases in the order of the release. */
  readonly wordings: readonly ReleasedWording[];
  readonly forbidden: readonly Forbidden[];
  /** Texts that wordings take in, by the ids of their fragments. */
  readonly fragments: Fragments;
  /** What customers call things, for the search; lists held out for measuring are not among them. */
  readonly synonyms: Synonyms['groups'];
  readonly stopPhrases: readonly string[];
  find(entryId: string): ReleasedEntry | null;
  findWording(entryId: string): ReleasedWording | null;
  packTitle(packId: string): string;
  localeOf(packId: string): Release['packs'][number]['locale'] | null;
  sceneLabel(packId: string, sceneId: string): string;
  /** The label of a scene in whichever pack has it first; empty where none does. */
  anySceneLabel(sceneId: string): string;
}

export function isWording(entry: Entry): entry is Wording {
  return entry.kind === 'line' || entry.kind === 'courtesy';
}

function holdsWording(released: ReleasedEntry): released is ReleasedWording {
  return isWording(released.entry);
}

/** Indexes a release for look-ups by id; the release itself is not copied. */
export function createCatalogue(release: Release): Catalogue {
  const byId = new Map(release.entries.map((released) => [released.entry.id, released]));
  const packs = new Map(release.packs.map((pack) => [pack.id, pack]));
  const entries = release.entries.map(({ entry }) => entry);
  const standing = entries.filter(({ provenance }) => provenance.review !== 'withdrawn');
  return {
    release,
    wordings: release.entries.filter(holdsWording),
    forbidden: entries.flatMap((entry) => (entry.kind === 'forbidden' ? [entry] : [])),
    fragments: Object.fromEntries(
      entries.flatMap((entry) => (entry.kind === 'fragment' ? [[entry.id, entry.text]] : [])),
    ),
    synonyms: standing.flatMap((entry) => (entry.kind === 'synonyms' && !entry.heldOut ? entry.groups : [])),
    stopPhrases: standing.flatMap((entry) => (entry.kind === 'stopPhrases' ? entry.phrases : [])),
    find: (entryId) => byId.get(entryId) ?? null,
    findWording(entryId) {
      const released = byId.get(entryId);
      return released && holdsWording(released) ? released : null;
    },
    packTitle: (packId) => packs.get(packId)?.title ?? packId,
    localeOf: (packId) => packs.get(packId)?.locale ?? null,
    sceneLabel: (packId, sceneId) => packs.get(packId)?.scenes.find((scene) => scene.id === sceneId)?.label ?? sceneId,
    anySceneLabel: (sceneId) =>
      release.packs.flatMap(({ scenes }) => scenes).find(({ id }) => id === sceneId)?.label ?? '',
  };
}
