import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import type { CoreClient } from '#renderer/core-client/core-connection.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { useTell } from '#renderer/ui/notice.tsx';

const MINUTE_MS = 60_000;

export function useDrillToday() {
  const core = useCore();
  return useQuery({
    queryKey: ['drill', 'today'],
    queryFn: ({ signal }) => core.drill.today(undefined, { signal }),
    // Nothing tells that a new day began, and a desk stays on over night.
    staleTime: 0,
    refetchInterval: MINUTE_MS,
  }).data;
}

/** Any command of the slice; tells the person where it failed, and answers null then. */
export function useDrillCall() {
  const { t } = useTranslation();
  const core = useCore();
  const queries = useQueryClient();
  const tell = useTell();
  return async <Answer>(work: (calls: CoreClient['drill']) => Promise<Answer>): Promise<Answer | null> => {
    try {
      const answer = await work(core.drill);
      await queries.invalidateQueries({ queryKey: ['drill', 'today'] });
      return answer;
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
      return null;
    }
  };
}
