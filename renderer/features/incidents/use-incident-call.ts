import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { useTell } from '#renderer/ui/notice.tsx';

/** Makes a call about incidents and reads them again; undefined when it failed, which is told. */
export function useIncidentCall() {
  const queries = useQueryClient();
  const tell = useTell();
  const { t } = useTranslation();
  return async <Answer>(call: () => Promise<Answer>): Promise<Answer | undefined> => {
    try {
      const answer = await call();
      await queries.invalidateQueries({ queryKey: ['incidents'] });
      return answer;
    } catch (error) {
      const failure = toFailure(error);
      const notice = failureNotice(failure.code, t);
      tell(
        failure.code === 'incidentRefused'
          ? { ...notice, detail: t(`incidents.form.refused.${failure.data.why}`) }
          : notice,
      );
      return undefined;
    }
  };
}
