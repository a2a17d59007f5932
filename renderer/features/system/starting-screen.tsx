import { useTranslation } from 'react-i18next';
import { useConnectionState } from '#renderer/core-client/core-provider.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { useStartTrouble } from './use-start-trouble.ts';

/** What the window shows until the core has answered; says what it waits for when that takes long. */
export function StartingScreen() {
  const { t } = useTranslation();
  const connection = useConnectionState();
  const blocked = connection.kind === 'unavailable' && connection.reason === 'dataFolder' ? connection : null;
  const trouble = useStartTrouble(blocked?.failure, blocked?.detail);
  return (
    <main className="grid h-full place-items-center p-6">
      {blocked ? (
        <div className="max-w-[36rem]">
          <h1 className="sr-only">{t('frame.product')}</h1>
          <Banner tone="warn" title={trouble.title}>
            {trouble.detail ? <p>{trouble.detail}</p> : null}
            <p>{trouble.text}</p>
          </Banner>
        </div>
      ) : (
        <p role="status" className="late-appear text-body text-ink-2">
          {connection.kind === 'unavailable' ? t('system.connectingLong') : t('system.starting')}
        </p>
      )}
    </main>
  );
}
