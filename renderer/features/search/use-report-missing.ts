import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/app/desk-provider.tsx';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { useTell } from '#renderer/ui/notice.tsx';

const LONGEST = 200;

/** Tells the lead what was searched for in vain; what is in the box stays there. */
export function useReportMissing(): () => void {
  const core = useCore();
  const tell = useTell();
  const { t } = useTranslation();
  const { state, focusSearch } = useDesk();
  const text = state.text.trim().slice(0, LONGEST);
  const { channel, scene } = state;
  return useCallback(() => {
    if (text === '') return;
    const report = { text, ...(channel === null ? {} : { channel }), ...(scene === null ? {} : { scene }) };
    core.library.reportMissing(report).then(
      () => {
        tell({ tone: 'done', title: t('search.reported'), detail: t('search.reportedText', { text }) });
        focusSearch();
      },
      (error: unknown) => tell(failureNotice(toFailure(error).code, t)),
    );
  }, [core, tell, t, text, channel, scene, focusSearch]);
}
