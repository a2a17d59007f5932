import clsx from 'clsx';
import { KeyRound, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SystemStatus } from '#contract/system.ts';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { useConnectionState } from '#renderer/core-client/core-provider.tsx';
import { SyncIndicator } from '#renderer/features/sync/sync-indicator.tsx';
import { Popover } from '#renderer/ui/popover.tsx';
import { JournalReport } from './journal-report.tsx';
import { useSystemStatus } from './use-system-status.ts';

const amber =
  'inline-flex min-h-8 items-center gap-1.5 rounded-base bg-warn-soft px-2.5 text-note font-semibold whitespace-nowrap text-warn hover:brightness-95';

type JournalState = 'whole' | 'verifying' | 'broken' | 'none';
const journalStateOf = (status: SystemStatus): JournalState => status.journal?.state ?? 'none';

/** One colour at a time: of two classes the style sheet would choose. */
function dotOf(journal: JournalState, connected: boolean): string {
  if (journal === 'broken') return 'bg-never';
  return connected && journal === 'whole' ? 'bg-ok' : 'bg-warn';
}

/** The few things about this desk that somebody should see without looking for them. */
export function StatusIndicators({ onPrintKey }: { onPrintKey: () => void }) {
  const { t } = useTranslation();
  const { dispatch } = useDeskActions();
  const status = useSystemStatus().data;
  const connected = useConnectionState().kind === 'connected';
  if (!status) return null;
  const journal = journalStateOf(status);
  return (
    <>
      {status.state === 'needsRecoveryPrint' ? (
        <button type="button" onClick={onPrintKey} className={amber}>
          <Printer className="size-4" aria-hidden />
          <span className="narrow:sr-only">{t('system.printReminder')}</span>
        </button>
      ) : null}
      {status.keyProtection === 'keyFile' ? (
        <Popover
          label={t('system.keyOpen')}
          trigger={
            <button type="button" className={amber} aria-label={t('system.keyOpen')}>
              <KeyRound className="size-4" aria-hidden />
              {status.state === 'ready' ? <span className="drawer:hidden">{t('system.keyOpen')}</span> : null}
            </button>
          }
        >
          <h2 className="mb-1 text-body font-semibold text-warn">{t('system.keyOpen')}</h2>
          <p className="text-note text-ink-2">{t('system.keyOpenText')}</p>
        </Popover>
      ) : null}
      <SyncIndicator onOpen={() => dispatch({ type: 'sectionOpened', section: 'sync' })} />
      <Popover
        label={t('system.status')}
        trigger={
          <button
            type="button"
            className="inline-flex min-h-8 items-center gap-1.5 rounded-base px-2 text-note whitespace-nowrap text-ink-2 hover:bg-hover"
          >
            <span aria-hidden="true" className={clsx('size-2 rounded-full', dotOf(journal, connected))} />
            <span className={clsx('narrow:sr-only', journal === 'broken' && 'font-semibold text-never')}>
              {t(`system.journal.${journal}`)}
            </span>
          </button>
        }
      >
        <JournalReport status={status} onBackups={() => dispatch({ type: 'sectionOpened', section: 'desk' })} />
        {status.release ? (
          <p className="mt-3 border-t border-edge pt-3 text-note text-ink-2">
            {t('system.release', { version: status.release.version })} ·{' '}
            {t('system.releaseEntries', { count: status.release.entries })}
          </p>
        ) : null}
        {status.keyProtection === 'keystore' ? <p className="text-note text-ink-2">{t('system.keySafe')}</p> : null}
      </Popover>
    </>
  );
}
