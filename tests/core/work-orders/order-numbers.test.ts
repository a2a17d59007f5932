import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workOrderOpened } from '#contract/work-orders/events.ts';
import { workOrderNumberSchema } from '#contract/work-orders/terms.ts';
import type { OpenEvent } from '#core/journal/event.ts';
import { numberGiven, numberMarks } from '#core/work-orders/number-mark.ts';
import { workOrdersProjection } from '#core/work-orders/projection.ts';
import { findMerged, idsWithNumber } from '#core/work-orders/work-order-repo.ts';
import { addEveryTable } from '#tests/harness/add-every-table.ts';
import { openJournal } from '#tests/harness/open-journal.ts';
import { draft, START_MS } from './order-fixtures.ts';

const bytes = new Uint8Array(32);

/** An order opened at one of several desks, all with the same number. */
function opened(workOrderId: string, desk: number): OpenEvent {
  const { number, category, matter, channel, customerName, customerNumber, fields } = draft();
  const { kind, schemaVersion } = workOrderOpened;
  return {
    ...{
      installId: `install-${desk}`,
      epoch: 1,
      seq: 1,
      id: `event-${workOrderId}`,
      atMs: START_MS,
      personId: 'agent-1',
    },
    ...{ kind, schemaVersion, subjectIds: [], salt: bytes, commitment: bytes, hash: bytes },
    payload: {
      ...{ number, category, matter, channel, customerName, customerNumber, fields, workOrderId },
      ...{
        abnormal: false,
        promisedAtMs: null,
        promiseText: null,
        conversationId: null,
        green: null,
        responseDue: null,
      },
      ...{ source: 'hotline', trigger: 'demand', orderKind: 'network' },
    },
  };
}

describe('a number that several desks gave without a network', () => {
  test('shows a mark of its own on each order, the same however they arrive, and all are found by the number given', () => {
    const ids = ['order-a', 'order-b', 'order-c'];
    const results = new Set<string>();
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 3 }), (arrival) => {
        const { db, journal, close } = openJournal(undefined, { prepare: addEveryTable });
        const numberOf = (id: string) => findMerged(db, journal.fields, id)?.order.number ?? '';
        for (const [index, id] of arrival.entries()) {
          workOrdersProjection.apply.get(workOrderOpened.kind)?.(db, opened(id, index), journal.fields);
          if (index === 0) expect(numberOf(id)).toBe('261102-001');
        }
        expect(idsWithNumber(db, '261102-001')).toEqual(ids);
        results.add(ids.map(numberOf).join(' '));
        close();
      }),
      { numRuns: 6 },
    );
    expect(results.size).toBe(1);
    const numbers = [...results][0]?.split(' ') ?? [];
    expect(new Set(numbers).size).toBe(3);
    for (const number of numbers) {
      expect(workOrderNumberSchema.safeParse(number).success).toBe(true);
      expect(numberGiven(number)).toBe('261102-001');
    }
  });

  test('has marks that are never equal and begin as they did before, however many share it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 40 }), (ids) => {
        const marks = numberMarks(ids);
        expect(new Set(marks.values()).size).toBe(ids.length);
        const [first = '', second = ''] = ids;
        const before = numberMarks([first, second]).get(first) ?? '';
        const after = marks.get(first) ?? '';
        expect(after.startsWith(before) || before.startsWith(after)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
