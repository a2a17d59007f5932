import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import type { CoreClient } from '#renderer/core-client/core-connection.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { useTell } from '#renderer/ui/notice.tsx';

/** What the person has in hand, what waits and what was left; looked at again every minute, because closing time comes by itself. */
export function useShift() {
  const core = useCore();
  return useQuery({
    queryKey: ['workOrders', 'shift'],
    queryFn: ({ signal }) => core.workOrders.shift(undefined, { signal }),
    refetchInterval: 60_000,
  });
}

/** Makes a call about orders and reads everything about them again; undefined when it failed, which is told. */
export function useOrdersCall() {
  const core = useCore();
  const queries = useQueryClient();
  const tell = useTell();
  const { t } = useTranslation();
  return async <Answer>(call: (core: CoreClient) => Promise<Answer>): Promise<Answer | undefined> => {
    try {
      const answer = await call(core);
      for (const topic of ['workOrders', 'people', 'conversation'])
        void queries.invalidateQueries({ queryKey: [topic] });
      return answer;
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
      return undefined;
    }
  };
}
