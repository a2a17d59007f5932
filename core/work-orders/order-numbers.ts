import type { WorkOrder } from './order-state.ts';

interface OrderNumber {
  /** What the number is, as the order says it; empty for the customer's own. */
  readonly label: string;
  readonly value: string;
}

/** Whether a value of a field is a number to ring, and so is masked on screens. */
export const isNumber = ({ personal, value }: { personal: boolean; value: string }): boolean =>
  personal && /^\+?\d{5,}$/.test(value);

/** The numbers an order carries, as they were given, each once. */
export function numbersOfOrder({ customerNumber, fields }: WorkOrder): OrderNumber[] {
  const own = customerNumber === null ? [] : [{ label: '', value: customerNumber }];
  const carried = fields.filter(isNumber).map(({ label, value }) => ({ label, value }));
  const seen = new Set<string>();
  return [...own, ...carried].filter(({ value }) => value !== '' && !seen.has(value) && seen.add(value));
}
