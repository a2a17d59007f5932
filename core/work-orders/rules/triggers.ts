import type { OrderTrigger } from '#contract/work-orders/terms.ts';

/** What a contact brought, as far as it bears on whether it becomes an order. */
export interface ContactSigns {
  /** Dissatisfied, with something concrete to be done. */
  readonly concreteDemand: boolean;
  readonly strongDispleasure: boolean;
  /** A concrete proposal for doing better. */
  readonly concreteProposal: boolean;
}

/** Why a contact becomes an order, or null for an enquiry that the library answers. */
export function triggerOf(signs: ContactSigns): OrderTrigger | null {
  if (signs.concreteDemand) return 'demand';
  if (signs.strongDispleasure) return 'displeasure';
  return signs.concreteProposal ? 'proposal' : null;
}
