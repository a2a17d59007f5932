import { useTranslation } from 'react-i18next';
import type { SystemStatus } from '#contract/system.ts';
import { FindingsNote, isFindingOfStart } from './findings-note.tsx';

const FAULTS_SHOWN = 5;

interface JournalReportProps {
  status: SystemStatus;
  /** Leads to the backups, where they are not on the same page. */
  onBackups?: () => void;
}

/** How the journal is, in words, and the first places where it is not as it was written. */
export function JournalReport({ status, onBackups }: JournalReportProps) {
  const { t } = useTranslation();
  const state = status.journal?.state ?? 'none';
  const faults = status.journal?.faults ?? [];
  const ofStart = faults.filter(isFindingOfStart);
  const others = faults.filter((fault) => !isFindingOfStart(fault));
  const noted = status.journal?.acknowledged.length ?? 0;
  return (
    <div className="text-note">
      {ofStart.length > 0 ? <FindingsNote faults={ofStart} onBackups={onBackups} /> : null}
      {ofStart.length === 0 || others.length > 0 ? (
        <>
          <h2 className="text-body font-semibold">{t(`system.journal.${state}`)}</h2>
          <p className="text-ink-2">{t(`system.journalText.${state}`)}</p>
        </>
      ) : null}
      {others.length > 0 ? (
        <>
          <p className="mt-2 font-semibold text-never">{t('system.faults', { count: others.length })}</p>
          <ul className="mt-1 flex flex-col gap-1 text-small text-ink-2">
            {others.slice(0, FAULTS_SHOWN).map((fault) => (
              <li key={`${fault.epoch}-${fault.seq}-${fault.code}`}>
                {fault.seq === null
                  ? t('system.faultWhole')
                  : t('system.fault', { epoch: fault.epoch, seq: fault.seq })}
                {' · '}
                {t(`system.faultCode.${fault.code}`)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {noted > 0 ? <p className="mt-2 text-small text-ink-3">{t('trouble.findings.noted', { count: noted })}</p> : null}
    </div>
  );
}
