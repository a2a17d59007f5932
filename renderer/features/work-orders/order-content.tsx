import { useTranslation } from 'react-i18next';
import type { WorkOrderView } from '#contract/work-orders/view.ts';

const greenParts = ['wanted', 'explained', 'notAccepted', 'demand', 'leadNumber', 'hall'] as const;

/** Everything the order carries, so that nobody has to ring again. */
export function OrderContent({ order }: { order: WorkOrderView }) {
  const { t } = useTranslation();
  const green = order.greenForm;
  const rows: { id: string; label: string; value: string }[] = [
    ...(green
      ? greenParts.map((part) => ({ id: part, label: t(`ordersBoard.greenForm.${part}`), value: green[part] }))
      : []),
    ...(green
      ? [
          {
            id: 'identity',
            label: t('ordersBoard.greenForm.identity'),
            value: t(`ordersBoard.identity.${green.identity}`),
          },
        ]
      : []),
    ...order.fields,
    ...(order.result
      ? [
          {
            id: 'result',
            label: t('ordersBoard.result'),
            value: `${order.result.text} (${t(`ordersBoard.cause.${order.result.cause}`)})`,
          },
        ]
      : []),
    ...(order.lesson === '' ? [] : [{ id: 'lesson', label: t('ordersBoard.stepText.close'), value: order.lesson }]),
  ];
  return (
    <section aria-labelledby="order-content" className="flex flex-col gap-1.5">
      <h3 id="order-content" className="text-note font-semibold text-ink-2">
        {t('ordersBoard.content')}
      </h3>
      {order.missing.length > 0 ? (
        <p className="text-note text-warn">
          {t('ordersBoard.missing', { list: order.missing.map(({ label }) => label).join(t('frame.listJoin')) })}
        </p>
      ) : null}
      <dl className="grid grid-cols-2 gap-x-6 narrow:grid-cols-1">
        {rows.map((row) => (
          <div key={row.id} className="flex gap-3 border-b border-edge py-1 text-note" lang="zh-CN">
            <dt className="w-[7em] shrink-0 text-ink-2">{row.label}</dt>
            <dd className="min-w-0 flex-1 [overflow-wrap:anywhere]">{row.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
