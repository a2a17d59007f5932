import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import type { WorkOrderState } from '#contract/work-orders/terms.ts';
import type { WorkOrderView } from '#contract/work-orders/view.ts';

const stages = ['drafted', 'signedFor', 'verified', 'handled', 'answered', 'rechecked', 'closed'] as const;

/** How many of the stages lie behind an order in each state. */
const reached: Readonly<Record<WorkOrderState, number>> = {
  drafted: 0,
  dispatched: 0,
  reopened: 0,
  passedOn: 0,
  signedFor: 1,
  returned: 2,
  verified: 2,
  handled: 3,
  answered: 4,
  rechecked: 5,
  inReview: 5,
  closed: 6,
};

/** The seven stages of an order in a row, the present one marked. */
export function OrderStages({ order }: { order: WorkOrderView }) {
  const { t } = useTranslation();
  // Where the result is rechecked before the customer hears it, those two change places.
  const answered = order.told.some(({ how }) => how === 'answer');
  const swapped = order.state === 'rechecked' && !answered;
  const row = swapped ? stages.map((stage) => swap[stage] ?? stage) : stages;
  const at = swapped ? 4 : reached[order.state];
  return (
    <ol aria-label={t('ordersBoard.stages')} className="flex">
      {row.map((stage, index) => (
        <li
          key={stage}
          aria-current={index === at ? 'step' : undefined}
          className={clsx(
            'relative flex min-w-0 flex-1 flex-col items-center gap-1 text-small',
            index === at ? 'font-semibold text-accent' : 'text-ink-2',
          )}
        >
          {index > 0 ? (
            <span
              aria-hidden
              className={clsx(
                'absolute top-[0.3rem] right-1/2 h-0.5 w-full',
                index <= at ? 'bg-accent' : 'bg-edge-strong',
              )}
            />
          ) : null}
          <span
            aria-hidden
            className={clsx(
              'relative size-3 rounded-full border-2',
              index < at && 'border-accent bg-accent',
              index === at && 'border-accent bg-panel ring-3 ring-accent-soft',
              index > at && 'border-edge-strong bg-panel',
            )}
          />
          <span className="truncate">{t(`ordersBoard.stage.${stage}`)}</span>
        </li>
      ))}
    </ol>
  );
}

const swap: Partial<Record<(typeof stages)[number], (typeof stages)[number]>> = {
  answered: 'rechecked',
  rechecked: 'answered',
};
