import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Plus, Siren } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '#contract/incidents/view.ts';
import type { Person } from '#contract/people.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { sayDue, sayMoment } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { DeskPlaceField } from './desk-place-field.tsx';
import { IncidentDetail } from './incident-detail.tsx';
import { IncidentReportPage } from './incident-report.tsx';
import { RaiseIncident } from './raise-incident.tsx';

interface IncidentsSheetProps {
  person: Person;
  /** The one it opens on; null: the list. */
  startId: string | null;
  onOpenLine: (entryId: string) => void;
  onClose: () => void;
}

type Page = { at: 'list' } | { at: 'raise' } | { at: 'one' | 'report'; id: string };

/** Incidents of the site: what is on, what is over, and everything a lead does about them. */
export function IncidentsSheet({ person, startId, onOpenLine, onClose }: IncidentsSheetProps) {
  const { t } = useTranslation();
  const core = useCore();
  const [page, setPage] = useState<Page>(startId === null ? { at: 'list' } : { at: 'one', id: startId });
  const all = useQuery({
    queryKey: ['incidents', 'list', 'ended'],
    queryFn: ({ signal }) => core.incidents.list({ ended: true }, { signal }),
  }).data;
  const leads = person.role === 'lead' || person.role === 'administrator';
  const shown = 'id' in page ? all?.find(({ id }) => id === page.id) : undefined;
  const title =
    page.at === 'raise'
      ? t('incidents.form.title')
      : page.at === 'report' && shown
        ? t('incidents.report.title', { title: shown.title })
        : (shown?.title ?? t('incidents.title'));
  return (
    <Dialog title={title} wide onClose={onClose} {...(page.at === 'list' ? { description: t('incidents.intro') } : {})}>
      {page.at === 'list' ? null : (
        <Button size="small" look="quiet" className="-mt-2 mb-3 -ml-2" onClick={() => setPage({ at: 'list' })}>
          <ArrowLeft className="size-4" aria-hidden />
          {t('incidents.back')}
        </Button>
      )}
      {all === undefined ? <Skeleton label={t('frame.loading')} lines={6} /> : null}
      {page.at === 'list' && all ? (
        <div className="flex flex-col gap-5">
          {leads ? (
            <div>
              <Button look="primary" onClick={() => setPage({ at: 'raise' })}>
                <Plus className="size-4" aria-hidden />
                {t('incidents.raise')}
              </Button>
            </div>
          ) : null}
          <IncidentList incidents={all} onOpen={(id) => setPage({ at: 'one', id })} />
          {leads ? <DeskPlaceField /> : null}
        </div>
      ) : null}
      {page.at === 'raise' ? <RaiseIncident onRaised={(id) => setPage({ at: 'one', id })} /> : null}
      {page.at === 'one' && shown ? (
        <IncidentDetail
          incident={shown}
          onReport={() => setPage({ at: 'report', id: shown.id })}
          onOpenLine={(entryId) => {
            onOpenLine(entryId);
            onClose();
          }}
        />
      ) : null}
      {page.at === 'report' && shown ? <IncidentReportPage incidentId={shown.id} leads={leads} /> : null}
    </Dialog>
  );
}

function IncidentList({ incidents, onOpen }: { incidents: readonly IncidentView[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const open = incidents.filter(({ state }) => state !== 'ended');
  const ended = incidents.filter(({ state }) => state === 'ended');
  return (
    <>
      {open.length === 0 ? (
        <EmptyState icon={<Siren className="size-8" aria-hidden />} title={t('incidents.none')}>
          {t('incidents.noneText')}
        </EmptyState>
      ) : (
        <ListPart title={t('incidents.now')} incidents={open} onOpen={onOpen} />
      )}
      {ended.length === 0 ? null : <ListPart title={t('incidents.ended')} incidents={ended} onOpen={onOpen} />}
    </>
  );
}

interface ListPartProps {
  title: string;
  incidents: readonly IncidentView[];
  onOpen: (id: string) => void;
}

function ListPart({ title, incidents, onOpen }: ListPartProps) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-label={title}>
      <h3 className="mb-1.5 text-note font-semibold text-ink-2">{title}</h3>
      <ul className="flex flex-col gap-1.5">
        {incidents.map((incident) => (
          <li key={incident.id}>
            <button
              type="button"
              onClick={() => onOpen(incident.id)}
              className="flex w-full flex-wrap items-baseline gap-x-3 gap-y-1 rounded-base border border-edge bg-panel px-3.5 py-2.5 text-left hover:bg-hover"
            >
              <span className="text-body font-semibold" lang="zh-CN">
                {incident.title}
              </span>
              <Chip tone={incident.state === 'inForce' ? (incident.level === 'major' ? 'never' : 'warn') : 'plain'}>
                {t(`incidents.state.${incident.state}`)}
              </Chip>
              {incident.here ? null : <Chip>{t('incidents.elsewhere')}</Chip>}
              <span className="figures ml-auto text-small text-ink-2">
                {incident.endedHow === null
                  ? t('incidents.until', { when: sayDue(incident.toMs, i18n.language) })
                  : t(`incidents.endedAt.${incident.endedHow}`, {
                      when: sayMoment(incident.endedAtMs ?? incident.toMs, Date.now(), i18n.language, t),
                    })}
              </span>
              <span className="w-full min-w-0 truncate text-note text-ink-2" lang="zh-CN">
                {incident.text}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
