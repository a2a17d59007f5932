import { useQuery } from '@tanstack/react-query';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** How this desk is: its journal, its key, its release. */
export function useSystemStatus() {
  const core = useCore();
  return useQuery({
    queryKey: ['system', 'status'],
    queryFn: ({ signal }) => core.system.status(undefined, { signal }),
  });
}
