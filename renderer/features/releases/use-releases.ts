import { useQuery } from '@tanstack/react-query';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** Where releases come from, and what waits for a signature. */
export function usePublishingStatus() {
  const core = useCore();
  return useQuery({
    queryKey: ['releases', 'status'],
    queryFn: ({ signal }) => core.releases.status(undefined, { signal }),
  });
}

/** How many updates the person at the desk has not looked at. */
export function useUnread(): number {
  const core = useCore();
  const { data } = useQuery({
    queryKey: ['releases', 'unread'],
    queryFn: ({ signal }) => core.releases.unread(undefined, { signal }),
  });
  return data?.releases ?? 0;
}

export function useAppliedReleases() {
  const core = useCore();
  return useQuery({
    queryKey: ['releases', 'applied'],
    queryFn: ({ signal }) => core.releases.applied({}, { signal }),
  });
}
