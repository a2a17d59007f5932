import type { Release } from '#contract/library/release.ts';
import { type Catalogue, createCatalogue } from '../library/catalogue.ts';

/** The catalogue of whichever release is in force: what holds it sees the next one without being made anew. */
export interface LiveCatalogue {
  readonly catalogue: Catalogue;
  /** Version, hash and size of the release in force, as they are at the moment they are read. */
  readonly facts: { readonly version: string; readonly releaseHash: string; readonly entries: number };
  exchange(release: Release, releaseHash: string): void;
}

/** What is worked out of a release and kept belongs to `catalogue.release`, which is another object after an exchange. */
export function createLiveCatalogue(first: Release, firstHash: string): LiveCatalogue {
  let now = createCatalogue(first);
  let hash = firstHash;
  return {
    catalogue: {
      get release() {
        return now.release;
      },
      get wordings() {
        return now.wordings;
      },
      get forbidden() {
        return now.forbidden;
      },
      get fragments() {
        return now.fragments;
      },
      get synonyms() {
        return now.synonyms;
      },
      get stopPhrases() {
        return now.stopPhrases;
      },
      find: (entryId) => now.find(entryId),
      findWording: (entryId) => now.findWording(entryId),
      packTitle: (packId) => now.packTitle(packId),
      localeOf: (packId) => now.localeOf(packId),
      sceneLabel: (packId, sceneId) => now.sceneLabel(packId, sceneId),
      anySceneLabel: (sceneId) => now.anySceneLabel(sceneId),
    },
    facts: {
      get version() {
        return now.release.version;
      },
      get releaseHash() {
        return hash;
      },
      get entries() {
        return now.release.entries.length;
      },
    },
    exchange(release, releaseHash) {
      now = createCatalogue(release);
      hash = releaseHash;
    },
  };
}
