import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/people.ts';
import type { SyncStatus } from '#contract/sync.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { SectionCard } from '#renderer/features/settings/section-card.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { sayMoment } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { EnrolForm } from './enrol-form.tsx';
import { HeldCard } from './held-card.tsx';
import { LeaveSite } from './leave-site.tsx';
import { saySync } from './sync-words.ts';
import { useSyncStatus } from './use-sync.ts';

/** What goes up to the server and what comes down: the queue, its trouble and what to do, joining and leaving a site. */
export function SyncSection({ person }: { person: Person }) {
  const { t } = useTranslation();
  const status = useSyncStatus().data;
  const mayChange = person.role === 'lead' || person.role === 'administrator';
  if (!status) return <Skeleton label={t('frame.loading')} />;
  if (status.enrolment === null) {
    return (
      <SectionCard heading={t('sync.alone')} intro={t('sync.aloneText')}>
        {mayChange ? <EnrolForm /> : <p className="text-note text-ink-2">{t('sync.askLead')}</p>}
      </SectionCard>
    );
  }
  return (
    <>
      {status.held === null ? <QueueCard status={status} /> : <HeldCard held={status.held} mayChange={mayChange} />}
      {status.quarantined.length > 0 || status.disagreement !== null ? <RaisedCard status={status} /> : null}
      <SectionCard
        heading={status.enrolment.siteName}
        intro={t('sync.enrolledText', { server: status.enrolment.serverUrl })}
      >
        {mayChange ? <LeaveSite /> : null}
      </SectionCard>
    </>
  );
}

function QueueCard({ status }: { status: SyncStatus }) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const tell = useTell();
  const nowMs = Date.now();
  const tryNow = () => {
    core.sync.tryNow().catch((error: unknown) => tell(failureNotice(toFailure(error).code, t)));
  };
  return (
    <SectionCard heading={saySync(status, nowMs, i18n.language, t)}>
      {status.problem ? (
        <p role="status" className="mb-3 text-note text-warn">
          {t(`sync.problem.${status.problem.code}`)}
        </p>
      ) : null}
      <p className="mb-3 text-note text-ink-2">
        {status.lastSuccessAtMs === null
          ? t('sync.neverLevel')
          : t('sync.lastLevel', { when: sayMoment(status.lastSuccessAtMs, nowMs, i18n.language, t) })}
      </p>
      <Button onClick={tryNow}>
        <RefreshCw className="size-4 text-ink-2" aria-hidden />
        {t('sync.tryNow')}
      </Button>
    </SectionCard>
  );
}

function RaisedCard({ status }: { status: SyncStatus }) {
  const { t, i18n } = useTranslation();
  const twice = status.disagreement !== null || status.quarantined.some(({ reason }) => reason === 'otherHash');
  return (
    <SectionCard heading={t('sync.raised')} intro={t('sync.raisedText')}>
      <ul className="flex flex-col gap-1 text-note">
        {status.quarantined.map(({ epoch, seq, reason, sinceMs }) => (
          <li key={`${epoch}/${seq}`}>
            {t('system.fault', { epoch, seq })} · {t(`sync.reason.${reason}`)}
            {sinceMs === null ? '' : t('sync.raisedSince', { since: sayMoment(sinceMs, Date.now(), i18n.language, t) })}
          </li>
        ))}
        {status.disagreement ? <li>{t('sync.disagreement', status.disagreement)}</li> : null}
      </ul>
      <p className="mt-3 text-body">{t(twice ? 'sync.raisedTwice' : 'sync.raisedNext')}</p>
    </SectionCard>
  );
}
