import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OrderStep } from '#contract/work-orders/steps.ts';
import type { WorkOrderView } from '#contract/work-orders/view.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import type { CoreClient } from '#renderer/core-client/core-connection.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import type { NumbersToShow } from '#renderer/features/records/shown-numbers.tsx';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { useTell } from '#renderer/ui/notice.tsx';
import { isOrderRefusal, sayRefused } from './say-order.ts';

/** Every order with something still to be done, and what was settled this week; the next limit first. */
export function ordersQuery(core: CoreClient) {
  return queryOptions({
    queryKey: ['workOrders', 'list'],
    queryFn: ({ signal }) => core.workOrders.list(undefined, { signal }),
  });
}

export function useOrders() {
  return useQuery(ordersQuery(useCore()));
}

export function useOrder(workOrderId: string) {
  const core = useCore();
  return useQuery({
    queryKey: ['workOrders', 'view', workOrderId],
    queryFn: ({ signal }) => core.workOrders.view({ workOrderId }, { signal }),
  });
}

/** The clock on the site's wall, by which limits are told. */
export function useSiteZone(): string {
  const core = useCore();
  const rules = useQuery({
    queryKey: ['siteRules', 'read'],
    queryFn: ({ signal }) => core.siteRules.read(undefined, { signal }),
  });
  return rules.data?.rules.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Tells why a step did not happen. */
function useTellRefused() {
  const tell = useTell();
  const { t } = useTranslation();
  return (error: unknown): void => {
    const failure = toFailure(error);
    if (failure.code !== 'stepRefused' || !isOrderRefusal(failure.data.reason)) {
      tell(failureNotice(failure.code, t));
      return;
    }
    const missing = failure.data.missing.map(({ label }) => label).join(t('frame.listJoin'));
    tell({
      tone: 'problem',
      title: sayRefused(failure.data.reason, t),
      ...(missing === '' ? {} : { detail: missing }),
    });
  };
}

/** The whole numbers of an order, once it is recorded who looks and why; null when that was refused or failed. */
export function useShowNumber() {
  const core = useCore();
  const queries = useQueryClient();
  const tellRefused = useTellRefused();
  return async (workOrderId: string, reason: string): Promise<NumbersToShow | null> => {
    try {
      const { numbers, hideAfterMs } = await core.workOrders.showNumber({ workOrderId, reason });
      void queries.invalidateQueries({ queryKey: ['workOrders', 'view', workOrderId] });
      return { numbers, untilMs: Date.now() + hideAfterMs };
    } catch (error) {
      tellRefused(error);
      return null;
    }
  };
}

/** Takes a step on an order and tells how it went; null when it was refused or failed. */
export function useTakeStep() {
  const core = useCore();
  const queries = useQueryClient();
  const tell = useTell();
  const tellRefused = useTellRefused();
  const { t } = useTranslation();
  return async (order: Pick<WorkOrderView, 'id' | 'number'>, step: OrderStep): Promise<WorkOrderView | null> => {
    try {
      const view = await core.workOrders.act({ workOrderId: order.id, step });
      queries.setQueryData(['workOrders', 'view', order.id], view);
      const said = t(`ordersBoard.step.${step.type}`);
      tell({ tone: 'done', title: t('ordersBoard.done', { number: order.number, step: said }) });
      return view;
    } catch (error) {
      tellRefused(error);
      return null;
    }
  };
}
