import { useTranslation } from 'react-i18next';
import type { AlertView } from '#contract/alerts.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useAlertCall } from './use-alerts.ts';

interface NoticeWordsProps {
  alert: AlertView;
  /** Opens a line that asks for what concerns the customer. */
  onOpenLine: ((entryId: string) => void) | null;
}

/** What is said while an alert is on: whole sentences with a copy each; what is not filled in yet is only named. */
export function NoticeWords({ alert, onOpenLine }: NoticeWordsProps) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const call = useAlertCall();
  if (alert.noticeLines.length === 0) return null;
  const copy = async (entryId: string) => {
    const copied = await call(() => core.alerts.copyLine({ alertId: alert.id, entryId }));
    if (!copied) return;
    await window.counterpartShell.copyText(copied.text);
    tell({ tone: 'done', title: t('watch.alert.copied') });
  };
  return (
    <div>
      <p className="font-semibold">{t('ordersBoard.alert.say')}</p>
      <ul className="flex flex-col gap-1">
        {alert.noticeLines.map(({ entryId, kind, title, excerpt }) => (
          <li key={entryId} className="flex flex-wrap items-center gap-x-2 gap-y-1" lang="zh-CN">
            {excerpt !== '' ? (
              <>
                <span className="min-w-0 flex-1 basis-64 text-field [overflow-wrap:anywhere] [word-break:keep-all]">
                  {excerpt}
                </span>
                <Button
                  size="small"
                  aria-label={`${t('watch.alert.copy')} ${title}`}
                  onClick={() => void copy(entryId)}
                >
                  {t('watch.alert.copy')}
                </Button>
              </>
            ) : kind === 'notice' ? (
              <span className="text-ink-2">{t('watch.alert.wait', { title })}</span>
            ) : onOpenLine ? (
              <Button size="small" look="quiet" onClick={() => onOpenLine(entryId)}>
                {t('watch.alert.openLine', { title })}
              </Button>
            ) : (
              <span>{title}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
