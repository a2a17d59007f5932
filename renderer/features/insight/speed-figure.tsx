import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InsightFigures } from '#contract/insight/views.ts';
import { Chart } from './chart.tsx';
import { linesOption } from './chart-options.ts';
import { seconds } from './findings.ts';

/** From search to use, copied and said apart, day by day. */
export function SpeedFigure({ speed }: { speed: InsightFigures['speed'] }) {
  const { t, i18n } = useTranslation();
  const unit = t('insight.speed.unit');
  const option = useMemo(
    () =>
      linesOption({
        days: speed.days.map(({ day }) => sayDay(day, i18n.language)),
        copied: speed.days.map(({ copiedMs }) => copiedMs && copiedMs / 1_000),
        said: speed.days.map(({ saidMs }) => saidMs && saidMs / 1_000),
        unit,
      }),
    [speed, i18n.language, unit],
  );
  return (
    <div className="flex flex-wrap items-center gap-3">
      <div className="min-w-0 flex-1 basis-60">
        <Chart option={option} height={10.5} />
      </div>
      <dl className="figures flex flex-col gap-3">
        {(['copied', 'said'] as const).map((how) => {
          const { times, medianMs } = speed[how];
          return (
            <div key={how} className={how === 'said' ? 'text-accent' : ''}>
              <dt className="flex items-center gap-1.5 text-note font-semibold">
                <svg viewBox="0 0 18 4" className="h-1 w-[1.125rem]" aria-hidden="true">
                  <path
                    d="M0 2h18"
                    stroke="currentColor"
                    strokeWidth="2"
                    strokeDasharray={how === 'copied' ? '4 3' : undefined}
                  />
                </svg>
                {t(`insight.speed.${how}`)}
              </dt>
              <dd className="text-body font-semibold">
                {medianMs === null ? t('insight.none') : t('insight.seconds', { seconds: seconds(medianMs) })}
              </dd>
              <dd className="text-small text-ink-2">{t('insight.speed.times', { count: times })}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

/** `2026-11-05` as 11/5. */
function sayDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { month: 'numeric', day: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}
