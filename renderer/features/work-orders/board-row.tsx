import clsx from 'clsx';
import type { TFunction } from 'i18next';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WorkOrderSummary } from '#contract/work-orders/view.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { DeadlineRing } from '#renderer/ui/deadline-ring.tsx';
import { sayMomentOf } from '#renderer/ui/deadline-words.ts';
import { sayLeft } from './say-order.ts';

interface BoardRowProps {
  order: WorkOrderSummary;
  nowMs: number;
  timeZone: string;
  picked: boolean;
  ticked: boolean;
  onPick: () => void;
  onTick: () => void;
}

/** One order on the board: shape and colour for urgency, who and what, where it stands, what is left of its next limit. */
export function BoardRow({ order, nowMs, timeZone, picked, ticked, onPick, onTick }: BoardRowProps) {
  const { t, i18n } = useTranslation();
  const next = order.limits[0];
  const left = next ? next.deadline.dueAtMs - nowMs : null;
  const say = { t, language: i18n.language, nowMs, timeZone };
  return (
    <li
      className={clsx(
        'flex items-center gap-3 rounded-base border-l-[3px] pr-3 pl-2',
        picked ? 'border-accent bg-panel shadow-lift' : 'border-clear hover:bg-hover',
      )}
    >
      <input
        type="checkbox"
        tabIndex={-1}
        checked={ticked}
        onChange={onTick}
        aria-label={t('ordersBoard.tick', { number: order.number })}
        className="size-4 shrink-0 accent-(--accent)"
      />
      <button
        type="button"
        data-order={order.id}
        tabIndex={picked ? 0 : -1}
        aria-current={picked ? 'true' : undefined}
        onClick={onPick}
        className="flex min-w-0 flex-1 items-center gap-3 rounded-small py-2 text-left focus-visible:-outline-offset-2"
      >
        {next ? (
          <DeadlineRing deadline={next.deadline} nowMs={nowMs} />
        ) : (
          <CircleCheck className="size-6 shrink-0 text-ink-3" aria-hidden />
        )}
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="truncate text-body font-semibold" lang="zh-CN">
            {[order.customerShown.split(' ')[0], order.matter].filter(Boolean).join(' · ')}
          </span>
          <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
            {order.green ? (
              <Chip tone="accent">
                {t('ordersBoard.greenChip', { service: t(`ordersBoard.green.${order.green.service}`) })}
                {order.green.urgency === 'urgent' ? ` · ${t('ordersBoard.urgent')}` : ''}
              </Chip>
            ) : null}
            {order.abnormal ? <Chip tone="warn">{t('ordersBoard.abnormal')}</Chip> : null}
            {order.lostSteps > 0 ? <Chip tone="warn">{t('watch.lost.chip')}</Chip> : null}
            <span className="figures truncate text-small text-ink-2">
              {(order.green
                ? [order.number]
                : [order.number, order.kindLabel, t(`ordersBoard.source.${order.source}`)]
              ).join(' · ')}
            </span>
          </span>
        </span>
        <span className="flex w-[9.5rem] shrink-0 flex-col narrow:hidden">
          <span className="line-clamp-2 text-note">{stateWords(order, t)}</span>
          <span className="truncate text-small text-ink-2" lang="zh-CN">
            {[order.departmentLabel, order.handlerName].filter(Boolean).join(' ')}
          </span>
        </span>
        <span className="flex w-[8.5rem] shrink-0 flex-col items-end text-right">
          <span
            className={clsx(
              'figures text-note font-semibold',
              left !== null && left <= 0 && 'text-late',
              left !== null && left > 0 && left <= 3_600_000 && 'text-warn',
            )}
          >
            {next ? sayLeft(next.deadline, nowMs, t) : t('ordersBoard.settledAt')}
          </span>
          <span className="figures text-small text-ink-2">
            {next
              ? sayMomentOf(next.deadline.dueAtMs, say)
              : order.dissatisfaction
                ? t('ordersBoard.dissatisfaction')
                : ''}
          </span>
        </span>
      </button>
    </li>
  );
}

function stateWords(order: WorkOrderSummary, t: TFunction): string {
  if (order.state === 'closed' && !order.settled) {
    return order.callback === 'unsatisfied'
      ? `${t('ordersBoard.happened.callBack')} · ${t('ordersBoard.outcome.unsatisfied')}`
      : t('ordersBoard.filter.callback');
  }
  return t(`ordersBoard.state.${order.state}`);
}
