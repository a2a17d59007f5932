import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { useTell } from '#renderer/ui/notice.tsx';

/** Alerts in force at this site, the loudest first. */
export function useAlerts() {
  const core = useCore();
  return useQuery({
    queryKey: ['alerts', 'list'],
    queryFn: ({ signal }) => core.alerts.list(undefined, { signal }),
  });
}

/** Makes a call about alerts and reads them again; undefined when it failed, which is told. */
export function useAlertCall() {
  const queries = useQueryClient();
  const tell = useTell();
  const { t } = useTranslation();
  return async <Answer>(call: () => Promise<Answer>): Promise<Answer | undefined> => {
    try {
      const answer = await call();
      for (const topic of ['alerts', 'reminders']) void queries.invalidateQueries({ queryKey: [topic] });
      return answer;
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
      return undefined;
    }
  };
}
