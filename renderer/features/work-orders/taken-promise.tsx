import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShiftView } from '#contract/work-orders/shifts.ts';
import { type NumbersToShow, ShownNumbers } from '#renderer/features/records/shown-numbers.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useOrdersCall } from './use-shift.ts';

/** A promise that somebody passed on: what it is about, what was said with it, the number to ring, and that it was kept. */
export function TakenPromise({ promise }: { promise: ShiftView['promisesTaken'][number] }) {
  const { t } = useTranslation();
  const call = useOrdersCall();
  const [reason, setReason] = useState<string | null>(null);
  const [numbers, setNumbers] = useState<NumbersToShow | null>(null);
  const { conversationId, customerShown, text, fromName, matter, note } = promise;
  const look = async () => {
    if (reason === null || reason.trim().length < 2) return;
    const shown = await call((core) => core.workOrders.showPromiseNumber({ conversationId, reason }));
    if (!shown) return;
    setNumbers({ numbers: shown.numbers, untilMs: Date.now() + shown.hideAfterMs });
    setReason(null);
  };
  return (
    <Banner
      tone="plain"
      title={t('watch.shift.promiseTitle', {
        from: fromName,
        text,
        customer: customerShown || t('watch.shift.withoutName'),
      })}
      action={
        <span className="flex flex-wrap gap-2">
          {numbers === null && reason === null ? (
            <Button size="small" look="quiet" onClick={() => setReason('')}>
              {t('ordersBoard.step.lookAtNumber')}
            </Button>
          ) : null}
          <Button size="small" onClick={() => void call((core) => core.workOrders.keepPromise({ conversationId }))}>
            {t('watch.shift.promiseKept')}
          </Button>
        </span>
      }
    >
      <p lang="zh-CN">{[matter, note].filter(Boolean).join(' · ')}</p>
      {reason === null ? null : (
        <form
          className="mt-1 flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void look();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            setReason(null);
          }}
        >
          <Field
            className="min-w-48 flex-1"
            label={t('ordersBoard.stepText.lookAtNumber')}
            autoFocus
            maxLength={120}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button type="submit" aria-disabled={reason.trim().length < 2}>
            {t('ordersBoard.step.lookAtNumber')}
          </Button>
        </form>
      )}
      {numbers ? <ShownNumbers shown={numbers} onHide={() => setNumbers(null)} /> : null}
    </Banner>
  );
}
