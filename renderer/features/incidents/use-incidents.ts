import { useQuery } from '@tanstack/react-query';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** Incidents to come and in force, the loudest first. */
export function useIncidents() {
  const core = useCore();
  return useQuery({
    queryKey: ['incidents', 'list'],
    queryFn: ({ signal }) => core.incidents.list(undefined, { signal }),
  });
}
