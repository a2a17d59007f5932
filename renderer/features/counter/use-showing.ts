import { useQuery } from '@tanstack/react-query';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** Whether a slip stands before the customer now. */
export function useShowing(): boolean {
  const core = useCore();
  const query = useQuery({
    queryKey: ['counter', 'shown'],
    queryFn: ({ signal }) => core.counter.shown(undefined, { signal }),
  });
  return query.data?.showing ?? false;
}
