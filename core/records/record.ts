import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { SpecialCall } from '#contract/library/special-call.ts';
import type { RecordKind, RecordState } from '#contract/records.ts';
import type { Channel } from '#contract/vocabulary.ts';
import { outcomeOf } from '../conversation/definition.ts';
import { lineValues } from '../conversation/line-values.ts';
import { maskedNumber } from '../conversation/mask-number.ts';
import type { Conversation } from '../conversation/state.ts';
import { callValues } from '../special-calls/call-fields.ts';
import type { SpecialCallRun } from '../special-calls/special-call-run.ts';

/** A contact as the register keeps it: what it is found by, and what a list shows. */
export interface ContactRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly ownerId: string | null;
  readonly customerId: string;
  readonly entryId: string;
  readonly title: string;
  readonly scene: string;
  readonly channel: Channel;
  readonly state: RecordState;
  readonly outcome: string;
  readonly workOrderNumber: string | null;
  readonly corrections: number;
  readonly withinId: string | null;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  /** Digits only; empty while unknown. */
  readonly number: string;
  /** Every way the customer may be looked up by name. */
  readonly names: readonly string[];
  readonly customerShown: string;
}

export function recordOfConversation(state: Conversation, definition: ConversationDefinition): ContactRecord {
  const values = lineValues(state, definition);
  const name = values['customerName'] ?? '';
  const number = values['contactNumber'] ?? '';
  return {
    id: state.id,
    kind: 'conversation',
    ownerId: state.ownerId,
    customerId: state.customerId,
    entryId: definition.flow.id,
    title: definition.flow.title,
    scene: state.scene,
    channel: state.channel,
    state: state.brokenOff === null ? state.state : 'brokenOff',
    outcome: outcomeOf(definition, state.outcome)?.label ?? '',
    workOrderNumber: state.workOrder?.number ?? null,
    corrections: state.corrections.length,
    withinId: null,
    startedAtMs: state.startedAtMs,
    endedAtMs: state.finishedAtMs,
    number: digitsOf(number),
    names: nameKeys([state.customer.name ?? '', name]),
    customerShown: shownAs(name, number),
  };
}

export function recordOfSpecialCall(run: SpecialCallRun, call: SpecialCall): ContactRecord {
  const values = callValues(run, call);
  const name = values['customerName'] ?? '';
  const number = values['contactNumber'] ?? '';
  return {
    id: run.id,
    kind: 'specialCall',
    ownerId: run.ownerId,
    customerId: run.customerId,
    entryId: call.id,
    title: call.title,
    scene: call.scene,
    channel: run.channel,
    state: run.state === 'running' ? 'running' : run.brokenOff === null ? 'finished' : 'brokenOff',
    outcome: run.ending,
    workOrderNumber: run.workOrder?.number ?? null,
    corrections: run.corrections.length,
    withinId: run.conversationId,
    startedAtMs: run.startedAtMs,
    endedAtMs: run.endedAtMs,
    number: digitsOf(number),
    names: nameKeys([name]),
    customerShown: shownAs(name, number),
  };
}

function shownAs(name: string, number: string): string {
  return [name, maskedNumber(number)].filter((part) => part !== '').join(' ');
}

/** A number as it is looked up by: digits only, however it was typed. */
export function digitsOf(number: string): string {
  return number.replaceAll(/\D/g, '');
}

/** A name as it is looked up by. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
}

/** The names as they stand, and the surname alone: who remembers 王女士 types 王. */
function nameKeys(names: readonly string[]): string[] {
  const whole = names.map(nameKey).filter((key) => key !== '');
  const surnames = whole.filter((key) => /^\p{Script=Han}/u.test(key)).map((key) => [...key][0] ?? '');
  return [...new Set([...whole, ...surnames])];
}
