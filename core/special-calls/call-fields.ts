import type { Missing } from '#contract/conversation/terms.ts';
import type { CaptureField } from '#contract/library/capture-field.ts';
import type { SpecialCall, SpecialCallStep } from '#contract/library/special-call.ts';
import { spokenValue } from '../conversation/field-value.ts';
import type { SpecialCallRun } from './special-call-run.ts';

export function stepOf(call: SpecialCall, stepId: string): SpecialCallStep | undefined {
  return call.steps.find((step) => step.id === stepId);
}

export function fieldOf(call: SpecialCall, fieldId: string): CaptureField | undefined {
  return call.fields.find((field) => field.id === fieldId);
}

export function heldValue(run: SpecialCallRun, fieldId: string): string {
  return Object.hasOwn(run.fields, fieldId) ? (run.fields[fieldId] ?? '') : '';
}

/** A field asked only under a condition is asked while the condition holds. */
export function isAsked(run: SpecialCallRun, { onlyIf }: CaptureField): boolean {
  return onlyIf === undefined || heldValue(run, onlyIf.field) === onlyIf.is;
}

/** Fields of the steps gone through and of the one reached, in the order of the call. */
export function fieldsSoFar(run: SpecialCallRun, call: SpecialCall): CaptureField[] {
  const visited = new Set([...run.path.map(({ stepId }) => stepId), run.at]);
  const asked = new Set(call.steps.filter(({ id }) => visited.has(id)).flatMap((step) => step.fields));
  return call.fields.filter((field) => asked.has(field.id));
}

/**
 * Required fields that are still open at this step, and at steps that were left by their `next`: clearing one later does
 * not get round it. A step left by an answer or by silence owes nothing, because what it asked may not have come up.
 */
export function missingFields(run: SpecialCallRun, call: SpecialCall): Missing[] {
  const owing = new Set([...run.path.filter(({ by }) => by === 'next').map(({ stepId }) => stepId), run.at]);
  const ids = new Set(call.steps.filter(({ id }) => owing.has(id)).flatMap((step) => step.fields));
  return call.fields.flatMap((field): Missing[] => {
    const open = ids.has(field.id) && field.required && isAsked(run, field) && heldValue(run, field.id) === '';
    return open ? [{ kind: 'field', id: field.id, label: field.label }] : [];
  });
}

/** Everything captured, label and value in words, in the order of the call. */
export function readOut(run: SpecialCallRun, call: SpecialCall): { field: CaptureField; value: string }[] {
  return call.fields.flatMap((field) => {
    const value = heldValue(run, field.id);
    return value === '' || !isAsked(run, field) ? [] : [{ field, value: spokenValue(field, value) }];
  });
}

/** Values for the variables of lines, by name. */
export function callValues(run: SpecialCallRun, call: SpecialCall): Record<string, string> {
  const values = new Map(Object.entries(run.gaps));
  for (const { field, value } of readOut(run, call)) if (field.fills !== undefined) values.set(field.fills, value);
  const number = values.get('contactNumber');
  if (number !== undefined && !values.has('lastDigits')) values.set('lastDigits', number.slice(-4));
  return Object.fromEntries(values);
}
