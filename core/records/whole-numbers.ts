import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { CaptureField } from '#contract/library/capture-field.ts';
import type { SpecialCall } from '#contract/library/special-call.ts';
import { fieldsOf } from '../conversation/definition.ts';
import { capturedValue } from '../conversation/line-values.ts';
import type { Conversation } from '../conversation/state.ts';
import { heldValue } from '../special-calls/call-fields.ts';
import type { SpecialCallRun } from '../special-calls/special-call-run.ts';

interface WholeNumber {
  readonly label: string;
  readonly value: string;
}

const isNumber = ({ type, personal }: CaptureField) => type === 'phone' || (type === 'digits' && personal);

/** The numbers of a conversation as they were given, each once. */
export function numbersOfConversation(
  state: Conversation,
  definition: ConversationDefinition,
  label: string,
): WholeNumber[] {
  const own = state.customer.number ? [{ label, value: state.customer.number }] : [];
  const captured = fieldsOf(state, definition)
    .filter(isNumber)
    .map((field) => ({ label: field.label, value: capturedValue(state, field) }));
  return eachOnce([...own, ...captured]);
}

export function numbersOfSpecialCall(run: SpecialCallRun, call: SpecialCall): WholeNumber[] {
  return eachOnce(
    call.fields.filter(isNumber).map((field) => ({ label: field.label, value: heldValue(run, field.id) })),
  );
}

function eachOnce(numbers: readonly WholeNumber[]): WholeNumber[] {
  const seen = new Set<string>();
  return numbers.filter(({ value }) => {
    const digits = value.replaceAll(/\D/g, '');
    if (digits === '' || seen.has(digits)) return false;
    seen.add(digits);
    return true;
  });
}
