import { describe, expect, it } from 'vitest';
import { TransactionMisused } from '#core/journal/transactions.ts';
import { copyLines, lineCopied, openJournal } from '#tests/harness/open-journal.ts';

describe('the journal', () => {
  it('numbers events without gaps and gives them back opened', () => {
    const { journal } = openJournal();
    copyLines(journal, 3, ['customer-1']);
    const events = journal.read({ epoch: 1, seq: 2 }, 10);
    expect(events.map((event) => [event.seq, event.kind, event.payload, event.subjectIds, event.personId])).toEqual([
      [2, 'line.copied', { lineId: 'line-2' }, ['customer-1'], 'person-1'],
      [3, 'line.copied', { lineId: 'line-3' }, ['customer-1'], 'person-1'],
    ]);
    expect(journal.head()).toMatchObject({ epoch: 1, seq: 3 });
  });

  it('goes on where it stopped after a restart', () => {
    const first = openJournal();
    copyLines(first.journal, 2);
    first.close();
    const { journal } = openJournal(first.folder);
    copyLines(journal, 1);
    expect(journal.head().seq).toBe(3);
    expect(journal.health().faults).toEqual([]);
  });

  it('keeps nothing of a transaction whose work throws', () => {
    const { journal, db } = openJournal();
    copyLines(journal, 1);
    const before = journal.head();
    expect(() =>
      journal.transaction(null, (tx) => {
        tx.append(lineCopied, { lineId: 'lost' });
        throw new Error('the slice failed');
      }),
    ).toThrow('the slice failed');
    expect(journal.head()).toEqual(before);
    expect(db.inTransaction).toBe(false);
    copyLines(journal, 1);
    expect(journal.read({ epoch: 1, seq: 1 }, 10).map((event) => event.seq)).toEqual([1, 2]);
  });

  it('keeps a text that a length limit cut through a character pair, with a sign in place of the half', () => {
    const { journal } = openJournal();
    journal.transaction(null, (tx) => tx.append(lineCopied, { lineId: '谢谢您\u{d83d}' }));
    expect(journal.read({ epoch: 1, seq: 1 }, 1)[0]?.payload).toEqual({ lineId: '谢谢您\u{fffd}' });
  });

  it('refuses a payload that its declaration does not allow', () => {
    const { journal } = openJournal();
    expect(() =>
      // @ts-expect-error a payload of another shape is what is tested
      journal.transaction(null, (tx) => tx.append(lineCopied, { line: 'x' })),
    ).toThrow();
    expect(journal.head().seq).toBe(0);
  });

  it('refuses a transaction inside another, one that waits, and one used after its end', () => {
    const { journal } = openJournal();
    expect(() => journal.transaction(null, () => journal.transaction(null, () => 1))).toThrow(TransactionMisused);
    expect(() => journal.transaction(null, () => Promise.resolve(1))).toThrow(TransactionMisused);
    const kept = journal.transaction(null, (tx) => tx);
    expect(() => kept.append(lineCopied, { lineId: 'late' })).toThrow(TransactionMisused);
    expect(journal.head().seq).toBe(0);
  });

  it('tells listeners after the commit, and a failing listener undoes nothing', () => {
    const errors: unknown[] = [];
    const { journal, db } = openJournal(undefined, { onError: (error) => errors.push(error) });
    const seen: number[][] = [];
    journal.onCommitted(() => {
      throw new Error('a listener failed');
    });
    const stop = journal.onCommitted((events) => {
      expect(db.inTransaction).toBe(false);
      seen.push(events.map((event) => event.seq));
    });
    journal.transaction(null, (tx) => {
      tx.append(lineCopied, { lineId: 'a' });
      tx.append(lineCopied, { lineId: 'b' });
    });
    stop();
    copyLines(journal, 1);
    expect(seen).toEqual([[1, 2]]);
    expect(errors).toHaveLength(2);
    expect(journal.head().seq).toBe(3);
  });

  it('orders by sequence when the wall clock jumps back', () => {
    const { journal, clock } = openJournal();
    copyLines(journal, 1);
    clock.jumpTo(0);
    copyLines(journal, 1);
    expect(journal.read({ epoch: 1, seq: 1 }, 10).map((event) => event.seq)).toEqual([1, 2]);
    expect(journal.health().faults).toEqual([]);
  });
});
