import { ClipboardList } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useTalk } from '#renderer/features/conversation/conversation-provider.tsx';
import { explainFailure } from '#renderer/i18n/explain-failure.ts';
import { sayDue, sayMoment } from '#renderer/i18n/moments.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { OrderRow } from './order-row.tsx';
import { useOrder, useOrders } from './use-orders.ts';

interface SheetProps {
  onClose: () => void;
  returnFocus: () => void;
}

/** Every open order of this desk. */
export function OrdersSheet(props: SheetProps) {
  const { t } = useTranslation();
  const { openSheet } = useTalk();
  const orders = useOrders().data?.filter(({ settled }) => !settled);
  return (
    <Dialog title={t('workOrders.title')} description={t('workOrders.intro')} wide {...props}>
      {orders === undefined ? <Skeleton label={t('frame.loading')} lines={5} /> : null}
      {orders?.length === 0 ? (
        <EmptyState icon={<ClipboardList className="size-8" aria-hidden />} title={t('workOrders.empty')}>
          {t('workOrders.emptyText')}
        </EmptyState>
      ) : null}
      <ul className="-mx-2 flex flex-col">
        {orders?.map((order) => (
          <li key={order.id}>
            <OrderRow order={order} onOpen={() => openSheet({ kind: 'order', id: order.id })} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** One order with everything it carries. */
export function OrderSheet({ id, ...props }: SheetProps & { id: string }) {
  const { t, i18n } = useTranslation();
  const { openSheet } = useTalk();
  const order = useOrder(id);
  const { data } = order;
  const { conversationId = null } = data ?? {};
  return (
    <Dialog title={data ? `${t('workOrders.title')} ${data.number}` : t('workOrders.title')} wide {...props}>
      {order.error ? (
        <p className="text-note text-warn">{explainFailure(toFailure(order.error).code, t).what}</p>
      ) : null}
      {order.isPending ? <Skeleton label={t('frame.loading')} lines={5} /> : null}
      {data ? (
        <div className="flex flex-col gap-4">
          <div className="flex flex-wrap items-center gap-2" lang="zh-CN">
            <p className="text-head font-semibold">{data.matter}</p>
            <Chip tone="accent">{t(`ordersBoard.state.${data.state}`)}</Chip>
            <Chip>{t(`workOrders.category.${data.category}`)}</Chip>
            {data.abnormal ? <Chip tone="warn">{t('workOrders.abnormal')}</Chip> : null}
          </div>
          <p className="figures text-note text-ink-2">
            {[
              data.customerShown,
              data.promisedAtMs === null || data.promiseText === null
                ? t('workOrders.noPromise')
                : `${t('workOrders.promised', { text: data.promiseText })} (${sayDue(data.promisedAtMs, i18n.language)})`,
              t('workOrders.drafted', {
                name: data.personName,
                time: sayMoment(data.draftedAtMs, Date.now(), i18n.language, t),
              }),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
          <dl aria-label={t('workOrders.fields')} className="grid grid-cols-2 gap-x-8 narrow:grid-cols-1">
            {data.fields.map((field) => (
              <div key={field.id} className="flex gap-3 border-b border-edge py-1.5 text-body" lang="zh-CN">
                <dt className="w-[8em] shrink-0 text-note text-ink-2">{field.label}</dt>
                <dd className="min-w-0 flex-1">{field.value}</dd>
              </div>
            ))}
          </dl>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => openSheet({ kind: 'orders' })}>{t('workOrders.back')}</Button>
            {conversationId === null ? null : (
              <Button onClick={() => openSheet({ kind: 'record', id: conversationId })}>
                {t('workOrders.fromConversation')}
              </Button>
            )}
          </div>
        </div>
      ) : null}
    </Dialog>
  );
}
