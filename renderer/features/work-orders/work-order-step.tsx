import { useQueryClient } from '@tanstack/react-query';
import { ClipboardCheck, ClipboardPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contract/conversation/view.ts';
import { useTalk } from '#renderer/features/conversation/conversation-provider.tsx';
import { latestView } from '#renderer/features/conversation/conversation-query.ts';
import { FieldRow } from '#renderer/features/conversation/field-row.tsx';
import { focusMissing, targetId } from '#renderer/features/conversation/missing-target.ts';
import { Part } from '#renderer/features/conversation/part.tsx';
import { sayMissing } from '#renderer/features/conversation/say-missing.ts';
import { useStep } from '#renderer/features/conversation/use-step.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useTell } from '#renderer/ui/notice.tsx';

interface WorkOrderStepProps {
  view: ConversationView;
  pointed: boolean;
  onPoint: () => void;
}

/** The order of this conversation: what it must carry, then the order itself with its number. */
export function WorkOrderStep({ view, pointed, onPoint }: WorkOrderStepProps) {
  const { t } = useTranslation();
  const step = useStep();
  const queries = useQueryClient();
  const [early, setEarly] = useState(false);
  const tell = useTell();
  const { openSheet, drafts } = useTalk();
  const { workOrder, workOrderStep } = view;
  const fields = view.fields.filter((field) => field.from === 'table');
  const action = view.table?.finding?.action.type;
  const ordered = action === 'workOrder' || action === 'escalate';
  const asked = view.outcomes.some((outcome) => outcome.chosen && outcome.needsWorkOrder);
  const openable = view.stage === 'resolve' || view.stage === 'followUp';
  if (workOrder === null && fields.length === 0 && !(openable && (ordered || asked))) return null;

  const open = async () => {
    await drafts.flush();
    const { allowed, missing: lacking } = latestView(queries, view).workOrderStep;
    if (!allowed) {
      onPoint();
      if (focusMissing(lacking)) return;
    }
    const after = await step((calls) => calls.openWorkOrder({ conversationId: view.id }));
    if (after?.workOrder) tell({ tone: 'done', title: t('workOrders.opened', { number: after.workOrder.number }) });
  };
  // Before the order can be opened its fields are at hand, but not in the way.
  const unfolded = openable || early;
  const done = fields.filter((field) => field.value !== '').length;
  const missing = workOrderStep.missing.map((one) => sayMissing(one, t)).join(t('frame.listJoin'));

  return (
    <Part
      title={fields.length > 0 ? t('workOrders.fieldsOf', { done, all: fields.length }) : t('workOrders.step')}
      aside={
        openable ? undefined : (
          <button
            type="button"
            aria-expanded={early}
            onClick={() => setEarly(!early)}
            className="rounded-small px-1 text-small text-ink-2 underline decoration-edge-strong underline-offset-3 hover:text-ink"
          >
            {early ? t('workOrders.fold') : t('workOrders.unfold')}
          </button>
        )
      }
    >
      <div className="grid gap-1.5">
        {unfolded
          ? fields.map((field) => <FieldRow key={field.id} conversationId={view.id} field={field} pointed={pointed} />)
          : null}
        {workOrder ? (
          <p className="flex items-center gap-2 rounded-base bg-accent-soft px-3 py-1.5 text-note text-accent">
            <ClipboardCheck className="size-4 shrink-0" aria-hidden />
            <span className="figures flex-1 font-semibold">{t('workOrders.opened', { number: workOrder.number })}</span>
            <button
              type="button"
              className="rounded-small px-1 underline underline-offset-3"
              onClick={() => openSheet({ kind: 'order', id: workOrder.id })}
            >
              {t('workOrders.look')}
            </button>
          </p>
        ) : null}
        {workOrder === null && openable ? (
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <Button
              size="small"
              id={targetId('workOrder')}
              onClick={() => void open()}
              aria-describedby="order-missing"
            >
              <ClipboardPlus className="size-4" aria-hidden />
              {t('workOrders.openOrder')}
            </Button>
            <span id="order-missing" className="line-clamp-2 min-w-0 flex-1 text-small text-ink-2">
              {workOrderStep.allowed
                ? t('workOrders.ready')
                : t('workOrders.missing', { count: workOrderStep.missing.length, list: missing })}
            </span>
          </div>
        ) : null}
      </div>
    </Part>
  );
}
