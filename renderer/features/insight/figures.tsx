import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Behind, InsightFigures } from '#contract/insight/views.ts';
import { BarsFigure } from './bars-figure.tsx';
import { FailedList } from './failed-card.tsx';
import { FigureCard } from './figure-card.tsx';
import { type FigureName, figureTable, funnelOf, nameOf } from './figure-tables.ts';
import { sayTime } from './findings.ts';
import { FunnelFigure } from './funnel-figure.tsx';
import { OrdersFigure } from './orders-figure.tsx';
import { DueEntries, LintList, UnusedLines } from './small-figures.tsx';
import { SpeedFigure } from './speed-figure.tsx';

const BARS_SHOWN = 6;

interface FiguresProps {
  figures: InsightFigures;
  onSee: (what: Behind, key: string | null) => void;
  /** To where wording is written; null for those who do not write it. */
  onWrite: (() => void) | null;
}

/** All figures of the page, the ones that ask for something first. */
export function Figures({ figures, onSee, onWrite }: FiguresProps) {
  const { t } = useTranslation();
  const [tableId, setTableId] = useState<string | null>(null);
  const funnel = funnelOf(figures, tableId);
  const {
    failed,
    speed,
    lines,
    stages,
    outcomes,
    brokenOff,
    firstContact,
    repeats,
    orders,
    callbacks,
    lint,
    norms,
    due,
  } = figures;

  const card = (name: FigureName) => ({
    name: name === 'funnel' && funnel ? t('insight.funnel.name', { title: funnel.title }) : nameOf(name, t),
    sheet: figureTable(name, figures, t, tableId),
  });
  const see = (what: Behind, count: number, key: string | null = null) =>
    count === 0
      ? undefined
      : {
          label: t(what === 'orders' || what === 'callbacks' ? 'insight.seeOrders' : 'insight.see', { count }),
          open: () => onSee(what, key),
        };
  const reached = callbacks.satisfied + callbacks.unsatisfied + callbacks.notReached;
  const usedTop = lines.used.slice(0, BARS_SHOWN);
  const outcomesTop = outcomes.slice(0, BARS_SHOWN);
  return (
    <div className="grid grid-cols-3 gap-3.5 drawer:grid-cols-2 narrow:grid-cols-1">
      <FigureCard {...card('failed')} see={see('failed', failed.times)} wide>
        <FailedList topics={failed.topics} onWrite={onWrite} />
      </FigureCard>
      <FigureCard {...card('speed')} see={see('answered', speed.copied.times + speed.said.times)}>
        <SpeedFigure speed={speed} />
      </FigureCard>
      <FigureCard {...card('funnel')} see={see('tableStarted', funnel?.started ?? 0, funnel?.tableId ?? null)}>
        {funnel ? <FunnelFigure funnels={figures.funnels} shown={funnel} onChoose={setTableId} onSee={onSee} /> : null}
      </FigureCard>
      <FigureCard {...card('orders')} see={see('orders', orders.total)}>
        <OrdersFigure figures={figures} onSee={onSee} />
      </FigureCard>
      <div className="grid content-start gap-3.5">
        <FigureCard {...card('lint')} see={see('lint', lint.times)}>
          <LintList rules={lint.rules} onSee={(ruleId) => onSee('lint', ruleId)} />
        </FigureCard>
        {due === null ? null : (
          <FigureCard {...card('due')} see={onWrite ? { label: t('insight.due.go'), open: onWrite } : undefined}>
            <DueEntries entries={due.entries} today={due.today} />
          </FigureCard>
        )}
      </div>
      <FigureCard {...card('lines')}>
        <p className="mb-1 flex gap-4 text-note text-ink-2">
          <Legend colour="fill-accent-soft stroke-accent" see={see('copied', figures.copied)}>
            {`${t('insight.lines.copied')} ${figures.copied}`}
          </Legend>
          <Legend colour="fill-accent stroke-accent" see={see('said', figures.said)}>
            {`${t('insight.lines.said')} ${figures.said}`}
          </Legend>
        </p>
        <BarsFigure
          rows={usedTop.map(({ title, copied, said }) => ({ label: title, values: [copied, said] }))}
          told={usedTop.map(({ copied, said }) => `${copied} + ${said}`)}
        />
        <UnusedLines lines={lines} />
      </FigureCard>
      <FigureCard
        {...card('stages')}
        see={see(
          'stages',
          stages.reduce((sum, { times }) => sum + times, 0),
        )}
      >
        <BarsFigure
          rows={stages.map(({ stage, medianMs }) => ({ label: t(`vocabulary.stage.${stage}`), values: [medianMs] }))}
          told={stages.map(({ medianMs }) => (medianMs === null ? '' : sayTime(medianMs, t)))}
        />
      </FigureCard>
      <FigureCard
        {...card('outcomes')}
        see={see(
          'outcomes',
          outcomes.reduce((sum, { times }) => sum + times, 0),
        )}
      >
        <BarsFigure
          rows={outcomesTop.map(({ title, times }) => ({ label: title, values: [times] }))}
          told={outcomesTop.map(({ times }) => String(times))}
        />
        {brokenOff > 0 ? <Remark>{t('insight.outcomes.brokenOff', { count: brokenOff })}</Remark> : null}
      </FigureCard>
      <FigureCard {...card('firstContact')} see={see('resolved', firstContact.resolved)}>
        <BarsFigure
          rows={[
            { label: t('insight.firstContact.resolved'), values: [firstContact.resolved] },
            { label: t('insight.firstContact.later'), values: [firstContact.finished - firstContact.resolved] },
          ]}
          told={[String(firstContact.resolved), String(firstContact.finished - firstContact.resolved)]}
        />
        <Remark>{t('insight.firstContact.rest', { count: firstContact.finished - firstContact.resolved })}</Remark>
      </FigureCard>
      <FigureCard {...card('callbacks')} see={see('callbacks', reached)}>
        <BarsFigure
          rows={(['satisfied', 'unsatisfied', 'notReached'] as const).map((result) => ({
            label: t(`insight.callbacks.${result}`),
            values: [callbacks[result]],
          }))}
          told={[callbacks.satisfied, callbacks.unsatisfied, callbacks.notReached].map(String)}
        />
      </FigureCard>
      <FigureCard {...card('repeats')} see={see('repeats', repeats.times)}>
        <BarsFigure
          rows={repeats.flows.map(({ title, times }) => ({ label: title, values: [times] }))}
          told={repeats.flows.map(({ times }) => String(times))}
        />
        <Remark>{t('insight.repeats.text', { talks: repeats.talks, days: repeats.withinDays })}</Remark>
      </FigureCard>
      <FigureCard
        {...card('norms')}
        see={see(
          'norms',
          norms.reduce((sum, { runs }) => sum + runs, 0),
        )}
      >
        <BarsFigure
          rows={norms.map(({ norm, percent }) => ({ label: t(`rehearsal.norm.${norm}`), values: [percent] }))}
          told={norms.map(({ percent }) => `${percent}%`)}
        />
      </FigureCard>
    </div>
  );
}

function Remark({ children }: { children: string }) {
  return <p className="figures mt-1 text-note text-ink-2">{children}</p>;
}

interface LegendProps {
  colour: string;
  see: { open: () => void } | undefined;
  children: string;
}

/** Which bars are which, and the way to what they count. */
function Legend({ colour, see, children }: LegendProps) {
  return (
    <button
      type="button"
      disabled={see === undefined}
      onClick={see?.open}
      className="figures inline-flex items-center gap-1.5 rounded-small px-1 not-disabled:underline not-disabled:underline-offset-2 not-disabled:hover:bg-hover"
    >
      <svg viewBox="0 0 10 10" className="size-2.5" aria-hidden="true">
        <rect x="1" y="1" width="8" height="8" rx="2" className={colour} />
      </svg>
      {children}
    </button>
  );
}
