import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InsightFigures } from '#contract/insight/views.ts';
import { Chart } from './chart.tsx';
import { paretoOption } from './chart-options.ts';
import { mostOrders, sayCategory } from './findings.ts';

interface OrdersFigureProps {
  figures: InsightFigures;
  onSee: (what: 'late' | 'reopened', key: string | null) => void;
}

/** Orders by category from the most on, what they make up together, and which were late. */
export function OrdersFigure({ figures, onSee }: OrdersFigureProps) {
  const { t } = useTranslation();
  const { orders } = figures;
  const option = useMemo(() => {
    const { top, share } = mostOrders(figures);
    const rows = figures.orders.categories.map(({ category, total, late }) => ({
      label: sayCategory(category, t),
      total,
      late,
    }));
    const mark = rows.length > 1 ? { at: top - 1, text: t('insight.orders.share', { percent: share }) } : null;
    return paretoOption({ rows, mark });
  }, [figures, t]);
  return (
    <>
      <Chart option={option} height={11.5} />
      <p className="mt-1 flex flex-wrap gap-x-3 text-note">
        {orders.categories.flatMap(({ category, late }) =>
          late === 0
            ? []
            : [
                <button
                  key={category}
                  type="button"
                  className="rounded-small px-1 text-late underline underline-offset-2 hover:bg-hover"
                  onClick={() => onSee('late', category)}
                >
                  {`${sayCategory(category, t)} ${t('insight.orders.lateCount', { count: late })}`}
                </button>,
              ],
        )}
        {orders.reopened > 0 ? (
          <button
            type="button"
            className="rounded-small px-1 text-ink-2 underline underline-offset-2 hover:bg-hover"
            onClick={() => onSee('reopened', null)}
          >
            {t('insight.orders.reopened', { count: orders.reopened })}
          </button>
        ) : null}
      </p>
    </>
  );
}
