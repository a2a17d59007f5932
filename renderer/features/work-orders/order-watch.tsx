import { useTranslation } from 'react-i18next';
import type { WorkOrderView } from '#contract/work-orders/view.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { sayMomentOf } from '#renderer/ui/deadline-words.ts';
import { useOrdersCall } from './use-shift.ts';

/** Who watches a green-channel order, by name; where nobody has the duty it says who stands in. */
export function OrderWatch({ order }: { order: WorkOrderView }) {
  const { t } = useTranslation();
  if (order.watch.length === 0) return null;
  const parts = order.watch.map(({ level, names, standIn }) => {
    const duty =
      level === 'areaManager' || level === 'trafficMonitor' ? t(`watch.duty.${level}`) : t('watch.duty.lead');
    return standIn
      ? t('watch.duty.standIn', { duty })
      : t('watch.duty.named', { duty, names: names.join(t('frame.listJoin')) });
  });
  return (
    <p className="text-note text-ink-2">
      <span className="font-semibold">{t('watch.duty.watching')}</span> {parts.join(' · ')}
    </p>
  );
}

/** Steps of this person that did not count: what happened, who was first, and that nothing they wrote is lost. */
export function LostSteps({ order, say }: { order: WorkOrderView; say: Parameters<typeof sayMomentOf>[1] }) {
  const { t } = useTranslation();
  const call = useOrdersCall();
  const lost = order.history.flatMap((entry) =>
    entry.lostByMe && entry.type !== 'drafted' && entry.type !== 'limitTold' ? [{ ...entry, type: entry.type }] : [],
  );
  return lost.map((entry, index) => (
    <Banner
      key={entry.eventId}
      tone="warn"
      title={t('watch.lost.title', {
        when: sayMomentOf(entry.atMs, say),
        step: t(`ordersBoard.step.${entry.type}`),
        who: entry.supersededBy || t('watch.lost.someone'),
      })}
      action={
        index === 0 ? (
          <Button
            size="small"
            onClick={() => void call((core) => core.workOrders.seeLostSteps({ workOrderId: order.id }))}
          >
            {t('watch.lost.seen')}
          </Button>
        ) : null
      }
    >
      {t('watch.lost.text', { state: t(`ordersBoard.state.${order.state}`) })}
    </Banner>
  ));
}
