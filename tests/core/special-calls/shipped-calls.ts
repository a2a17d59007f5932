import type { SpecialCall } from '#contract/library/special-call.ts';
import { defaultRules } from '#contract/site-rules.ts';
import type { CallMoment } from '#core/special-calls/decide-call.ts';
import { type SpecialCallRun, startedCall } from '#core/special-calls/special-call-run.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';

export const START_MS = Date.UTC(2026, 10, 2, 1, 0, 0);

/** Every special call of the shipped library. */
export function shippedCalls(): SpecialCall[] {
  return shippedRelease().entries.flatMap(({ entry }) => (entry.kind === 'specialCall' ? [entry] : []));
}

export function shippedCall(id: string): SpecialCall {
  const call = shippedCalls().find((one) => one.id === id);
  if (!call) throw new Error(`no special call ${id} is shipped`);
  return call;
}

export function freshCall(call: SpecialCall): SpecialCallRun {
  return startedCall(
    {
      specialCallId: 'call-1',
      customerId: 'customer-1',
      definitionHash: 'hash',
      entryId: call.id,
      entryVersion: call.provenance.version,
      channel: 'phone',
      conversationId: null,
      followsId: null,
      firstStep: call.steps[0]?.id ?? '',
    },
    'person-1',
    START_MS,
  );
}

/** A moment after the start, under the manuals' figures unless others are given. */
export function moment(afterMs: number, site: Partial<CallMoment['site']> = {}): CallMoment {
  return { atMs: START_MS + afterMs, personId: 'person-1', site: { ...defaultRules, ...site } };
}
