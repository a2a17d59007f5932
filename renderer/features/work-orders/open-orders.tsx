import { useTranslation } from 'react-i18next';
import { useDeskActions } from '#renderer/app/desk-provider.tsx';
import { useTalk } from '#renderer/features/conversation/conversation-provider.tsx';
import { Part } from '#renderer/features/conversation/part.tsx';
import { OrderRow } from './order-row.tsx';
import { useOrders } from './use-orders.ts';

const SHOWN = 4;

/** The orders that fall due next, in the column; the rest one step further. */
export function OpenOrders() {
  const { t } = useTranslation();
  const { openSheet } = useTalk();
  const { dispatch } = useDeskActions();
  const orders = (useOrders().data ?? []).filter(({ settled }) => !settled);
  if (orders.length === 0) return null;
  return (
    <Part
      title={t('workOrders.open')}
      aside={
        <button
          type="button"
          onClick={() => dispatch({ type: 'wentTo', place: 'orders' })}
          className="rounded-small px-1 text-small text-ink-2 underline decoration-edge-strong underline-offset-3 hover:text-ink"
        >
          {t('workOrders.all', { count: orders.length })}
        </button>
      }
    >
      <ul className="-mx-2 flex flex-col">
        {orders.slice(0, SHOWN).map((order) => (
          <li key={order.id}>
            <OrderRow order={order} onOpen={() => openSheet({ kind: 'order', id: order.id })} />
          </li>
        ))}
      </ul>
    </Part>
  );
}
