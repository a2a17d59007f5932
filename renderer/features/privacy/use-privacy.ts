import { useQuery } from '@tanstack/react-query';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** How long data is kept, what was erased, and whether an erasure is still being finished. */
export function usePrivacy() {
  const core = useCore();
  return useQuery({
    queryKey: ['privacy', 'overview'],
    queryFn: ({ signal }) => core.privacy.overview(undefined, { signal }),
  });
}
