import { queryOptions, useQuery } from '@tanstack/react-query';
import type { CoreClient } from '#renderer/core-client/core-connection.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** How this desk is: its journal, its key, its release. */
export function statusQuery(core: CoreClient) {
  return queryOptions({
    queryKey: ['system', 'status'],
    queryFn: ({ signal }) => core.system.status(undefined, { signal }),
  });
}

export function useSystemStatus() {
  return useQuery(statusQuery(useCore()));
}
