import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import type { WorkOrderSummary } from '#contract/work-orders/view.ts';
import { useNow } from '#renderer/features/conversation/use-now.ts';
import { sayDue } from '#renderer/i18n/moments.ts';
import { Chip } from '#renderer/ui/chip.tsx';

const HOUR_MS = 3_600_000;

/** One order in a list: number, matter, customer and its next limit, louder the nearer it is. */
export function OrderRow({ order, onOpen }: { order: WorkOrderSummary; onOpen: () => void }) {
  const { t, i18n } = useTranslation();
  const nowMs = useNow();
  const dueAtMs = order.limits[0]?.deadline.dueAtMs ?? null;
  const late = dueAtMs !== null && dueAtMs <= nowMs;
  const soon = dueAtMs !== null && dueAtMs - nowMs <= HOUR_MS;
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
        {order.customerShown === '' ? '' : `${order.customerShown} · `}
        {dueAtMs === null ? (
          t('workOrders.noPromise')
        ) : (
          <span className={clsx(late ? 'font-semibold text-late' : soon && 'font-semibold text-warn')}>
            {t(late ? 'conversation.overdue' : 'conversation.due', { when: sayDue(dueAtMs, i18n.language) })}
          </span>
        )}
      </span>
    </button>
  );
}
