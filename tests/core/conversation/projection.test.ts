import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evolve } from '#core/conversation/evolve.ts';
import type { StepInput } from '#core/conversation/step-input.ts';
import { listWorkOrders } from '#core/work-orders/work-order-repo.ts';
import { count } from '#tests/counts.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';
import { tableDigest } from '#tests/harness/table-digest.ts';
import { agent, openConversations, projectedTables, untilResolve } from './open-conversations.ts';

const customer = { name: '王丽', title: '女士', number: '13812345678', tier: 'standard' } as const;
const request = { channel: 'phone', customer } as const;

describe('what the screens read is nothing but the journal', () => {
  test(
    'emptied and filled again it is the same, byte for byte',
    () => {
      const steps = fc.array(
        fc.oneof(
          fc.string().map((text): StepInput => ({ type: 'writeNote', text })),
          fc.string().map((value): StepInput => ({ type: 'captureField', fieldId: 'demand', value })),
          fc.constantFrom<StepInput>(
            { type: 'park' },
            { type: 'resume' },
            { type: 'setMood', mood: 'furious' },
            { type: 'goBack', from: 'resolve' },
            { type: 'startTable', tableId: 'telecom/table-disputed-bill' },
            { type: 'answer', nodeId: 'inThePlan', answerId: 'cannotTell' },
            { type: 'chooseOutcome', outcomeId: 'explained' },
          ),
        ),
        { maxLength: 15 },
      );
      fc.assert(
        fc.property(steps, (inputs) => {
          const opened = openConversations();
          const { state } = opened.desk.start(agent, request);
          opened.do(state.id, ...untilResolve);
          for (const input of inputs) {
            try {
              opened.do(state.id, input);
            } catch (error) {
              expect(error).toMatchObject({ code: 'stepRefused' });
            }
          }
          const before = tableDigest(opened.db, projectedTables);
          opened.journal.rebuild();
          expect(tableDigest(opened.db, projectedTables)).toBe(before);
          opened.close();
        }),
        { numRuns: count('rebuildRuns') },
      );
    },
    60_000 + count('rebuildRuns') * 10_000,
  );

  test('no name, number or word of a customer stands open in a table', () => {
    const opened = openConversations();
    const { state } = opened.desk.start(agent, request);
    opened.do(state.id, ...untilResolve, { type: 'writeNote', text: '客户住幸福里三栋' });
    opened.openWorkOrder(state.id);
    for (const table of [...projectedTables, 'journal']) {
      const bytes = Buffer.concat(
        (opened.db.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][])
          .flat()
          .map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell) : Buffer.from(String(cell)))),
      );
      for (const secret of ['王丽', '13812345678', '幸福里', '家里打不通']) expect(bytes.includes(secret)).toBe(false);
    }
  });

  test('erasing a customer takes all their conversations and orders, and gives no number twice', () => {
    const opened = openConversations();
    const first = opened.desk.start(agent, request).state;
    opened.do(first.id, ...untilResolve);
    expect(opened.openWorkOrder(first.id)).toBe('261102-001');
    const again = opened.desk.start(agent, { ...request, customer: { tier: 'vip', number: '138 1234 5678' } }).state;
    expect(again.customerId).toBe(first.customerId);
    const other = opened.desk.start(agent, { ...request, customer: { tier: 'standard' } }).state;
    expect(other.customerId).not.toBe(first.customerId);
    opened.journal.erase('person-9', first.customerId, '客户要求');
    expect(() => opened.desk.load(first.id)).toThrow();
    expect(() => opened.desk.load(again.id)).toThrow();
    expect(opened.desk.load(other.id).state.id).toBe(other.id);
    expect(listWorkOrders(opened.db, opened.journal.fields, { state: null, settledSinceMs: 0 })).toEqual([]);
    opened.do(other.id, ...untilResolve);
    expect(opened.openWorkOrder(other.id)).toBe('261102-002');
  });
});

describe('a running conversation keeps the definition it began with', () => {
  test('also when a later release takes its table and a required action away', () => {
    const opened = openConversations();
    const { state } = opened.desk.start(agent, request);
    opened.close();
    const release = structuredClone(shippedRelease());
    const entries = release.entries.filter(({ entry }) => entry.id !== 'telecom/table-no-coverage');
    for (const { entry } of entries) if (entry.kind === 'flow') entry.stages[0]?.required.splice(1);
    const later = openConversations(opened.folder, { ...release, version: '2026.12.1', entries });
    const { definition } = later.desk.load(state.id);
    expect(definition.flow.stages[0]?.required).toHaveLength(4);
    expect(definition.tables.map((table) => table.id)).toContain('telecom/table-no-coverage');
  });
});

test('a clock set back while a conversation is parked does not make its time negative', () => {
  const opened = openConversations();
  const { state } = opened.desk.start(agent, request);
  const parked = opened.do(state.id, { type: 'park' });
  const event = { kind: 'conversation.resumed', payload: { conversationId: state.id } } as const;
  expect(evolve(parked, event, { atMs: parked.changedAtMs - 60_000, personId: null }).parkedMs).toBe(0);
});

test('the journal holds which version of its line each finding put before the agent, not which one holds by now', () => {
  const release = shippedRelease();
  const inThePlan = 'telecom/bill-in-the-plan';
  const seventh = release.entries.map((one) =>
    one.entry.id === inThePlan
      ? { ...one, entry: { ...one.entry, provenance: { ...one.entry.provenance, version: 7 } } }
      : one,
  );
  const opened = openConversations(undefined, { ...release, entries: seventh } as typeof release);
  const { id } = opened.desk.start(agent, request).state;
  const clarify = untilResolve.slice(0, untilResolve.findIndex(({ type }) => type === 'advanceStage') + 1);
  opened.do(
    id,
    ...clarify,
    { type: 'startTable', tableId: 'telecom/table-disputed-bill' },
    { type: 'answer', nodeId: 'inThePlan', answerId: 'cannotTell' },
    { type: 'revisit', nodeId: 'inThePlan' },
    { type: 'answer', nodeId: 'inThePlan', answerId: 'itIs' },
    { type: 'refuseFinding', nodeId: 'explainedByPlan' },
  );
  const shown = opened.journal
    .read({ epoch: 1, seq: 1 }, 100)
    .filter(({ kind }) => kind === 'conversation.questionAnswered' || kind === 'conversation.findingRefused')
    .map(({ payload }) => (payload as { shown?: object }).shown ?? null);
  expect(shown).toEqual([null, { entryId: inThePlan, version: 7 }, { entryId: 'telecom/bill-tick-each', version: 1 }]);
});
