import type { ConversationDefinition } from '#contract/conversation/events.ts';
import { authorityOf } from './authority.ts';
import { lineValues } from './line-values.ts';
import type { Conversation } from './state.ts';
import type { StepRules } from './step-rules.ts';

/**
 * Values for the variables of lines as they may be said now: with what an overcharge comes to, unless that is more than
 * whoever looks after it may settle. A sum is not said before somebody stands behind it.
 */
export function sayableValues(
  state: Conversation,
  definition: ConversationDefinition,
  rules: StepRules,
): Record<string, string> {
  const values = lineValues(state, definition);
  const { overcharge, exceeded } = authorityOf(state, definition, rules);
  if (exceeded || overcharge === null || overcharge.backYuan === null) return values;
  return { amount: `${overcharge.chargedYuan}元`, refundAmount: `${overcharge.backYuan}元`, ...values };
}
