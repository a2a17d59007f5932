import { useTranslation } from 'react-i18next';
import { useConnectionState } from '#renderer/core-client/core-provider.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { useStartTrouble } from './use-start-trouble.ts';
import { useSystemStatus } from './use-system-status.ts';

/** Says that the core is away or the disk full, that nothing is lost, and that it comes back by itself. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const connection = useConnectionState();
  const status = useSystemStatus().data;
  const away = connection.kind === 'unavailable' ? connection : null;
  const trouble = useStartTrouble();
  if (away === null && status?.storage !== 'full') return null;
  return (
    <div className="border-b border-edge bg-panel px-4.5 py-2">
      {away === null ? (
        <Banner tone="warn" title={t('trouble.full.title')}>
          <p>{t('trouble.full.text')}</p>
        </Banner>
      ) : (
        <Banner tone="warn" title={trouble?.title ?? t('system.away')}>
          {trouble?.detail ? <p>{trouble.detail}</p> : null}
          {trouble ? <p>{trouble.kept}</p> : null}
          <p>{trouble?.next ?? t('system.awayText')}</p>
        </Banner>
      )}
    </div>
  );
}
