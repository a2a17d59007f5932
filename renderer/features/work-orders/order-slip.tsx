import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { WorkOrderView } from '#contract/work-orders/view.ts';
import { sayMomentOf } from '#renderer/ui/deadline-words.ts';
import { sayHappened } from './say-order.ts';

/** One order on paper: what it carries, what the customer was told, what happened. Only the printer sees it. */
export function OrderSlip({ order, say }: { order: WorkOrderView; say: Parameters<typeof sayMomentOf>[1] }) {
  const { t } = useTranslation();
  const next = order.limits[0];
  return createPortal(
    <div className="print-sheet" lang="zh-CN">
      <h1>
        {t('ordersBoard.title')} {order.number}
      </h1>
      <p>
        {order.customerShown} · {order.matter}
      </p>
      <p>
        {[order.kindLabel, t(`ordersBoard.state.${order.state}`), order.departmentLabel, order.handlerName]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {next ? (
        <p>
          {t('ordersBoard.limitTitle', {
            what: t(`ordersBoard.limit.${next.limit}`),
            when: sayMomentOf(next.deadline.dueAtMs, say),
          })}
        </p>
      ) : null}
      {order.fields.map((field) => (
        <p key={field.id}>
          {field.label} {field.value}
        </p>
      ))}
      <h2>{t('ordersBoard.told')}</h2>
      {order.told.map((told) => (
        <p key={`${told.atMs}-${told.how}`}>
          {sayMomentOf(told.atMs, say)} {told.personName} {told.text}
        </p>
      ))}
      <h2>{t('ordersBoard.history')}</h2>
      {order.history.map((entry) => (
        <p key={entry.eventId}>
          {sayMomentOf(entry.atMs, say)} {entry.personName} {sayHappened(entry, t)} {entry.text}
        </p>
      ))}
    </div>,
    document.body,
  );
}
