import { useQuery } from '@tanstack/react-query';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** Alerts in force at this site, the loudest first. */
export function useAlerts() {
  const core = useCore();
  return useQuery({
    queryKey: ['alerts', 'list'],
    queryFn: ({ signal }) => core.alerts.list(undefined, { signal }),
  });
}
