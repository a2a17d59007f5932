import { useQuery } from '@tanstack/react-query';
import { DatabaseBackup, FileWarning, History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { whenWords } from './backup-words.ts';
import { ConnectionBanner } from './connection-banner.tsx';

/** A large journal is read whole, more than once. */
const SLOW_CALL_MS = 600_000;
const BACKUPS_SHOWN = 5;

/** The database is damaged where the desk needs it: keep what can be read, or go back to a backup. */
export function DamageScreen() {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const damage = useQuery({
    queryKey: ['system', 'damage'],
    queryFn: ({ signal }) => core.system.damage(undefined, { signal, context: { timeoutMs: SLOW_CALL_MS } }),
  }).data;

  const run = async (work: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    try {
      await work();
    } catch (error) {
      // The core goes to start again, at times before its answer is out.
      if (toFailure(error).code !== 'coreUnavailable') {
        setFailed(true);
        setBusy(false);
      }
    }
  };
  const keep = () => run(() => core.system.goOnWithReadable(undefined, { context: { timeoutMs: SLOW_CALL_MS } }));
  const restore = (name: string) =>
    run(() => core.system.restoreDamaged({ name }, { context: { timeoutMs: SLOW_CALL_MS } }));

  const events = damage?.events ?? null;
  const backups = damage?.backups ?? [];
  const lost = damage !== undefined && events === null;
  return (
    <div className="flex h-full flex-col overflow-y-auto">
      <ConnectionBanner />
      <main className="m-auto w-full max-w-[40rem] px-6 py-10 narrow:py-5">
        <FileWarning className="mb-3 size-8 text-warn" aria-hidden />
        <h1 className="text-title font-bold text-balance">{t(`trouble.damage.${lost ? 'lostTitle' : 'title'}`)}</h1>
        <p className="mt-1 text-body text-pretty text-ink-2">{t(`trouble.damage.${lost ? 'lostIntro' : 'intro'}`)}</p>
        {failed ? (
          <div className="mt-4">
            <Banner tone="warn" title={t('trouble.damage.failed')} />
          </div>
        ) : null}
        {damage === undefined || busy ? (
          <p role="status" className="mt-6 text-body text-ink-2">
            {t(busy ? 'trouble.damage.working' : 'trouble.damage.looking')}
          </p>
        ) : (
          <>
            {events ? (
              <section className="mt-6">
                <h2 className="text-head font-semibold">{t('trouble.damage.readTitle')}</h2>
                <p className="mt-1 mb-3 text-body text-pretty text-ink-2">{t('trouble.damage.read', { ...events })}</p>
                <Button look="primary" onClick={() => void keep()}>
                  <DatabaseBackup className="size-4" aria-hidden />
                  {t('trouble.damage.readAction')}
                </Button>
              </section>
            ) : null}
            <section className="mt-6">
              <h2 className="text-head font-semibold">{t('trouble.damage.backupTitle')}</h2>
              <p className="mt-1 text-body text-ink-2">
                {t(backups.length > 0 ? 'trouble.damage.backup' : 'trouble.damage.noBackup')}
              </p>
              <ul className="mt-3 flex flex-col items-start gap-2">
                {backups.slice(0, BACKUPS_SHOWN).map((backup, index) => (
                  <li key={backup.name}>
                    <Button
                      {...(events === null && index === 0 ? { look: 'primary' as const } : {})}
                      onClick={() => void restore(backup.name)}
                    >
                      <History className="size-4" aria-hidden />
                      {t('trouble.damage.backupAction', { when: whenWords(backup.madeAtMs, i18n.language) })}
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
            <p className="mt-6 text-note text-ink-2">{t('trouble.damage.help')}</p>
            <p className="mt-1 text-small text-ink-3">
              {t('trouble.damage.folder')} <span className="select-text">{damage.dataDir}</span>
            </p>
          </>
        )}
      </main>
    </div>
  );
}
