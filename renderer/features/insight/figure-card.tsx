import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { InsightSheet } from '#contract/insight.ts';

interface FigureCardProps {
  name: string;
  sheet: InsightSheet;
  /** Opens the events behind it; absent where there is none. */
  see?: { label: string; open: () => void } | undefined;
  /** Takes the width of two. */
  wide?: boolean;
  children?: ReactNode;
}

/** A figure: what it says, the evidence, the way to the events behind it, and its table for whoever does not see the drawing. */
export function FigureCard({ name, sheet, see, wide = false, children }: FigureCardProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={clsx(
        'relative flex min-w-0 flex-col rounded-large border border-edge bg-panel px-5 pt-4 pb-5',
        wide && 'col-span-2 narrow:col-span-1',
      )}
    >
      <div className="flex items-baseline gap-3">
        <p className="min-w-0 flex-1 text-small font-semibold text-ink-2">{name}</p>
        {see ? (
          <button
            type="button"
            onClick={see.open}
            className="-mr-1.5 inline-flex shrink-0 items-center rounded-small px-1.5 text-note text-ink-2 hover:bg-hover hover:text-ink"
          >
            <span>{see.label}</span>
            <ChevronRight className="size-3.5" aria-hidden />
          </button>
        ) : null}
      </div>
      <h2 id={id} className="text-head font-semibold">
        {sheet.finding}
      </h2>
      {sheet.rows.length === 0 ? null : (
        <>
          <div className="mt-2.5 min-w-0">{children}</div>
          <div className="sr-only">
            <table>
              <caption>{t('insight.table', { name })}</caption>
              <thead>
                <tr>
                  {sheet.header.map((cell) => (
                    <th key={cell} scope="col">
                      {cell}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {sheet.rows.map((row) => (
                  <tr key={row.join('|')}>
                    {row.map((cell, at) => (
                      <td key={sheet.header[at]}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
