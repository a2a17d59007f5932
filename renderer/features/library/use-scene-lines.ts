import { useQuery } from '@tanstack/react-query';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** The most one list of the core carries. */
const MOST = 50;

/** The lines of one scene of a pack. Scene ids may repeat between packs, so others' lines are left out here. */
export function useSceneLines(packTitle: string, scene: string) {
  const core = useCore();
  return useQuery({
    queryKey: ['library', 'scene', scene],
    queryFn: ({ signal }) => core.library.atHand({ scene, limit: MOST }, { signal }),
    select: (lines) => lines.filter((line) => line.packTitle === packTitle),
  });
}
