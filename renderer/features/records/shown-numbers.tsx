import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';

const SECOND = 1_000;

export interface NumbersToShow {
  readonly numbers: readonly { readonly label: string; readonly value: string }[];
  readonly untilMs: number;
}

/** Whole numbers for a short while, with the seconds that are left; they hide by themselves. */
export function ShownNumbers({ shown, onHide }: { shown: NumbersToShow; onHide: () => void }) {
  const { t } = useTranslation();
  const left = useSecondsUntil(shown.untilMs, onHide);
  return (
    <div role="status" className="flex flex-wrap items-baseline gap-x-4 gap-y-1 rounded-base bg-warn-soft px-4 py-2.5">
      {shown.numbers.length === 0 ? <span className="text-body">{t('records.numberNone')}</span> : null}
      {shown.numbers.map(({ label, value }) => (
        <span key={`${label} ${value}`} className="text-body">
          <span className="text-note text-ink-2">{label || t('ordersBoard.form.customerNumber')} </span>
          <strong className="figures text-head">{value}</strong>
        </span>
      ))}
      <span aria-live="off" className="figures ml-auto text-small text-warn">
        {t('records.numberShown', { seconds: left })}
      </span>
      <Button size="small" onClick={onHide}>
        {t('records.numberHide')}
      </Button>
    </div>
  );
}

/** Whole seconds until a moment; tells when it has come. */
function useSecondsUntil(untilMs: number, onCome: () => void): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  const come = useEffectEvent(onCome);
  useEffect(() => {
    setNowMs(Date.now());
    const timer = setInterval(() => {
      setNowMs(Date.now());
      if (Date.now() >= untilMs) come();
    }, SECOND);
    return () => clearInterval(timer);
  }, [untilMs]);
  return Math.max(0, Math.ceil((untilMs - nowMs) / SECOND));
}
