import clsx from 'clsx';
import { ArrowLeft, ClipboardList, Eye, Plus, Printer, Siren, Zap } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '#renderer/app/shortcuts.tsx';
import { AlertsPanel } from '#renderer/features/alerts/alerts-panel.tsx';
import { RaiseAlertSheet } from '#renderer/features/alerts/raise-alert-sheet.tsx';
import { useNow } from '#renderer/features/conversation/use-now.ts';
import { DutiesSheet, useDuties } from '#renderer/features/people/duties-sheet.tsx';
import { useCurrentPerson } from '#renderer/features/people/use-people.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { type BoardQuery, chosenOrders, groupedOrders } from './board-filters.ts';
import { BoardHead } from './board-head.tsx';
import { BoardRow } from './board-row.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { NewGreenSheet } from './new-green-sheet.tsx';
import { NewOrderSheet } from './new-order-sheet.tsx';
import { OrderDetail } from './order-detail.tsx';
import { OrderSlip } from './order-slip.tsx';
import { leaveOrder, pickOrder, usePickedOrder } from './picked-order.ts';
import { useOrder, useOrders, useSiteZone } from './use-orders.ts';

/** The board: every order by its next limit, and the one in front with what to do next. */
export function OrdersPlace() {
  const { t, i18n } = useTranslation();
  const orders = useOrders().data;
  const person = useCurrentPerson(true).data;
  const nowMs = useNow();
  const timeZone = useSiteZone();
  const [query, setQuery] = useState<BoardQuery>({ filter: 'all', state: null, category: null, text: '' });
  const [tickedIds, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [sheet, setSheet] = useState<'order' | 'green' | 'duties' | 'alert' | null>(null);
  const list = useRef<HTMLElement>(null);
  const detail = useRef<HTMLElement>(null);
  const { id: pickedId, opened } = usePickedOrder();
  const holders = useDuties().data;

  const chosen = chosenOrders(orders ?? [], query, nowMs);
  const groups = groupedOrders(chosen, nowMs, timeZone);
  const inOrder = groups.flatMap((group) => group.orders);
  const picked = inOrder.find(({ id }) => id === pickedId) ?? inOrder[0];
  const ticked = (orders ?? []).filter(({ id }) => tickedIds.has(id));
  const view = useOrder(picked?.id ?? '').data;
  const shown = view && view.id === picked?.id ? view : undefined;

  const tick = (id: string) => {
    const next = new Set(tickedIds);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  const focusPicked = useRef(false);
  const move = (by: number) => {
    const at = inOrder.findIndex(({ id }) => id === picked?.id);
    const next = inOrder[Math.min(inOrder.length - 1, Math.max(0, at + by))];
    if (!next) return;
    focusPicked.current = true;
    pickOrder(next.id, false);
  };
  const leave = () => {
    focusPicked.current = true;
    leaveOrder();
  };
  useEffect(() => {
    if (!focusPicked.current || !picked) return;
    focusPicked.current = false;
    list.current?.querySelector<HTMLElement>(`[data-order="${picked.id}"]`)?.focus();
  }, [picked]);
  const isShown = shown !== undefined;
  useEffect(() => {
    // Where there is room for one of the two, the order has taken the place of the list, and the focus goes along.
    if (opened && isShown && list.current?.offsetParent === null) detail.current?.focus();
  }, [opened, isShown]);
  useShortcut('printShown', () => window.counterpartShell.print());

  const opens = person && person.role !== 'handler' && person.role !== 'trainee' && person.role !== 'reviewer';
  const leads = person?.role === 'lead' || person?.role === 'administrator';
  const vacant =
    leads && holders
      ? (['areaManager', 'trafficMonitor'] as const).filter((duty) => !holders.some((one) => one.duty === duty))
      : [];
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)_30.5rem] drawer:block drawer:overflow-y-auto">
      <section
        aria-labelledby="orders-heading"
        className={clsx(
          'flex min-h-0 flex-col gap-3 bg-sunken px-6 pt-4 narrow:px-4 drawer:min-h-full',
          opened && shown && 'drawer:hidden',
        )}
      >
        <BoardHead
          orders={orders ?? []}
          query={query}
          nowMs={nowMs}
          onChange={setQuery}
          onLeaveBox={() => list.current?.querySelector<HTMLElement>('[data-order][tabindex="0"]')?.focus()}
        >
          {opens ? (
            <Button size="small" onClick={() => setSheet('order')}>
              <Plus className="size-4" aria-hidden />
              {t('ordersBoard.newOrder')}
            </Button>
          ) : null}
          {leads ? (
            <>
              <Button size="small" onClick={() => setSheet('green')}>
                <Zap className="size-4" aria-hidden />
                {t('ordersBoard.newGreen')}
              </Button>
              <Button size="small" onClick={() => setSheet('duties')}>
                <Eye className="size-4" aria-hidden />
                {t('watch.duty.title')}
              </Button>
            </>
          ) : null}
          {opens ? (
            <Button size="small" onClick={() => setSheet('alert')}>
              <Siren className="size-4" aria-hidden />
              {t('watch.alert.raise')}
            </Button>
          ) : null}
        </BoardHead>
        <AlertsPanel timeZone={timeZone} nowMs={nowMs} />
        {vacant.length > 0 && (orders ?? []).some(({ green, settled }) => green !== null && !settled) ? (
          <p className="text-note text-warn">
            {t('watch.duty.nobody', { duty: vacant.map((duty) => t(`watch.duty.${duty}`)).join(t('frame.listJoin')) })}
          </p>
        ) : null}
        {orders === undefined ? <Skeleton label={t('frame.loading')} lines={6} /> : null}
        {orders && inOrder.length === 0 ? (
          <EmptyState icon={<ClipboardList className="size-8" aria-hidden />} title={t('ordersBoard.none')}>
            {t('ordersBoard.noneText')}
          </EmptyState>
        ) : null}
        <section
          ref={list}
          aria-label={t('ordersBoard.list')}
          className="-mx-2 min-h-0 flex-1 overflow-y-auto px-2 drawer:flex-none drawer:overflow-visible"
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              move(event.key === 'ArrowDown' ? 1 : -1);
            }
            if (event.key === ' ' && picked && event.target instanceof HTMLButtonElement) {
              event.preventDefault();
              tick(picked.id);
            }
          }}
        >
          {groups.map(({ group, orders: rows }) => (
            <section key={group} aria-labelledby={`orders-${group}`} className="pb-3">
              <h2 id={`orders-${group}`} className="px-2 py-1 text-note font-semibold text-ink-2">
                {t(`ordersBoard.group.${group}`)}
              </h2>
              <ul className="flex flex-col gap-0.5">
                {rows.map((order) => (
                  <BoardRow
                    key={order.id}
                    order={order}
                    nowMs={nowMs}
                    timeZone={timeZone}
                    picked={order.id === picked?.id}
                    ticked={tickedIds.has(order.id)}
                    onPick={() => pickOrder(order.id)}
                    onTick={() => tick(order.id)}
                  />
                ))}
              </ul>
            </section>
          ))}
        </section>
        {ticked.length > 0 ? <BulkBar ticked={ticked} onUntick={() => setTicked(new Set())} /> : null}
        <p className="flex flex-wrap items-center gap-x-5 gap-y-1 pb-3 text-small text-ink-2">
          <span>
            <Kbd>Space</Kbd> {t('ordersBoard.keys')}
          </span>
          <button
            type="button"
            className="inline-flex items-center gap-1 rounded-small px-1 hover:text-ink"
            onClick={() => void window.counterpartShell.print()}
          >
            <Kbd>Ctrl P</Kbd> <Printer className="size-3.5" aria-hidden /> {t('ordersBoard.printKey')}
          </button>
        </p>
      </section>
      <section
        ref={detail}
        tabIndex={-1}
        aria-label={shown ? `${t('ordersBoard.title')} ${shown.number}` : t('ordersBoard.pick')}
        className={clsx(
          'relative min-h-0 overflow-y-auto border-l border-edge bg-panel drawer:h-full drawer:border-l-0',
          !(opened && shown) && 'drawer:hidden',
        )}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing || !opened) return;
          event.preventDefault();
          leave();
        }}
      >
        <div className="hidden px-4 pt-3 drawer:block">
          <Button size="small" look="quiet" onClick={leave}>
            <ArrowLeft className="size-4" aria-hidden />
            {t('watch.back')}
            <Kbd>Esc</Kbd>
          </Button>
        </div>
        {shown ? (
          <OrderDetail key={shown.id} order={shown} nowMs={nowMs} timeZone={timeZone} />
        ) : (
          <EmptyState title={t('ordersBoard.pick')}>{t('ordersBoard.pickText')}</EmptyState>
        )}
      </section>
      {shown ? <OrderSlip order={shown} say={{ t, language: i18n.language, nowMs, timeZone }} /> : null}
      {sheet === 'order' ? <NewOrderSheet onClose={() => setSheet(null)} /> : null}
      {sheet === 'green' ? <NewGreenSheet onClose={() => setSheet(null)} /> : null}
      {sheet === 'duties' ? <DutiesSheet onClose={() => setSheet(null)} /> : null}
      {sheet === 'alert' ? <RaiseAlertSheet onClose={() => setSheet(null)} /> : null}
    </div>
  );
}
