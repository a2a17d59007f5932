import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { CaptureField } from '#contract/library/capture-field.ts';
import { fieldsOf } from './definition.ts';
import { fittingValue, spokenValue } from './field-value.ts';
import { addressOf } from './salutation.ts';
import type { Conversation } from './state.ts';

/**
 * What a field holds: what was captured into it, or what is known anyway for the variable it fills (the customer's name
 * and number, a gap filled on the desk). Empty when nothing is known.
 */
export function capturedValue(state: Conversation, field: CaptureField): string {
  if (Object.hasOwn(state.fields, field.id)) return state.fields[field.id] ?? '';
  const known = field.fills === undefined ? undefined : knownValues(state).get(field.fills);
  return known === undefined ? '' : (fittingValue(field, known) ?? '');
}

/** Values for the variables of lines, by name: known of the customer, filled on the desk, captured, promised. */
export function lineValues(state: Conversation, definition: ConversationDefinition): Record<string, string> {
  const values = knownValues(state);
  for (const field of fieldsOf(state, definition)) {
    if (field.fills === undefined || !Object.hasOwn(state.fields, field.id)) continue;
    values.set(field.fills, spokenValue(field, state.fields[field.id] ?? ''));
  }
  const number = values.get('contactNumber');
  if (number !== undefined && !values.has('lastDigits')) values.set('lastDigits', number.slice(-4));
  return Object.fromEntries(values);
}

function knownValues({ customer, promise, workOrder, variables }: Conversation): Map<string, string> {
  const values = new Map<string, string>();
  const address = addressOf(customer);
  if (address !== '') values.set('customerName', address);
  if (customer.number) values.set('contactNumber', customer.number.replaceAll(/[\s-]/g, ''));
  if (promise) values.set('replyTime', promise.text);
  if (workOrder) values.set('orderNumber', workOrder.number);
  for (const [name, value] of Object.entries(variables)) values.set(name, value);
  return values;
}
