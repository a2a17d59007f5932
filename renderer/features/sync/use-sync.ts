import { useQuery } from '@tanstack/react-query';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** How this desk and its server stand. */
export function useSyncStatus() {
  const core = useCore();
  return useQuery({
    queryKey: ['sync', 'status'],
    queryFn: ({ signal }) => core.sync.status(undefined, { signal }),
  });
}
