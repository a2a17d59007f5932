import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PrivacyCards } from '#renderer/features/privacy/privacy-cards.tsx';
import { BackupsCard } from '#renderer/features/system/backups-card.tsx';
import { JournalReport } from '#renderer/features/system/journal-report.tsx';
import { useSystemStatus } from '#renderer/features/system/use-system-status.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { SectionCard } from './section-card.tsx';
import type { SettingsSectionProps } from './section-props.ts';

/** Where this desk keeps its data, how its journal is, and its recovery key. */
export function DeskSection({ person, onPrintKey }: SettingsSectionProps) {
  const { t } = useTranslation();
  const status = useSystemStatus().data;
  if (!status) return <Skeleton label={t('frame.loading')} />;
  const { release, journal } = status;
  return (
    <>
      <SectionCard heading={t('settings.journal')}>
        <JournalReport status={status} />
        {journal ? (
          <p className="figures mt-1 text-small text-ink-3">
            {t('settings.journalEvents', { epoch: journal.epoch, count: journal.headSeq })}
          </p>
        ) : null}
      </SectionCard>
      <SectionCard heading={t('backups.title')} intro={t('backups.intro')}>
        <BackupsCard />
      </SectionCard>
      <PrivacyCards person={person} />
      <SectionCard heading={t('settings.recoveryKey')} intro={t('system.recovery.intro')}>
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={onPrintKey}>
            <Printer className="size-4 text-ink-2" aria-hidden />
            {status.state === 'needsRecoveryPrint' ? t('settings.recoveryMake') : t('settings.recoveryRenew')}
          </Button>
          {status.state === 'ready' ? <p className="text-note text-ok">{t('settings.recoveryDone')}</p> : null}
        </div>
        <p className="mt-3 text-note text-ink-2">
          {status.keyProtection === 'keyFile' ? t('system.keyOpenText') : t('system.keySafe')}
        </p>
      </SectionCard>
      <SectionCard heading={t('settings.thisPc')}>
        <dl className="flex flex-col">
          <Fact name={t('settings.release')}>
            {release
              ? t('settings.releaseEntries', { version: release.version, count: release.entries })
              : t('settings.releaseNone')}
          </Fact>
          <Fact name={t('settings.app')}>{window.counterpartShell.appVersion}</Fact>
          <Fact name={t('settings.dataFolder')}>
            <span className="select-text">{status.dataDir}</span>
          </Fact>
        </dl>
      </SectionCard>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-4 border-b border-edge py-2 last:border-0">
      <dt className="w-28 shrink-0 text-note text-ink-2">{name}</dt>
      <dd className="min-w-0 flex-1 text-body">{children}</dd>
    </div>
  );
}
