import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { Check, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Debrief } from '#contract/rehearsal/view.ts';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { KeyOf } from '#renderer/ui/kbd.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { NormBars } from './norm-bars.tsx';
import { useDebrief, useStartRun } from './rehearsal-query.ts';
import { sayCode, sayMood, sayTime, shortScenario } from './say-run.ts';
import { TemperCurve } from './temper-curve.tsx';

interface DebriefPageProps {
  runId: string;
  onPlay: (runId: string) => void;
  onLeave: () => void;
}

/** One page about a run: how the customer felt, then the score; what went well, and two things to work on. */
export function DebriefPage({ runId, onPlay, onLeave }: DebriefPageProps) {
  const { t } = useTranslation();
  const page = useDebrief(runId);
  if (!page) return <Skeleton label={t('frame.loading')} lines={6} />;
  return <OpenPage page={page} onPlay={onPlay} onLeave={onLeave} />;
}

function feltWords({ ending, customerName: name }: Debrief, t: TFunction): string {
  return ending ? t(`rehearsal.felt.${ending.quality}`, { name }) : t('rehearsal.feltLeft', { name });
}

function OpenPage({ page, onPlay, onLeave }: Omit<DebriefPageProps, 'runId'> & { page: Debrief }) {
  const { t } = useTranslation();
  const start = useStartRun();
  const queries = useQueryClient();
  const [picked, setPicked] = useState<number | null>(null);
  const { ending, scenarioId, runId, timed } = page;
  const go = async (index: number | null) => {
    const next = await start({ scenarioId, timed, ...(index === null ? {} : { follows: { runId, moves: index } }) });
    if (next !== null) onPlay(next);
  };
  const leave = () => {
    void queries.invalidateQueries({ queryKey: ['rehearsal', 'list'] });
    onLeave();
  };
  const print = () => void window.counterpartShell.print();
  useShortcut('printShown', print);
  useShortcut('clearSearch', leave);
  const shown = page.marks.find(({ index }) => index === picked);
  const score = [
    t(page.passed ? 'rehearsal.passedMark' : 'rehearsal.passMark', { mark: page.passMark }),
    ...(page.before === null ? [] : [t('rehearsal.before', { score: page.before })]),
  ];
  return (
    <article aria-labelledby="debrief-felt" className="h-full overflow-y-auto bg-sunken px-8 pt-5 pb-6 narrow:px-4">
      <header className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <p className="text-small text-ink-2">
            {t('rehearsal.title')} · <span lang="zh-CN">{shortScenario(page.title)}</span> · {t('rehearsal.debrief')} ·{' '}
            <span lang="zh-CN">{ending?.title ?? t('rehearsal.left')}</span>
          </p>
          <h1 id="debrief-felt" className="text-title font-bold">
            {feltWords(page, t)}
          </h1>
          {ending ? (
            <p className="spoken text-body text-ink-2" lang="zh-CN">
              <q>{ending.says}</q> {ending.lesson}
            </p>
          ) : null}
        </div>
        <p className="flex items-end gap-3">
          <span className="figures text-[2.75rem] leading-none font-bold" data-score={page.score}>
            {page.score}
          </span>
          <span className="text-note text-ink-2">
            {t('rehearsal.points')}
            {score.map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          </span>
        </p>
        <div className="flex gap-2.5">
          <Button onClick={leave}>{t('rehearsal.backToList')}</Button>
          <Button onClick={print}>
            {t('rehearsal.print')}
            <KeyOf id="printShown" />
          </Button>
        </div>
      </header>

      <section aria-labelledby="debrief-curve" className="mt-4 rounded-large bg-panel px-6 pt-3 pb-3 shadow-lift">
        <h2 id="debrief-curve" className="flex flex-wrap items-center gap-x-4 text-note font-semibold">
          {t('rehearsal.curve', { time: sayTime(page.lengthMs) })}
          <span className="inline-flex items-center gap-1.5 font-normal text-ink-2">
            <span className="size-2.5 rounded-full bg-accent" aria-hidden /> {t('rehearsal.legendBetter')}
          </span>
          <span className="inline-flex items-center gap-1.5 font-normal text-ink-2">
            <span className="size-2.5 rotate-45 bg-warn" aria-hidden /> {t('rehearsal.legendWorse')}
          </span>
        </h2>
        <TemperCurve page={page} picked={picked} onPick={setPicked} />
        {shown ? (
          <p className="flex flex-wrap items-center gap-3 border-t border-edge pt-2 text-note" role="status">
            <q className="text-ink-2" lang="zh-CN">
              {shown.customerSaid}
            </q>
            <span lang="zh-CN">{shown.text === '' ? t('rehearsal.silence') : shown.text}</span>
            <Button size="small" onClick={() => void go(shown.index)}>
              <RotateCcw className="size-3.5" aria-hidden />
              {t('rehearsal.from', { time: sayTime(shown.atMs) })}
            </Button>
          </p>
        ) : null}
      </section>

      <div className="mt-5 grid grid-cols-[minmax(0,1fr)_minmax(0,1.9fr)_minmax(0,1fr)] gap-x-8 gap-y-5 drawer:grid-cols-2 narrow:grid-cols-1">
        <section aria-labelledby="debrief-well">
          <h2 id="debrief-well" className="font-semibold">
            {t('rehearsal.well')}
          </h2>
          {page.well.length === 0 ? <p className="mt-2 text-note text-ink-2">{t('rehearsal.wellNone')}</p> : null}
          <ul className="mt-2 flex flex-col gap-3">
            {page.well.map(({ code, quote }) => (
              <li key={quote} className="flex gap-2">
                <Check className="mt-1 size-4 shrink-0 text-ok" aria-hidden />
                <div className="min-w-0">
                  <b className="font-semibold">{sayCode(code, t)}</b>
                  <p className="spoken text-note text-ink-2" lang="zh-CN">
                    <q>{quote}</q>
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="debrief-work">
          <h2 id="debrief-work" className="font-semibold">
            {t('rehearsal.workOn')}
          </h2>
          <ol className="mt-2 flex flex-col gap-4">
            {page.workOn.map(({ code, why, quote, better, atMs, index }) => (
              <li key={`${code}${atMs}`}>
                <p className="flex flex-wrap items-center gap-2">
                  <span className="size-2.5 shrink-0 rotate-45 bg-warn" aria-hidden />
                  <b className="min-w-0 flex-1 font-semibold">{sayCode(code, t)}</b>
                  {index === null || atMs === null ? null : (
                    <Button size="small" look="quiet" onClick={() => void go(index)}>
                      <RotateCcw className="size-3.5" aria-hidden />
                      {t('rehearsal.from', { time: sayTime(atMs) })}
                    </Button>
                  )}
                </p>
                {quote === '' && why === '' ? null : (
                  <p className="spoken mt-0.5 text-note text-ink-2" lang="zh-CN">
                    {quote === '' ? null : <q>{quote}</q>} {why}
                  </p>
                )}
                {better === '' ? null : (
                  <>
                    <p className="mt-0.5 text-note text-ink-2">{t('rehearsal.couldSay')}</p>
                    <p
                      className="spoken mt-1 rounded-base border-l-[3px] border-accent bg-panel px-4 py-2.5 text-head shadow-lift"
                      lang="zh-CN"
                    >
                      {better}
                    </p>
                  </>
                )}
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="debrief-norms">
          <h2 id="debrief-norms" className="font-semibold">
            {t('rehearsal.norms')}
          </h2>
          <NormBars norms={page.norms} />
          <p className="mt-4 border-t border-edge pt-3 font-semibold">{t('rehearsal.nextDrill')}</p>
          <p className="text-note text-ink-2">
            {t('rehearsal.nextDrillText', { norm: t(`rehearsal.norm.${page.drill}`) })}
          </p>
          <Button look="primary" className="mt-2.5 w-full" onClick={() => void go(null)}>
            {t('rehearsal.restartAll')}
          </Button>
        </section>
      </div>
      <PrintedPage page={page} />
    </article>
  );
}

/** The page on paper. */
function PrintedPage({ page }: { page: Debrief }) {
  const { t } = useTranslation();
  return createPortal(
    <div className="print-sheet" lang="zh-CN">
      <h1>
        {shortScenario(page.title)} · {t('rehearsal.debrief')}
      </h1>
      <p>
        {feltWords(page, t)} {page.ending?.lesson ?? ''}
      </p>
      <p>
        {page.score} {t('rehearsal.points')} · {t('rehearsal.passMark', { mark: page.passMark })}
      </p>
      <p>
        {t('rehearsal.curve', { time: sayTime(page.lengthMs) })}{' '}
        {t('rehearsal.curveText', { from: sayMood(page.temperFrom, t), to: sayMood(page.temperTo, t) })}
      </p>
      <h2>{t('rehearsal.well')}</h2>
      {page.well.map(({ code, quote }) => (
        <p key={quote}>
          <b>{sayCode(code, t)}</b> <q>{quote}</q>
        </p>
      ))}
      <h2>{t('rehearsal.workOn')}</h2>
      {page.workOn.map(({ code, quote, better, atMs }) => (
        <p key={`${code}${atMs}`}>
          <b>{sayCode(code, t)}</b> {quote === '' ? null : <q>{quote}</q>}{' '}
          {better === '' ? '' : `${t('rehearsal.couldSay')} ${better}`}
        </p>
      ))}
      <h2>{t('rehearsal.norms')}</h2>
      <p>
        {page.norms
          .map(({ norm, got, of }) => {
            const share = got === null ? t('rehearsal.notMet') : `${got} / ${of}`;
            return `${t(`rehearsal.norm.${norm}`)} ${share}`;
          })
          .join(' · ')}
      </p>
    </div>,
    document.body,
  );
}
