import clsx from 'clsx';
import { Siren } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '#contract/incidents/view.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { sayDue } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IncidentLines } from './incident-lines.tsx';
import { SpeakerNote } from './speaker-note.tsx';
import { useIncidentCall } from './use-incident-call.ts';

interface IncidentBarsProps {
  incidents: readonly IncidentView[];
  onDetails: (incidentId: string) => void;
  onOpenLine: (entryId: string) => void;
}

/** On top of every place while an incident is on. Whoever has read it keeps one row of it. */
export function IncidentBars({ incidents, ...doors }: IncidentBarsProps) {
  return incidents.map((incident) => <IncidentBar key={incident.id} incident={incident} {...doors} />);
}

function IncidentBar({
  incident,
  onDetails,
  onOpenLine,
}: Omit<IncidentBarsProps, 'incidents'> & { incident: IncidentView }) {
  const { t, i18n } = useTranslation();
  const core = useCore();
  const call = useIncidentCall();
  const { id, title, text, reading, level } = incident;
  const [line] = incident.lines;
  return (
    <section
      aria-label={t('incidents.bar.label', { title })}
      className={clsx(
        'mx-3 mt-2 rounded-base border-l-[3px] px-3.5 py-2',
        level === 'major' ? 'border-never bg-never-soft' : 'border-warn bg-warn-soft',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p
          role={reading.byMe ? undefined : 'alert'}
          className={clsx(
            'flex min-w-0 flex-1 basis-64 items-center gap-2 text-body font-semibold',
            level === 'major' ? 'text-never' : 'text-warn',
          )}
        >
          <Siren className="size-[1.125rem] shrink-0" aria-hidden />
          <span className="min-w-0" lang="zh-CN">
            {title}
          </span>
          <span className="figures text-small font-normal">
            {t(`incidents.level.${level}`)} · {t('incidents.until', { when: sayDue(incident.toMs, i18n.language) })}
          </span>
        </p>
        <span className="flex gap-2">
          {reading.byMe ? null : (
            <Button size="small" onClick={() => void call(() => core.incidents.acknowledge({ incidentId: id }))}>
              {t('incidents.bar.acknowledge')}
            </Button>
          )}
          <Button size="small" onClick={() => onDetails(id)}>
            {t('incidents.bar.details')}
          </Button>
        </span>
      </div>
      {reading.byMe ? null : (
        <div className="mt-1 flex flex-col gap-1.5">
          <p className="text-body text-ink" lang="zh-CN">
            {text}
          </p>
          <SpeakerNote incident={incident} />
          {line ? <IncidentLines lines={[{ ...line, incidentId: id }]} talk={null} onOpenLine={onOpenLine} /> : null}
        </div>
      )}
    </section>
  );
}
