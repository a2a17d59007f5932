import type { Forbidden } from '#contract/library/forbidden.ts';
import type { Courtesy, Line } from '#contract/library/line.ts';
import type { Entry, Release, ReleasedEntry } from '#contract/library/release.ts';

export type Wording = Line | Courtesy;
export type ReleasedWording = ReleasedEntry & { entry: Wording };

/** One release in memory, looked up by what the desk asks for. */
export interface Catalogue {
  readonly release: Release;
  /** Lines and courtesy phrases in the order of the release. */
  readonly wordings: readonly ReleasedWording[];
  readonly forbidden: readonly Forbidden[];
  find(entryId: string): ReleasedEntry | null;
  findWording(entryId: string): ReleasedWording | null;
  packTitle(packId: string): string;
  sceneLabel(packId: string, sceneId: string): string;
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
  return {
    release,
    wordings: release.entries.filter(holdsWording),
    forbidden: release.entries.flatMap(({ entry }) => (entry.kind === 'forbidden' ? [entry] : [])),
    find: (entryId) => byId.get(entryId) ?? null,
    findWording(entryId) {
      const released = byId.get(entryId);
      return released && holdsWording(released) ? released : null;
    },
    packTitle: (packId) => packs.get(packId)?.title ?? packId,
    sceneLabel: (packId, sceneId) => packs.get(packId)?.scenes.find((scene) => scene.id === sceneId)?.label ?? sceneId,
  };
}
