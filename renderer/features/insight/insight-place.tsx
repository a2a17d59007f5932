import { ChartNoAxesColumn } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Behind, InsightFigures, InsightQuery } from '#contract/insight/views.ts';
import type { Person } from '#contract/people.ts';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { BehindSheet } from './behind-sheet.tsx';
import { Figures } from './figures.tsx';
import { InsightFilters } from './insight-filters.tsx';
import { type AskedBehind, useFigures, useInsightChoices } from './insight-query.ts';
import { ReportSheet } from './report-sheet.tsx';
import { useWorkbook } from './use-workbook.ts';

const LEADING: readonly Person['role'][] = ['lead', 'reviewer', 'administrator'];

/** What the desks do with the wording: each figure says what it means and leads to the events behind it. */
export function InsightPlace({ person }: { person: Person }) {
  const { t, i18n } = useTranslation();
  const { dispatch } = useDeskActions();
  const leading = LEADING.includes(person.role);
  const [query, setQuery] = useState<InsightQuery>({
    period: { days: 7 },
    of: { who: leading ? 'all' : 'own' },
    packId: null,
  });
  const [asked, setAsked] = useState<AskedBehind | null>(null);
  const [report, setReport] = useState(false);
  const figures = useFigures(query).data;
  const choices = useInsightChoices().data;
  const toWorkbook = useWorkbook();
  if (figures === undefined) return <Skeleton label={t('frame.loading')} lines={8} />;

  const { period, of } = query;
  const sayDay = (day: string) =>
    new Intl.DateTimeFormat(i18n.language, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(Date.parse(day));
  const days = t('insight.days', { from: sayDay(figures.fromDay), to: sayDay(figures.toDay) });
  const alone = of.who === 'own' ? person.name : of.who === 'person' ? nameOf(of.personId) : null;
  const sum = t(of.who === 'own' ? 'insight.own' : 'insight.team', {
    people: figures.people,
    copied: figures.copied,
    said: figures.said,
  });
  return (
    <div className="h-full overflow-y-auto px-6 pt-4 pb-8 narrow:px-3">
      <header className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-title font-bold">
          {t(`insight.heading.${'days' in period ? (`d${period.days}` as const) : 'custom'}`)}
        </h1>
        <p className="figures min-w-0 flex-1 basis-72 text-body text-ink-2">
          <span className="mr-3">{days}</span>
          <span>{sum}</span>
        </p>
        <InsightFilters
          query={query}
          days={{ from: figures.fromDay, to: figures.toDay }}
          leading={leading}
          onChange={setQuery}
          onWorkbook={() => toWorkbook(figures)}
          onReport={() => setReport(true)}
        />
      </header>
      {isQuiet(figures) ? (
        <EmptyState icon={<ChartNoAxesColumn className="size-8" aria-hidden />} title={t('insight.quiet')}>
          {t('insight.quietText')}
        </EmptyState>
      ) : (
        <Figures
          figures={figures}
          onSee={(what: Behind, key: string | null) => setAsked({ what, key })}
          onWrite={leading ? () => dispatch({ type: 'wentTo', place: 'workshop' }) : null}
        />
      )}
      {asked ? <BehindSheet query={query} asked={asked} onClose={() => setAsked(null)} /> : null}
      {report ? (
        <ReportSheet
          figures={figures}
          siteName={choices?.siteName ?? ''}
          person={alone}
          days={days}
          weekly={'days' in period && period.days === 7}
          onClose={() => setReport(false)}
        />
      ) : null}
    </div>
  );

  function nameOf(personId: string): string {
    return choices?.people.find((one) => one.personId === personId)?.name ?? '';
  }
}

function isQuiet({ copied, said, failed, firstContact, orders, norms, due }: InsightFigures): boolean {
  const counted = copied + said + failed.times + firstContact.finished + orders.total + norms.length;
  return counted + (due?.entries.length ?? 0) === 0;
}
