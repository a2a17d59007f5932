import { useTranslation } from 'react-i18next';
import type { IncidentView } from '#contract/incidents/view.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { sayDue, sayMoment } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { ContactTree } from './contact-tree.tsx';
import { IncidentLines } from './incident-lines.tsx';
import { SheetPart } from './sheet-part.tsx';
import { SpeakerNote } from './speaker-note.tsx';
import { SteerIncident } from './steer-incident.tsx';
import { useIncidentCall } from './use-incident-call.ts';

interface IncidentDetailProps {
  incident: IncidentView;
  onReport: () => void;
  onOpenLine: (entryId: string) => void;
}

/** One incident: what has happened, what is said, who speaks, who has read it, who calls whom. */
export function IncidentDetail({ incident, onReport, onOpenLine }: IncidentDetailProps) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const call = useIncidentCall();
  const { id, reading, scope, speaker, state } = incident;
  const when = (atMs: number) => sayMoment(atMs, Date.now(), i18n.language, t);
  const due = (atMs: number) => sayDue(atMs, i18n.language);
  const join = t('frame.listJoin');
  const open = state !== 'ended';
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-1.5">
        <p className="flex flex-wrap items-center gap-2">
          <Chip tone={state === 'inForce' ? (incident.level === 'major' ? 'never' : 'warn') : 'plain'}>
            {t(`incidents.state.${state}`)}
          </Chip>
          <Chip>
            {t(`incidents.kind.${incident.incidentKind}`)} · {t(`incidents.level.${incident.level}`)}
          </Chip>
          {incident.here ? null : <Chip>{t('incidents.elsewhere')}</Chip>}
          <span className="figures text-note text-ink-2">
            {incident.endedHow === null
              ? [
                  ...(state === 'coming' ? [t('incidents.from', { when: due(incident.fromMs) })] : []),
                  t('incidents.until', { when: due(incident.toMs) }),
                ].join(' · ')
              : t(`incidents.endedAt.${incident.endedHow}`, { when: when(incident.endedAtMs ?? incident.toMs) })}
          </span>
        </p>
        <p className="text-head [word-break:keep-all] [overflow-wrap:anywhere]" lang="zh-CN">
          {incident.text}
        </p>
        <p className="figures text-note text-ink-2">
          {[
            t('incidents.raisedBy', {
              name: incident.raisedBy === '' ? t('incidents.someone') : incident.raisedBy,
              when: when(incident.raisedAtMs),
            }),
            scope.places.length === 0 ? t('incidents.everywhere') : scope.places.join(join),
            scope.channels.length === 0
              ? t('incidents.everyChannel')
              : scope.channels.map((channel) => t(`vocabulary.channel.${channel}`)).join(join),
          ].join(' · ')}
        </p>
      </div>

      {open ? (
        <SheetPart title={t('incidents.say.title')}>
          <SpeakerNote incident={incident} />
          <IncidentLines
            lines={incident.lines.map((line) => ({ ...line, incidentId: id }))}
            talk={null}
            onOpenLine={onOpenLine}
          />
        </SheetPart>
      ) : null}

      <SheetPart title={t('incidents.speaker.title')}>
        <p className="text-note">
          {t(`incidents.speaker.${speaker.who}`)}
          <span lang="zh-CN">
            {speaker.names.length > 0 ? ` · ${speaker.names.join(join)}` : ''} ·{' '}
            {t('incidents.speaker.reach', { post: speaker.post, reach: speaker.reach })}
          </span>
        </p>
      </SheetPart>

      <SheetPart title={t('incidents.reading.title')}>
        <p className="figures text-note">
          {t('incidents.reading.count', { read: reading.read.length, unread: reading.unread.length })}
        </p>
        <p className={reading.overdue ? 'text-note text-late' : 'text-note text-ink-2'}>
          {reading.unread.length === 0
            ? t('incidents.reading.all')
            : t('incidents.reading.unread', { names: reading.unread.join(join) })}
        </p>
        {open && reading.unread.length > 0 ? (
          <p className="figures text-small text-ink-2">
            {reading.overdue
              ? t('incidents.reading.overdue', { count: reading.unread.length })
              : t('incidents.reading.due', { when: due(reading.dueAtMs) })}
            {reading.toldAtMs === null ? '' : ` · ${t('incidents.reading.told', { when: when(reading.toldAtMs) })}`}
          </p>
        ) : null}
        {open && !reading.byMe ? (
          <div>
            <Button look="primary" onClick={() => void call(() => core.incidents.acknowledge({ incidentId: id }))}>
              {t('incidents.bar.acknowledge')}
            </Button>
          </div>
        ) : null}
      </SheetPart>

      <ContactTree incident={incident} />

      {incident.course.length === 0 ? null : (
        <ul className="figures text-note text-ink-2">
          {incident.course.map(({ what, atMs, personName, reason, toMs }) => (
            <li key={`${what}${atMs}`} lang="zh-CN">
              {t(`incidents.steer.course.${what}`, {
                when: when(atMs),
                name: personName === '' ? t('incidents.someone') : personName,
                reason,
                to: toMs === null ? '' : due(toMs),
              })}
            </li>
          ))}
        </ul>
      )}
      <SteerIncident incident={incident} onReport={onReport} />
    </div>
  );
}
