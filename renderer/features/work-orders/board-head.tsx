import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { workOrderCategorySchema } from '#contract/vocabulary.ts';
import { workOrderStateSchema } from '#contract/work-orders/terms.ts';
import type { WorkOrderSummary } from '#contract/work-orders/view.ts';
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx';
import { type BoardQuery, boardFilters, dueAtMsOf, isLate, passes } from './board-filters.ts';

interface BoardHeadProps {
  orders: readonly WorkOrderSummary[];
  query: BoardQuery;
  nowMs: number;
  onChange: (query: BoardQuery) => void;
  /** The arrow key leads from the box into the list. */
  onLeaveBox: () => void;
  children: ReactNode;
}

/** What the board says at a glance, what it shows, and the box that finds an order by its number. */
export function BoardHead({ orders, query, nowMs, onChange, onLeaveBox, children }: BoardHeadProps) {
  const { t } = useTranslation();
  const late = orders.filter((order) => isLate(order, nowMs)).length;
  const soon = orders.filter((order) => {
    const due = dueAtMsOf(order);
    return due !== null && due > nowMs && due - nowMs <= 3_600_000;
  }).length;
  const finding =
    late > 0
      ? t('ordersBoard.findingLate', { late, soon })
      : soon > 0
        ? t('ordersBoard.findingSoon', { soon })
        : t('ordersBoard.findingCalm');
  const select = 'h-8 rounded-base border border-edge-field bg-panel px-2 text-note text-ink';
  return (
    <header className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 id="orders-heading" className="text-title font-bold">
          {t('ordersBoard.title')}
        </h1>
        <p className="text-note text-ink-2">{finding}</p>
        <div className="ml-auto flex flex-wrap gap-2">{children}</div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <ChoiceChips
          label={t('ordersBoard.filterLabel')}
          value={query.filter}
          options={boardFilters.map((filter) => {
            const count = orders.filter((order) => passes(order, filter, nowMs)).length;
            return { value: filter, content: `${t(`ordersBoard.filter.${filter}`)} ${count}` };
          })}
          onChange={(filter) => onChange({ ...query, filter: filter ?? 'all' })}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <input
          type="search"
          value={query.text}
          aria-label={t('ordersBoard.find')}
          placeholder={t('ordersBoard.find')}
          onChange={(event) => onChange({ ...query, text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onLeaveBox();
          }}
          className="h-8 min-w-48 flex-1 rounded-base border border-edge-field bg-panel px-3 text-note placeholder:text-ink-3"
        />
        <select
          aria-label={t('ordersBoard.stateLabel')}
          className={select}
          value={query.state ?? ''}
          onChange={(event) => {
            const state = workOrderStateSchema.safeParse(event.target.value);
            onChange({ ...query, state: state.success ? state.data : null });
          }}
        >
          <option value="">{t('ordersBoard.anyState')}</option>
          {workOrderStateSchema.options.map((state) => (
            <option key={state} value={state}>
              {t(`ordersBoard.state.${state}`)}
            </option>
          ))}
        </select>
        <select
          aria-label={t('ordersBoard.categoryLabel')}
          className={select}
          value={query.category ?? ''}
          onChange={(event) => {
            const category = workOrderCategorySchema.safeParse(event.target.value);
            onChange({ ...query, category: category.success ? category.data : null });
          }}
        >
          <option value="">{t('ordersBoard.anyCategory')}</option>
          {workOrderCategorySchema.options.map((category) => (
            <option key={category} value={category}>
              {t(`workOrders.category.${category}`)}
            </option>
          ))}
        </select>
      </div>
    </header>
  );
}
