import { MessageSquarePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import type { Asked } from './results.ts';
import { useReportMissing } from './use-report-missing.ts';

/** Says that nothing fits, and offers the two things that help: search wider, or tell the lead what is missing. */
export function NothingFound({ asked, near }: { asked: Asked; near: boolean }) {
  const { t } = useTranslation();
  const { dispatch } = useDeskActions();
  const report = useReportMissing();
  const text = asked.text.trim();
  const filtered = asked.channel !== null || asked.scene !== null;
  return (
    <section className="mb-2 flex flex-col items-start gap-1.5 rounded-base bg-warn-soft px-3.5 py-3">
      <p className="text-body font-semibold text-warn">
        {near ? t('search.nearTitle', { text }) : t('search.noneTitle', { text })}
      </p>
      <p className="text-note text-ink-2">{near ? t('search.nearText') : t('search.noneText')}</p>
      <div className="mt-1 flex flex-wrap gap-2">
        <Button size="small" onClick={report}>
          <MessageSquarePlus className="size-4" aria-hidden />
          {t('search.report')}
          <KeyOf id="reportMissing" />
        </Button>
        {filtered ? (
          <Button
            size="small"
            onClick={() => {
              dispatch({ type: 'channelChosen', channel: null });
              dispatch({ type: 'sceneChosen', scene: null });
            }}
          >
            {t('search.clearFilters')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
