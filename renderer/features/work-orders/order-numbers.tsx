import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '#renderer/features/conversation/use-now.ts';
import { Button } from '#renderer/ui/button.tsx';

export interface ShownNumbers {
  readonly numbers: readonly { readonly label: string; readonly value: string }[];
  readonly untilMs: number;
}

/** The whole numbers of an order for a short while; they hide by themselves. */
export function OrderNumbers({ shown, onHide }: { shown: ShownNumbers; onHide: () => void }) {
  const { t } = useTranslation();
  const nowMs = useNow();
  const left = Math.max(0, Math.ceil((shown.untilMs - nowMs) / 1_000));
  const hide = useEffectEvent(onHide);
  useEffect(() => {
    const timer = setTimeout(hide, Math.max(0, shown.untilMs - Date.now()));
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <div role="status" className="flex flex-wrap items-baseline gap-x-4 gap-y-1 rounded-base bg-warn-soft px-4 py-2.5">
      {shown.numbers.map(({ label, value }) => (
        <span key={value} className="text-body">
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
