import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { Missing } from '#contract/conversation/terms.ts';
import type { Cause } from '#contract/site-rules.ts';
import type { Role } from '#contract/vocabulary.ts';
import { activeWalk } from './definition.ts';
import { type Conversation, ownerRole } from './state.ts';
import type { StepRules } from './step-rules.ts';

/** Ids by which every flow names the same things: where the cause lies, what one means to pay back, what is disputed. */
const CAUSE = 'cause';
const OFFERED = 'offerAmount';
const DISPUTED = 'amount';
const BEYOND_ME = 'beyondMe';

const leading: ReadonlySet<Role> = new Set(['lead', 'administrator']);

export function leads(role: Role): boolean {
  return leading.has(role);
}

/** Where the cause lies; null while it was not said. What is a third party's doing is not ours to pay for. */
export function causeOf({ fields }: Pick<Conversation, 'fields'>): Cause | null {
  const said = Object.hasOwn(fields, CAUSE) ? fields[CAUSE] : undefined;
  if (said === undefined || said === '') return null;
  return said === 'ours' || said === 'unclear' ? said : 'customers';
}

/** What this conversation is about to pay back, in yuan: what was meant to be offered, else what a refund finding is about. */
export function amountAtStake(state: Conversation, definition: ConversationDefinition): number | null {
  const offered = yuan(state, OFFERED);
  if (offered !== null) return offered;
  return activeWalk(state, definition)?.finding?.action.type === 'refund' ? yuan(state, DISPUTED) : null;
}

export interface Authority {
  readonly cause: Cause | null;
  readonly amountYuan: number | null;
  /** How much whoever looks after it may settle, with what a lead stood behind before. */
  readonly limitYuan: number;
  /** The agent said that it is beyond them. */
  readonly saidBeyond: boolean;
  /** It has to go on: to a lead, or out as a work order. */
  readonly exceeded: boolean;
}

/** Whether what is at stake lies within the authority of whoever looks after it. A cause not said counts as unclear. */
export function authorityOf(state: Conversation, definition: ConversationDefinition, rules: StepRules): Authority {
  const cause = causeOf(state);
  const amountYuan = amountAtStake(state, definition);
  const lead = leads(ownerRole(state));
  const ofPost = rules.refundAuthority[cause ?? 'unclear'][lead ? 'lead' : 'agent'];
  const limitYuan = Math.max(ofPost, state.backedYuan ?? 0);
  const saidBeyond = state.fields[BEYOND_ME] === 'yes';
  const tooMuch = amountYuan !== null && amountYuan > limitYuan;
  const exceeded = !state.workOrder && (tooMuch || (saidBeyond && !lead && state.backedYuan === null));
  return { cause, amountYuan, limitYuan, saidBeyond, exceeded };
}

/** Going on without a lead or a work order would promise more than the post may. */
export function missingAuthority(state: Conversation, definition: ConversationDefinition, rules: StepRules): Missing[] {
  const { exceeded, amountYuan } = authorityOf(state, definition, rules);
  return exceeded ? [{ kind: 'authority', id: String(amountYuan ?? ''), label: '' }] : [];
}

function yuan({ fields }: Conversation, fieldId: string): number | null {
  const value = Object.hasOwn(fields, fieldId) ? fields[fieldId] : undefined;
  const amount = value === undefined || value === '' ? Number.NaN : Number(value);
  return Number.isFinite(amount) ? Math.max(0, amount) : null;
}
