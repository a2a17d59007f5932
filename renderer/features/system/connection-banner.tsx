import { useTranslation } from 'react-i18next';
import { useConnectionState } from '#renderer/core-client/core-provider.tsx';
import { Banner } from '#renderer/ui/banner.tsx';

/** Says that the core is away, that nothing typed is lost, and that it comes back by itself. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const connection = useConnectionState();
  if (connection.kind !== 'unavailable') return null;
  const folder = connection.reason === 'dataFolder';
  return (
    <div className="border-b border-edge bg-panel px-4.5 py-2">
      <Banner tone="warn" title={folder ? t('system.dataFolder') : t('system.away')}>
        {folder && connection.detail ? <p>{connection.detail}</p> : null}
        <p>{folder ? t('system.dataFolderText') : t('system.awayText')}</p>
      </Banner>
    </div>
  );
}
