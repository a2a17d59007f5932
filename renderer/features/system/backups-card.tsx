import { useQueryClient } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '#contract/backups.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { sizeWords, whenWords } from './backup-words.ts';
import { RestoreDialog } from './restore-dialog.tsx';
import { useBackups } from './use-backups.ts';

const SLOW_CALL_MS = 600_000;

/** When the last backup was made, one more on request, and the way back to any of them. */
export function BackupsCard() {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const queries = useQueryClient();
  const tell = useTell();
  const overview = useBackups().data;
  const [asked, setAsked] = useState<Backup | null>(null);
  if (!overview) return <Skeleton label={t('frame.loading')} />;
  const { backups, problem, running, setAside, mayRestore } = overview;
  const newest = backups.find(({ kind }) => kind === 'whole');
  const size = (bytes: number) => sizeWords(bytes, i18n.language);

  const make = async () => {
    if (running) return;
    try {
      const after = await core.backups.make(undefined, { context: { timeoutMs: SLOW_CALL_MS } });
      queries.setQueryData(['backups', 'overview'], after);
      if (after.problem === null) tell({ tone: 'done', title: t('backups.made') });
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
    }
  };

  return (
    <>
      {problem === null ? null : (
        <div className="mb-3">
          <Banner tone="warn" title={t(`backups.problems.${problem}`)} />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => void make()} aria-disabled={running}>
          {running ? t('backups.making') : t('backups.make')}
        </Button>
        <p className="text-note text-ink-2">
          {newest
            ? t('backups.last', { when: whenWords(newest.madeAtMs, i18n.language), size: size(newest.sizeBytes) })
            : t('backups.none')}
        </p>
      </div>
      {backups.length > 0 ? (
        <>
          <h3 className="mt-4 text-note font-semibold text-ink-2">{t('backups.list')}</h3>
          <ul>
            {backups.map((backup) => (
              <li
                key={backup.name}
                className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-edge py-2 last:border-0"
              >
                <span className="figures min-w-40 flex-1 text-body">{whenWords(backup.madeAtMs, i18n.language)}</span>
                <span className="figures w-20 text-right text-note text-ink-2">{size(backup.sizeBytes)}</span>
                <span className="w-36 text-note text-ink-2">{t(`backups.kinds.${backup.kind}`)}</span>
                {mayRestore && backup.kind !== 'damaged' ? (
                  <Button
                    look="quiet"
                    aria-label={t('backups.restoreOf', { when: whenWords(backup.madeAtMs, i18n.language) })}
                    onClick={() => setAsked(backup)}
                  >
                    <History className="size-4" aria-hidden />
                    {t('backups.restore')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
          {mayRestore ? null : <p className="mt-2 text-note text-ink-2">{t('backups.onlyLead')}</p>}
        </>
      ) : null}
      {setAside.length > 0 ? (
        <p className="mt-3 text-note text-ink-2">
          {t('backups.setAside', {
            count: setAside.length,
            size: size(setAside.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)),
          })}
        </p>
      ) : null}
      <p className="mt-3 text-small text-ink-3">
        {t('backups.folder')} <span className="select-text">{overview.folder}</span>
      </p>
      {asked ? <RestoreDialog backup={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}
