import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Behind, InsightQuery } from '#contract/insight/views.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** Figures of days need no haste: they are read again once a minute while somebody looks at them. */
const READ_AGAIN_MS = 60_000;

export function useFigures(query: InsightQuery) {
  const core = useCore();
  return useQuery({
    queryKey: ['insight', 'figures', query],
    queryFn: ({ signal }) => core.insight.figures(query, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: READ_AGAIN_MS,
  });
}

export function useInsightChoices() {
  const core = useCore();
  return useQuery({ queryKey: ['insight', 'choices'], queryFn: ({ signal }) => core.insight.choices({}, { signal }) });
}

/** What a list behind a figure is asked for. */
export interface AskedBehind {
  readonly what: Behind;
  readonly key: string | null;
}

export function useBehind(query: InsightQuery, { what, key }: AskedBehind) {
  const core = useCore();
  return useInfiniteQuery({
    queryKey: ['insight', 'behind', query, what, key],
    queryFn: ({ pageParam, signal }) => core.insight.behind({ ...query, what, key, after: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}
