import clsx from 'clsx';
import { RotateCcw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunView } from '#contract/rehearsal/view.ts';
import { IconButton } from '#renderer/features/conversation/icon-button.tsx';
import { sayExchange, sayTime } from './say-run.ts';

/** What was said so far, and what each answer did; every one can be taken up again. */
export function RunHistory({ run, onRestart }: { run: RunView; onRestart: (index: number) => void }) {
  const { t } = useTranslation();
  const end = useRef<HTMLLIElement>(null);
  const count = run.exchanges.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest is kept in sight.
  useEffect(() => end.current?.scrollIntoView({ block: 'nearest' }), [count]);
  return (
    <section
      aria-labelledby="run-history"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard.
      tabIndex={0}
      className="min-h-0 overflow-y-auto border-r border-edge bg-panel px-5 py-5 focus-visible:-outline-offset-2 drawer:order-last drawer:col-span-full drawer:overflow-visible drawer:border-t"
    >
      <h2 id="run-history" className="text-note font-semibold text-ink-2">
        {t('rehearsal.history')}
      </h2>
      {count === 0 ? <p className="mt-3 text-note text-ink-3">{t('rehearsal.historyNone')}</p> : null}
      <ol className="mt-3 flex flex-col gap-4">
        {run.exchanges.map((exchange) => (
          <li key={exchange.index} ref={exchange.index === run.exchanges.at(-1)?.index ? end : null}>
            <Speech name={run.customer.name} atMs={exchange.turnAtMs} text={exchange.customerSaid} quiet />
            <div className="mt-3 flex items-start">
              <div className="min-w-0 flex-1">
                <Speech
                  name={t('rehearsal.you')}
                  atMs={exchange.saidAtMs}
                  text={exchange.way === 'silence' ? t('rehearsal.silence') : exchange.text}
                />
              </div>
              <IconButton icon={RotateCcw} label={t('rehearsal.restart')} onClick={() => onRestart(exchange.index)} />
            </div>
            <Effect exchange={exchange} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Speech({ name, atMs, text, quiet = false }: { name: string; atMs: number; text: string; quiet?: boolean }) {
  return (
    <>
      <p className="text-small">
        <b className={clsx('mr-2 font-semibold', quiet ? 'text-ink-2' : 'text-accent')}>{name}</b>
        <span className="figures text-ink-3">{sayTime(atMs)}</span>
      </p>
      <p className={clsx('spoken text-note', quiet && 'text-ink-2')} lang="zh-CN">
        {text}
      </p>
    </>
  );
}

function Effect({ exchange }: { exchange: RunView['exchanges'][number] }) {
  const { t } = useTranslation();
  const why = sayExchange(exchange, t);
  const { temperBy, quality } = exchange;
  const worse = temperBy > 0 || quality === 'poor';
  if (why === null) return null;
  return (
    <p className={clsx('mt-0.5 text-small font-semibold', worse ? 'text-warn' : 'text-accent')}>
      <span aria-hidden>{temperBy > 0 ? '↑ ' : temperBy < 0 ? '↓ ' : ''}</span>
      {temperBy === 0 ? '' : `${t(temperBy > 0 ? 'rehearsal.angrier' : 'rehearsal.calmer')} · `}
      {why}
    </p>
  );
}
