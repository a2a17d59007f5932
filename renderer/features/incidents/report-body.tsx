import { useTranslation } from 'react-i18next';
import type { IncidentReport } from '#contract/incidents/report.ts';
import { Grid } from '#renderer/ui/grid.tsx';
import { SheetPart } from './sheet-part.tsx';

/** The report in words and tables; its first sentence says how it went. */
export function ReportBody({ report }: { report: IncidentReport }) {
  const { t, i18n } = useTranslation();
  const { incident, lines, searches, contacts, orders, halfReadMinutes, copied, said } = report;
  const format = new Intl.DateTimeFormat(i18n.language, {
    ...{ timeZone: report.timeZone, month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' },
    hourCycle: 'h23',
  });
  const at = (atMs: number) => format.format(atMs);
  const uses = { read: incident.reading.read.length, copied, said };
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-1">
        <p className="text-head font-semibold">
          {halfReadMinutes === null
            ? t('incidents.report.findingNone', uses)
            : t(`incidents.report.${halfReadMinutes < 1 ? 'findingAtOnce' : 'finding'}`, {
                ...uses,
                minutes: halfReadMinutes,
              })}
        </p>
        <p lang="zh-CN">{incident.text}</p>
        <p className="figures text-note text-ink-2">
          {[
            ...(report.siteName === '' ? [] : [report.siteName]),
            t('incidents.report.span', { from: at(report.fromMs), until: at(report.untilMs) }),
            ...(incident.state === 'ended' ? [] : [t('incidents.report.soFar')]),
            t('incidents.report.contacts', { count: contacts.total }),
            ...contacts.byScene.map(({ scene, count }) => `${scene} ${count}`),
          ].join(' · ')}
        </p>
        {incident.reading.unread.length === 0 ? null : (
          <p className="text-note text-ink-2">
            {t('incidents.reading.unread', { names: incident.reading.unread.join(t('frame.listJoin')) })}
          </p>
        )}
      </div>
      <SheetPart title={t('incidents.report.timeline')}>
        <ol className="flex flex-col gap-1">
          {report.moments.map(({ atMs, what, personName, text }) => (
            <li key={`${atMs}${what}${personName}${text}`} className="flex flex-wrap gap-x-3 text-note">
              <span className="figures text-ink-2">{at(atMs)}</span>
              <b className="font-semibold">{t(`incidents.report.moment.${what}`)}</b>
              <span lang="zh-CN">{[personName, text].filter((part) => part !== '').join(' · ')}</span>
            </li>
          ))}
        </ol>
      </SheetPart>
      <SheetPart title={t('incidents.report.lines')}>
        {lines.length === 0 ? (
          <p className="text-note text-ink-2">{t('incidents.report.noLines')}</p>
        ) : (
          <Grid
            label={t('incidents.report.lines')}
            head={[t('incidents.report.line'), t('incidents.report.copied'), t('incidents.report.said')]}
            rows={lines.map((line) => [
              line.ofIncident ? t('incidents.report.ofIncident', { title: line.title }) : line.title,
              line.copied,
              line.said,
            ])}
          />
        )}
      </SheetPart>
      <SheetPart title={t('incidents.report.searches')}>
        <p className="figures text-note text-ink-2">
          {t('incidents.report.searchCount', { led: searches.led, failed: searches.failed })}
        </p>
        {searches.rows.length === 0 ? (
          <p className="text-note text-ink-2">{t('incidents.report.noSearches')}</p>
        ) : (
          <Grid
            label={t('incidents.report.searches')}
            head={(['when', 'who', 'typed', 'used'] as const).map((key) => t(`incidents.report.${key}`))}
            rows={searches.rows.map(({ atMs, personName, text, led }) => [
              at(atMs),
              personName,
              text,
              led ?? t('incidents.report.inVain'),
            ])}
          />
        )}
      </SheetPart>
      <SheetPart title={t('incidents.report.orders')}>
        {orders.length === 0 ? (
          <p className="text-note text-ink-2">{t('incidents.report.noOrders')}</p>
        ) : (
          <ul className="text-note" lang="zh-CN">
            {orders.map(({ id, number, matter, atMs }) => (
              <li key={id} className="figures">
                {at(atMs)} {number} {matter}
              </li>
            ))}
          </ul>
        )}
      </SheetPart>
    </div>
  );
}
