import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { PayloadOf } from '#contract/declare-event.ts';
import type { WorkOrderCategory } from '#contract/vocabulary.ts';
import type { workOrderDrafted } from '#contract/work-orders.ts';
import { activeWalk, fieldsOf } from '../conversation/definition.ts';
import { spokenValue } from '../conversation/field-value.ts';
import { applies } from '../conversation/gates.ts';
import { capturedValue, lineValues } from '../conversation/line-values.ts';
import { addressOf } from '../conversation/salutation.ts';
import type { Conversation } from '../conversation/state.ts';

export interface WorkOrderDraft {
  readonly workOrderId: string;
  readonly number: string;
  readonly category: WorkOrderCategory | undefined;
  readonly matter: string | undefined;
}

/** The order a conversation leads to: what its table says it is about, and everything captured, in words. */
export function draftWorkOrder(
  state: Conversation,
  definition: ConversationDefinition,
  { workOrderId, number, category, matter }: WorkOrderDraft,
): PayloadOf<typeof workOrderDrafted> {
  const walk = activeWalk(state, definition);
  const all = fieldsOf(state, definition);
  const known = new Map(all.map((field) => [field.id, field]));
  const told = walk ? `${walk.table.title}${walk.finding ? `：${walk.finding.title}` : ''}` : definition.flow.title;
  return {
    workOrderId,
    number,
    category: category ?? walk?.table.category ?? 'other',
    abnormal: walk?.finding?.action.type === 'escalate',
    matter: matter ?? told,
    channel: state.channel,
    customerName: addressOf(state.customer) || lineValues(state, definition)['customerName'] || null,
    customerNumber: lineValues(state, definition)['contactNumber'] || null,
    fields: all.flatMap((field) => {
      const value = capturedValue(state, field);
      if (value === '' || !applies(state, field, known)) return [];
      return [{ id: field.id, label: field.label, value: spokenValue(field, value), personal: field.personal }];
    }),
    promisedAtMs: state.promise?.dueAtMs ?? null,
    promiseText: state.promise?.text ?? null,
    conversationId: state.id,
  };
}
