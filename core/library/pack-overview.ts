import type { InferContractRouterOutputs } from '@orpc/contract';
import type { libraryContract } from '#contract/library.ts';
import type { Catalogue } from './catalogue.ts';

type PackOverview = InferContractRouterOutputs<typeof libraryContract>['packs'];

/** The packs that hold wording to say, with their scenes and how many lines each has. */
export function packOverview({ release, wordings }: Catalogue): PackOverview {
  return release.packs.flatMap((pack) => {
    const own = wordings.filter(({ packId }) => packId === pack.id);
    if (own.length === 0) return [];
    const scenes = pack.scenes.flatMap((scene) => {
      const entries = own.filter(({ entry }) => entry.scene === scene.id).length;
      return entries === 0 ? [] : [{ ...scene, entries }];
    });
    return [{ packId: pack.id, title: pack.title, description: pack.description, entries: own.length, scenes }];
  });
}
