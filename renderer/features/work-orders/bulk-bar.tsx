import { useQueryClient } from '@tanstack/react-query';
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderStep, StepType } from '#contract/work-orders/steps.ts';
import type { WorkOrderSummary } from '#contract/work-orders/view.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { useCurrentPerson } from '#renderer/features/people/use-people.ts';
import { failureNotice } from '#renderer/i18n/explain-failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';
import { sayRefused } from './say-order.ts';
import { StepForm } from './step-form.tsx';
import { useOrder } from './use-orders.ts';

/** A hundred orders as a workbook take a busy PC longer than a call may. */
const EXPORT_WITHIN_MS = 60_000;

interface BulkBarProps {
  ticked: readonly WorkOrderSummary[];
  onUntick: () => void;
}

/** Steps that mean the same for every order; what is said to one customer is never said to many. */
const bulkSteps: readonly StepType[] = ['dispatch', 'signFor', 'passRecheck', 'close', 'remind', 'handOver', 'note'];

/** What can be done with the ticked orders at once. Each is decided by itself: refused ones are listed with the reason. */
export function BulkBar({ ticked, onUntick }: BulkBarProps) {
  const { t } = useTranslation();
  const core = useCore();
  const queries = useQueryClient();
  const tell = useTell();
  const person = useCurrentPerson(true).data;
  const [form, setForm] = useState<StepType | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const first = useOrder(ticked[0]?.id ?? '').data;
  const steps = bulkSteps.filter((type) => ticked.some((order) => order.steps.includes(type)));

  const take = async (step: OrderStep) => {
    try {
      const results = await core.workOrders.actOnMany({ workOrderIds: ticked.map(({ id }) => id), step });
      const lost = results.flatMap(({ number, refused: reason }) =>
        reason === null ? [] : [`${number} ${sayRefused(reason, t)}`],
      );
      setRefused(lost);
      setForm(null);
      void queries.invalidateQueries({ queryKey: ['workOrders'] });
      tell({
        tone: lost.length > 0 ? 'problem' : 'done',
        title: t('ordersBoard.bulkDone', { count: results.length - lost.length }),
        ...(lost.length > 0 ? { detail: t('ordersBoard.bulkRefused', { count: lost.length }) } : {}),
      });
      if (lost.length === 0) onUntick();
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
    }
  };
  const exportChosen = async (format: 'xlsx' | 'csv') => {
    try {
      const file = await window.counterpartShell.chooseExportFile({ format, name: t('ordersBoard.title') });
      if (!file) return;
      const { exported } = await core.workOrders.export(
        { workOrderIds: ticked.map(({ id }) => id), fileToken: file.token },
        { context: { timeoutMs: EXPORT_WITHIN_MS } },
      );
      tell({ tone: 'done', title: t('ordersBoard.exported', { count: exported }), detail: file.name });
    } catch (error) {
      tell(failureNotice(toFailure(error).code, t));
    }
  };

  return (
    <section
      aria-label={t('ordersBoard.ticked', { count: ticked.length })}
      className="flex flex-col gap-2 rounded-large border border-edge-strong bg-panel px-4 py-3 shadow-lift"
    >
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-body font-semibold">{t('ordersBoard.ticked', { count: ticked.length })}</span>
        {steps.map((type) => (
          <Button key={type} size="small" onClick={() => setForm(type)}>
            {t(`ordersBoard.step.${type}`)}
          </Button>
        ))}
        {steps.length === 0 ? <span className="text-note text-ink-2">{t('ordersBoard.bulkNone')}</span> : null}
        <Button size="small" onClick={() => void exportChosen('xlsx')}>
          <FileSpreadsheet className="size-4" aria-hidden />
          {t('ordersBoard.exportChosen')}
        </Button>
        <Button size="small" look="quiet" onClick={() => void exportChosen('csv')}>
          CSV
        </Button>
        <Button size="small" look="quiet" onClick={onUntick}>
          {t('ordersBoard.untickAll')}
        </Button>
      </div>
      {form && first ? (
        <StepForm
          key={form}
          type={form}
          order={first}
          atDesk={person?.role !== 'handler'}
          onCancel={() => setForm(null)}
          onTake={(step) => void take(step)}
        />
      ) : null}
      {refused.length > 0 ? (
        <ul className="flex flex-col text-note text-warn">
          {refused.map((one) => (
            <li key={one} className="figures">
              {one}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
