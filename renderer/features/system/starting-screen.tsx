import { FolderX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useConnectionState } from '#renderer/core-client/core-provider.tsx';
import { useStartTrouble } from './use-start-trouble.ts';

/** What the window shows until the core has answered; says what it waits for when that takes long, or why it cannot be. */
export function StartingScreen() {
  const { t } = useTranslation();
  const connection = useConnectionState();
  const trouble = useStartTrouble();
  if (trouble === null) {
    return (
      <main className="grid h-full place-items-center p-6">
        <p role="status" className="late-appear text-body text-ink-2">
          {connection.kind === 'unavailable' ? t('system.connectingLong') : t('system.starting')}
        </p>
      </main>
    );
  }
  return (
    <div className="flex h-full flex-col overflow-y-auto">
      <main className="m-auto w-full max-w-[38rem] px-6 py-10">
        <FolderX className="mb-3 size-8 text-warn" aria-hidden />
        <div role="alert">
          <h1 className="text-title font-bold text-balance">{trouble.title}</h1>
          {trouble.detail ? <p className="mt-1 text-body text-ink-2 select-text">{trouble.detail}</p> : null}
          <p className="mt-1 text-body text-pretty text-ink-2">{trouble.kept}</p>
          <h2 className="mt-6 text-head font-semibold">{t('trouble.start.next')}</h2>
          <p className="mt-1 text-body text-pretty">{trouble.next}</p>
        </div>
        {trouble.dataDir ? (
          <p className="mt-6 text-small text-ink-3">
            {t('trouble.damage.folder')} <span className="select-text">{trouble.dataDir}</span>
          </p>
        ) : null}
      </main>
    </div>
  );
}
