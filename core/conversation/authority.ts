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

interface Overcharge {
  /** How many times over it is paid back: the site's public promise. */
  readonly times: number;
  readonly chargedYuan: number | null;
  readonly backYuan: number | null;
}

/** What the public promise comes to where the finding is that too much was charged; null with any other finding. */
function overchargeOf(
  state: Conversation,
  definition: ConversationDefinition,
  { overchargeRefundTimes: times }: Pick<StepRules, 'overchargeRefundTimes'>,
): Overcharge | null {
  if (!activeWalk(state, definition)?.finding?.action.overcharge) return null;
  const chargedYuan = yuan(state, DISPUTED);
  // In fen, so that 0.1 yuan three times over is 0.3.
  return { times, chargedYuan, backYuan: chargedYuan === null ? null : Math.round(chargedYuan * 100 * times) / 100 };
}

/** What this conversation is about to pay back, in yuan: what was meant to be offered, else what a refund finding is about. */
export function amountAtStake(
  state: Conversation,
  definition: ConversationDefinition,
  rules: StepRules,
): number | null {
  const offered = yuan(state, OFFERED);
  if (offered !== null) return offered;
  const overcharge = overchargeOf(state, definition, rules);
  if (overcharge) return overcharge.backYuan;
  return activeWalk(state, definition)?.finding?.action.type === 'refund' ? yuan(state, DISPUTED) : null;
}

export interface Authority {
  readonly cause: Cause | null;
  readonly amountYuan: number | null;
  /** How much whoever looks after it may settle, with what a lead stood behind before. */
  readonly limitYuan: number;
  readonly overcharge: Overcharge | null;
  /** The agent said that it is beyond them. */
  readonly saidBeyond: boolean;
  /** It has to go on: to a lead, or out as a work order. */
  readonly exceeded: boolean;
}

/** Whether what is at stake lies within the authority of whoever looks after it. A cause not said counts as unclear. */
export function authorityOf(state: Conversation, definition: ConversationDefinition, rules: StepRules): Authority {
  const cause = causeOf(state);
  const amountYuan = amountAtStake(state, definition, rules);
  const lead = leads(ownerRole(state));
  const ofPost = rules.refundAuthority[cause ?? 'unclear'][lead ? 'lead' : 'agent'];
  const limitYuan = Math.max(ofPost, state.backedYuan ?? 0);
  const saidBeyond = state.fields[BEYOND_ME] === 'yes';
  const tooMuch = amountYuan !== null && amountYuan > limitYuan;
  const exceeded = !state.workOrder && (tooMuch || (saidBeyond && !lead && state.backedYuan === null));
  return { cause, amountYuan, limitYuan, overcharge: overchargeOf(state, definition, rules), saidBeyond, exceeded };
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
