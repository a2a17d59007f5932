import clsx from 'clsx';
import { useTranslation } from 'react-i18next';
import type { WorkOrderView } from '#contract/work-orders/view.ts';
import { sayMomentOf } from '#renderer/ui/deadline-words.ts';
import { sayHappened, sayRefused } from './say-order.ts';

/** What happened, running on into what will happen by itself. */
export function OrderHistory({ order, say }: { order: WorkOrderView; say: Parameters<typeof sayMomentOf>[1] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="order-history" className="flex flex-col gap-1.5">
      <h3 id="order-history" className="text-note font-semibold text-ink-2">
        {t('ordersBoard.history')}
      </h3>
      <ul className="flex flex-col gap-1">
        {order.history.map((entry) => (
          <li key={entry.eventId} className="flex gap-3 text-note">
            <span className="figures w-[7.5em] shrink-0 text-ink-2">{sayMomentOf(entry.atMs, say)}</span>
            <span className="min-w-0 flex-1">
              <span className={clsx('text-ink', entry.superseded && 'line-through')}>
                {[entry.personName, sayHappened(entry, t)].filter(Boolean).join(' ')}
              </span>
              {entry.text === '' ? null : (
                <span className="block text-ink-2 [overflow-wrap:anywhere]" lang="zh-CN">
                  {entry.text}
                </span>
              )}
              {entry.superseded ? (
                <span className="block text-warn">
                  {t('ordersBoard.superseded', { why: sayRefused(entry.superseded, t) })}
                </span>
              ) : null}
            </span>
          </li>
        ))}
        {order.ahead.length > 0 ? (
          <li className="pt-1 text-small font-semibold text-ink-2">{t('ordersBoard.ahead')}</li>
        ) : null}
        {order.ahead.map((ahead) => {
          const what = t(`ordersBoard.limit.${ahead.limit}`);
          const who = ahead.tell.map((level) => t(`ordersBoard.who.${level}`)).join(t('frame.listJoin'));
          return (
            <li key={`${ahead.limit}-${ahead.moment}`} className="flex gap-3 text-note text-ink-3">
              <span className="figures w-[7.5em] shrink-0">{sayMomentOf(ahead.atMs, say)}</span>
              <span className="min-w-0 flex-1">
                {t(ahead.moment === 'before' ? 'ordersBoard.aheadBefore' : 'ordersBoard.aheadAt', { what, who })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
