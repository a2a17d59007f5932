import { useQuery } from '@tanstack/react-query';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** The packs of the library in force, with their scenes and how many entries each has. */
export function usePacks() {
  const core = useCore();
  return useQuery({
    queryKey: ['library', 'packs'],
    queryFn: ({ signal }) => core.library.packs(undefined, { signal }),
  });
}
