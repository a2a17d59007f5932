import { useTranslation } from 'react-i18next';
import type { WorkOrderSummary } from '#contract/work-orders/view.ts';
import { sayDue } from '#renderer/i18n/moments.ts';
import { Chip } from '#renderer/ui/chip.tsx';

/** One order in a list: number, matter, customer and when an answer was promised. */
export function OrderRow({ order, onOpen }: { order: WorkOrderSummary; onOpen: () => void }) {
  const { t, i18n } = useTranslation();
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex w-full flex-col rounded-base px-2 py-1.5 text-left hover:bg-hover"
    >
      <span className="flex w-full items-baseline gap-2">
        <span className="figures text-body font-semibold">{order.number}</span>
        <span className="min-w-0 flex-1 truncate text-note text-ink-2" lang="zh-CN">
          {order.matter}
        </span>
        {order.abnormal ? <Chip tone="warn">{t('workOrders.abnormal')}</Chip> : null}
        <Chip>{t(`workOrders.category.${order.category}`)}</Chip>
      </span>
      <span className="figures text-small text-ink-3">
        {[
          order.customerShown,
          order.limits[0]
            ? t('conversation.due', { when: sayDue(order.limits[0].deadline.dueAtMs, i18n.language) })
            : t('workOrders.noPromise'),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </button>
  );
}
