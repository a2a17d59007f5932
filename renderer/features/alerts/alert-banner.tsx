import { useTranslation } from 'react-i18next';
import type { AlertView } from '#contract/alerts.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { NoticeWords } from './notice-words.tsx';
import { useAlertCall, useAlerts } from './use-alerts.ts';

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
  const call = useAlertCall();
  return (
    <div className="px-3 pt-2">
      <Banner
        tone="warn"
        title={`${t('ordersBoard.alert.title')} · ${t(`ordersBoard.alert.kind.${alert.alertKind}`)} · ${t(`ordersBoard.alert.level.${alert.level}`)}`}
        action={
          <span className="flex gap-2">
            {alert.acknowledgedByMe ? null : (
              <Button size="small" onClick={() => void call(() => core.alerts.acknowledge({ alertId: alert.id }))}>
                {t('ordersBoard.alert.acknowledge')}
              </Button>
            )}
            <Button size="small" onClick={onDetails}>
              {t('ordersBoard.alert.details')}
            </Button>
          </span>
        }
      >
        <NoticeWords alert={alert} onOpenLine={onOpenLine} />
      </Banner>
    </div>
  );
}
