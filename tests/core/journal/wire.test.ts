import { expect, it } from 'vitest';
import { journalEventSchema } from '#contract/journal.ts';
import { toWire } from '#core/journal/event.ts';
import { copyLines, openJournal } from '#tests/harness/open-journal.ts';

it('gives events the shape of the wire, erased ones without payload and salt', () => {
  const { journal } = openJournal();
  copyLines(journal, 1, ['customer-1']);
  journal.erase('person-1', 'customer-1', 'asked');
  copyLines(journal, 1);
  const wire = journal.read({ epoch: 1, seq: 1 }, 10).map(toWire);
  expect(wire.map((event) => journalEventSchema.parse(JSON.parse(JSON.stringify(event))))).toEqual(wire);
  expect(wire[0]).toMatchObject({ payload: null, salt: null, seq: 1 });
  expect(wire[2]).toMatchObject({ payload: { lineId: 'line-1' }, salt: expect.stringMatching(/^[0-9a-f]{64}$/) });
});
