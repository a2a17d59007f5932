import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AlertView } from '#contract/alerts.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { useAlerts } from './use-alerts.ts';

/** On every desk of the site while an alert is on: what it is, and what is said meanwhile. */
export function AlertBanner({
  onDetails,
  onOpenLine,
}: {
  onDetails: () => void;
  onOpenLine: (entryId: string) => void;
}) {
  const alerts = useAlerts().data ?? [];
  return alerts.map((alert) => (
    <AlertStrip key={alert.id} alert={alert} onDetails={onDetails} onOpenLine={onOpenLine} />
  ));
}

interface AlertStripProps {
  alert: AlertView;
  onDetails: () => void;
  onOpenLine: (entryId: string) => void;
}

function AlertStrip({ alert, onDetails, onOpenLine }: AlertStripProps) {
  const { t } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const queries = useQueryClient();
  const acknowledge = async () => {
    try {
      await core.alerts.acknowledge({ alertId: alert.id });
      void queries.invalidateQueries({ queryKey: ['alerts'] });
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
    }
  };
  return (
    <div className="px-3 pt-2">
      <Banner
        tone="warn"
        title={`${t('ordersBoard.alert.title')} · ${t(`ordersBoard.alert.kind.${alert.alertKind}`)} · ${t(`ordersBoard.alert.level.${alert.level}`)}`}
        action={
          <span className="flex gap-2">
            {alert.acknowledgedByMe ? null : (
              <Button size="small" onClick={() => void acknowledge()}>
                {t('ordersBoard.alert.acknowledge')}
              </Button>
            )}
            <Button size="small" onClick={onDetails}>
              {t('ordersBoard.alert.details')}
            </Button>
          </span>
        }
      >
        {alert.noticeLines.length > 0 ? (
          <p>
            {t('ordersBoard.alert.say')}{' '}
            {alert.noticeLines.map((line) => (
              <button
                key={line.entryId}
                type="button"
                lang="zh-CN"
                onClick={() => onOpenLine(line.entryId)}
                className="mr-2 rounded-small text-left underline decoration-edge-strong underline-offset-3"
              >
                {line.excerpt}
              </button>
            ))}
          </p>
        ) : null}
      </Banner>
    </div>
  );
}
