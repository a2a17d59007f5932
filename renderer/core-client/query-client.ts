import { notifyManager, QueryClient } from '@tanstack/react-query';
import { toFailure } from './call-failure.ts';

// What a step answered is drawn before anything that waited for that step: a field never shows its old value in between.
notifyManager.setScheduler(queueMicrotask);

/**
 * The cache of everything read from the core. Keys begin with the topic of `system.changes` that makes them stale.
 * The core is on this machine, so being offline pauses nothing and nothing is polled.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => toFailure(error).code === 'timedOut' && count < 1,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
