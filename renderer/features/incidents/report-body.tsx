import { useTranslation } from 'react-i18next';
import type { IncidentReport } from '#contract/incidents/report.ts';
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
            : t('incidents.report.finding', { ...uses, minutes: halfReadMinutes })}
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
        <Table
          none={t('incidents.report.noLines')}
          head={[t('incidents.report.line'), t('incidents.report.copied'), t('incidents.report.said')]}
          rows={lines.map((line) => [
            line.ofIncident ? `${line.title}（${t('incidents.report.ofIncident')}）` : line.title,
            String(line.copied),
            String(line.said),
          ])}
        />
      </SheetPart>
      <SheetPart title={t('incidents.report.searches')}>
        <p className="figures text-note text-ink-2">
          {t('incidents.report.searchCount', { led: searches.led, failed: searches.failed })}
        </p>
        <Table
          none={t('incidents.report.noSearches')}
          head={(['when', 'who', 'typed', 'used'] as const).map((key) => t(`incidents.report.${key}`))}
          rows={searches.rows.map(({ atMs, personName, text, led }) => [
            at(atMs),
            personName,
            text,
            led ?? t('incidents.report.inVain'),
          ])}
        />
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

function Table({ head, rows, none }: { head: readonly string[]; rows: readonly (readonly string[])[]; none: string }) {
  if (rows.length === 0) return <p className="text-note text-ink-2">{none}</p>;
  return (
    <table className="w-full border-collapse text-note">
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col" className="border-b border-edge py-1 pr-3 text-left font-semibold text-ink-2">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody lang="zh-CN">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a report stand still, and two may say the same.
          <tr key={index}>
            {row.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
              <td key={column} className="figures border-b border-edge py-1 pr-3 align-top [overflow-wrap:anywhere]">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
