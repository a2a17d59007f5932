import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Role } from '#contract/vocabulary.ts';
import { type OrderStep, type StepType, stepTypeSchema } from '#contract/work-orders/steps.ts';
import { orderRefusalSchema, workOrderStateSchema } from '#contract/work-orders/terms.ts';
import { type Actor, answersFirst, decideOrder, rolesFor, routeOfOrder } from '#core/work-orders/decide-order.ts';
import { evolveOrder } from '#core/work-orders/evolve-order.ts';
import { isSettled, type WorkOrder } from '#core/work-orders/order-state.ts';
import { standsAbove } from '#core/work-orders/step-gate.ts';
import { count } from '#tests/counts.ts';
import { draft, HOUR_MS, roles, rules, START_MS, sampleStep } from './order-fixtures.ts';

const types = stepTypeSchema.options;
const WALK = 60;

const starts: readonly (() => WorkOrder)[] = [
  () => draft(),
  () => draft({ category: 'other' }),
  () => draft({ category: 'billing' }),
  () => draft({ greenService: 'booking', category: 'other' }),
  () => draft({ greenService: 'entrusted', category: 'other' }),
];

describe('the life of an order', () => {
  test('whoever does what in whatever order, no gate gives way and the end stays in reach', () => {
    const reached = new Set<string>();
    const stepArbitrary = fc.record({
      type: fc.constantFrom(...types),
      role: fc.constantFrom(...roles),
      who: fc.integer({ min: 1, max: 2 }),
      yes: fc.boolean(),
      onward: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.array(stepArbitrary, { minLength: WALK, maxLength: WALK }),
        (start, steps) => {
          let order = start();
          let atMs = START_MS;
          for (const { type, role, who, yes, onward } of steps) {
            atMs += 60_000;
            // Most steps do what comes next, so that walks get far enough to try the later gates.
            const next = onward > 0 ? nextStep(order, yes) : null;
            const actor: Actor = { personId: `${next?.role ?? role}-${who}`, role: next?.role ?? role, atMs };
            const input = next?.input ?? contentFor(type, order, yes);
            const decided = decideOrder(order, input, actor, rules);
            if ('refused' in decided) {
              reached.add(decided.refused.reason);
              continue;
            }
            const after = evolveOrder(order, decided.step, { ...actor, installId: 'install-a', epoch: 1, seq: 1 });
            checkGates(order, after, input, actor);
            reached.add(after.state);
            order = after;
          }
          expect(isSettled(finish(order, atMs))).toBe(true);
        },
      ),
      { numRuns: Math.ceil(count('orderSteps') / WALK) },
    );
    for (const wanted of [...workOrderStateSchema.options, 'notYourRole', 'wrongState', 'notAccepted', 'needsReview']) {
      expect(reached).toContain(wanted);
    }
  });

  test('every step by every role in every state is answered, with the next state or a reason', () => {
    for (const state of workOrderStateSchema.options) {
      for (const role of roles) {
        for (const type of types) {
          const decided = decideOrder(
            draft({ state }),
            sampleStep(type),
            { personId: 'p', role, atMs: START_MS },
            rules,
          );
          if ('refused' in decided) orderRefusalSchema.parse(decided.refused.reason);
          else expect(rolesFor[type]).toContain(role);
        }
      }
    }
  });

  test('trainees and reviewers take no step at all', () => {
    for (const type of types) {
      expect(rolesFor[type]).not.toContain('trainee');
      expect(rolesFor[type]).not.toContain('reviewer');
    }
  });

  test('is passed on only along its route and only within the limit', () => {
    const signed = draft({ state: 'signedFor', department: 'provinceNetwork' });
    const handler = { personId: 'handler-1', role: 'handler' as const, atMs: START_MS + HOUR_MS };
    expect(decideOrder(signed, sampleStep('passOn', { department: 'technical' }), handler, rules)).toMatchObject({
      refused: { reason: 'notOnRoute' },
    });
    expect(decideOrder(signed, sampleStep('passOn'), handler, rules)).toHaveProperty('step');
    const late = { ...handler, atMs: START_MS + 48 * HOUR_MS };
    expect(decideOrder(signed, sampleStep('passOn'), late, rules)).toMatchObject({
      refused: { reason: 'limitPassed' },
    });
  });

  test('is not dispatched before it carries what the department needs', () => {
    const bare = draft({ fields: [] });
    const lead = { personId: 'lead-1', role: 'lead' as const, atMs: START_MS };
    const decided = decideOrder(bare, sampleStep('dispatch'), lead, rules);
    expect(decided).toMatchObject({ refused: { reason: 'fieldsMissing' } });
    if ('refused' in decided) expect(decided.refused.missing.map(({ id }) => id)).toContain('district');
  });
});

function contentFor(type: StepType, order: WorkOrder, yes: boolean): OrderStep {
  const route = routeOfOrder(order);
  switch (type) {
    case 'dispatch':
      return sampleStep(type, { department: route.first[0] ?? '' });
    case 'passOn':
      return sampleStep(type, {
        department: route.departments.find(({ id }) => id === order.department)?.next[0] ?? '',
      });
    case 'handle':
      return sampleStep(type, { atDesk: yes });
    case 'answer':
      return sampleStep(type, { accepted: yes });
    case 'close':
      return sampleStep(type, { cause: yes ? 'ours' : 'customer' });
    case 'reviewDissatisfaction':
      return sampleStep(type, { isOne: yes });
    case 'callBack':
      return sampleStep(type, { result: yes ? 'satisfied' : 'unsatisfied' });
    default:
      return sampleStep(type);
  }
}

/** What comes next on the way to the end, and who takes it; `good` false takes the way that leads back. */
function nextStep(order: WorkOrder, good: boolean): { role: Role; input: OrderStep } | null {
  const by = (role: Role, type: StepType, yes = good) => ({ role, input: contentFor(type, order, yes) });
  switch (order.state) {
    case 'drafted':
    case 'reopened':
      return by('lead', 'dispatch');
    case 'dispatched':
    case 'passedOn':
      return by('handler', 'signFor');
    case 'signedFor':
      return by('handler', good ? 'verify' : 'passOn');
    case 'verified':
    case 'returned':
      return by('handler', 'handle', false);
    case 'handled':
      return answersFirst(order, rules.figures)
        ? by('agent', 'answer')
        : by('lead', good ? 'passRecheck' : 'failRecheck');
    case 'answered':
      if (order.accepted !== true && !order.abnormal) return good ? by('agent', 'answer') : by('lead', 'passRecheck');
      return order.recheckedInRound ? closing(order, by) : by('lead', good ? 'passRecheck' : 'failRecheck');
    case 'rechecked':
      return order.accepted === null ? by('agent', 'answer') : closing(order, by);
    case 'inReview':
      return by('administrator', 'reviewDissatisfaction');
    case 'closed':
      return by('agent', order.callback?.result === 'unsatisfied' ? 'reopen' : 'callBack');
  }
}

function closing(
  order: WorkOrder,
  by: (role: Role, type: StepType, yes?: boolean) => { role: Role; input: OrderStep },
): { role: Role; input: OrderStep } {
  const audit = order.green !== null && order.callback?.result === 'unsatisfied' && !order.callback.audited;
  return audit ? by('lead', 'auditCallback') : by('lead', 'close');
}

/** The way to the end from wherever an order stands, always by somebody who had no hand in it before. */
function finish(from: WorkOrder, fromMs: number): WorkOrder {
  let order = from;
  for (let steps = 0; steps < 20 && !isSettled(order); steps += 1) {
    const next = nextStep(order, true);
    if (!next) return order;
    const actor: Actor = { personId: `fresh-${steps}`, role: next.role, atMs: fromMs + steps + 1 };
    const decided = decideOrder(order, next.input, actor, rules);
    if ('refused' in decided) {
      throw new Error(`dead end in ${order.state}: ${next.input.type} is refused, ${decided.refused.reason}`);
    }
    order = evolveOrder(order, decided.step, { ...actor, installId: 'install-a', epoch: 1, seq: 1 });
  }
  return order;
}

/** Written from the rules of the trade, not from the code that keeps them. */
function checkGates(before: WorkOrder, after: WorkOrder, { type }: OrderStep, { personId, role }: Actor): void {
  if (type === 'passRecheck' || type === 'failRecheck') expect(before.handling?.personId).not.toBe(personId);
  if (after.state === 'rechecked' && before.state !== 'rechecked') expect(before.handling).not.toBeNull();
  if (after.state === 'returned' && before.state !== 'returned' && type === 'failRecheck') {
    expect(after.returns).toBe(before.returns + 1);
  }
  if (after.state === 'closed' && before.state !== 'closed') {
    expect(['lead', 'administrator']).toContain(role);
    if (type === 'close') {
      expect(before.accepted === true || before.abnormal).toBe(true);
      expect(before.recheckedInRound && before.handling !== null).toBe(true);
      expect(after.cause).not.toBe('customer');
    } else {
      expect(type).toBe('reviewDissatisfaction');
      expect(after).toMatchObject({ dissatisfaction: true, cause: 'customer' });
      expect(before.proposal?.personId).not.toBe(personId);
      expect(standsAbove(role, before.proposal?.role ?? 'administrator')).toBe(true);
    }
  }
  if (after.state === 'reopened' && before.state !== 'reopened') expect(before.callback?.result).toBe('unsatisfied');
  if (after.state === 'verified') expect(['signedFor', 'returned', 'verified']).toContain(before.state);
  if (after.state === 'handled' && before.state !== 'handled') {
    expect(role === 'handler' ? ['verified', 'returned'] : ['drafted', 'reopened']).toContain(before.state);
  }
}
