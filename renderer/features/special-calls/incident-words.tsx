import { useTranslation } from 'react-i18next';
import { useAlerts } from '#renderer/features/alerts/use-alerts.ts';

const SHOWN = 3;

/** What alerts in force have everybody say, beside a call about an incident: one story at every desk. */
export function IncidentWords() {
  const { t } = useTranslation();
  const alerts = useAlerts().data;
  if (!alerts) return null;
  const lines = new Map(alerts.flatMap(({ noticeLines }) => noticeLines).map((line) => [line.entryId, line]));
  return (
    <section aria-label={t('specialCalls.incident')} className="rounded-large bg-warn-soft px-4 py-3">
      <p className="text-note font-semibold text-warn">
        {t(lines.size === 0 ? 'specialCalls.noIncident' : 'specialCalls.incident')}
      </p>
      {[...lines.values()].slice(0, SHOWN).map(({ entryId, title, excerpt }) => (
        <p key={entryId} className="mt-1.5 text-body" lang="zh-CN">
          <span className="font-semibold">{title}</span>
          <span className="ml-2">{excerpt}</span>
        </p>
      ))}
    </section>
  );
}
