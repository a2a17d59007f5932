import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WorkOrderView } from '#contract/work-orders/view.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { useTell } from '#renderer/ui/notice.tsx';
import { pickOrder } from './picked-order.ts';
import { isOrderRefusal, sayRefused } from './say-order.ts';

/** Opens an order, puts it in front and tells its number; a refusal names what is missing and leaves the form as it is. */
export function useOpenOrder(onOpened: () => void) {
  const { t } = useTranslation();
  const tell = useTell();
  const queries = useQueryClient();
  return async (open: () => Promise<WorkOrderView>): Promise<void> => {
    try {
      const order = await open();
      void queries.invalidateQueries({ queryKey: ['workOrders'] });
      pickOrder(order.id);
      tell({ tone: 'done', title: t('ordersBoard.form.opened', { number: order.number }) });
      onOpened();
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code !== 'stepRefused' || !isOrderRefusal(failure.data.reason)) {
        return tell(failureNotice(failure.code, t));
      }
      const missing = failure.data.missing.map(({ label }) => label).join(t('frame.listJoin'));
      tell({
        tone: 'problem',
        title: sayRefused(failure.data.reason, t),
        ...(missing === '' ? {} : { detail: missing }),
      });
    }
  };
}
