import { useQuery } from '@tanstack/react-query';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** The backups of this desk and how the last one went. */
export function useBackups() {
  const core = useCore();
  return useQuery({
    queryKey: ['backups', 'overview'],
    queryFn: ({ signal }) => core.backups.overview(undefined, { signal }),
  });
}
