import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { declareEvent } from '#contract/declare-event.ts';
import { journalErased } from '#contract/journal.ts';
import { prepared } from '#core/db/prepared.ts';
import { on, projection, UnhandledEventVersion } from '#core/journal/projection.ts';
import { count } from '#tests/counts.ts';
import { openJournal } from '#tests/harness/open-journal.ts';
import { tableDigest } from '#tests/harness/table-digest.ts';

const named = declareEvent('customer.named', 1, z.strictObject({ customerId: z.string(), name: z.string() }));
const called = declareEvent('customer.called', 1, z.strictObject({ customerId: z.string() }));

const tables = ['test_customer', 'test_call', 'test_tally'];
const customers = projection(
  'customers',
  ['test_customer', 'test_call'],
  [
    on(named, (db, event, seal) => {
      const { customerId, name } = event.payload;
      prepared(
        db,
        `INSERT INTO test_customer (id, name_sealed, name_lookup) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name_sealed = excluded.name_sealed, name_lookup = excluded.name_lookup`,
      ).run(customerId, seal.seal(name, `test_customer.name:${customerId}`), seal.lookup(name));
    }),
    on(called, (db, event) => {
      prepared(db, 'INSERT OR IGNORE INTO test_customer (id) VALUES (?)').run(event.payload.customerId);
      prepared(db, 'INSERT INTO test_call (event_id, customer_id) VALUES (?, ?)').run(
        event.id,
        event.payload.customerId,
      );
    }),
  ],
);
const tallyUp = (db: Parameters<Parameters<typeof on>[1]>[0], kind: string): void => {
  prepared(db, 'INSERT INTO test_tally VALUES (?, 1) ON CONFLICT (kind) DO UPDATE SET n = n + 1').run(kind);
};
const tally = projection(
  'tally',
  ['test_tally'],
  [
    on(
      called,
      (db, event) => tallyUp(db, event.kind),
      (db, event) => tallyUp(db, event.kind),
    ),
    on(journalErased, (db, event) => tallyUp(db, event.kind)),
  ],
);

const open = (): ReturnType<typeof openJournal> =>
  openJournal(undefined, {
    projections: [customers, tally],
    prepare: (db) =>
      db.exec(`CREATE TABLE test_customer (id TEXT PRIMARY KEY, name_sealed BLOB, name_lookup BLOB) STRICT;
        CREATE TABLE test_call (event_id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES test_customer (id)) STRICT;
        CREATE TABLE test_tally (kind TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT;`),
  });

const customer = fc.constantFrom('anna', 'bo', 'chen');
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('name' as const), customer, name: fc.string() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('call' as const), customer, name: fc.constant('') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), customer, name: fc.constant('') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const), customer, name: fc.constant('') }) },
);

const filesOf = (file: string): Buffer => Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);

describe('projections', () => {
  it(
    'are the same after being dropped and rebuilt, whatever happened, also after an erasure',
    () => {
      fc.assert(
        fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
          const { db, journal, close } = open();
          for (const { do: what, customer: customerId, name } of steps) {
            if (what === 'erase') journal.erase('person-1', customerId, 'asked');
            else if (what === 'fail') {
              expect(() =>
                journal.transaction(null, (tx) => {
                  tx.append(called, { customerId }, [customerId]);
                  throw new Error('undone');
                }),
              ).toThrow('undone');
            } else {
              journal.transaction('person-1', (tx) => {
                if (what === 'name') tx.append(named, { customerId, name }, [customerId]);
                else tx.append(called, { customerId }, [customerId]);
              });
            }
          }
          const before = tableDigest(db, tables);
          journal.rebuild();
          expect(tableDigest(db, tables)).toBe(before);
          close();
        }),
        { numRuns: count('rebuildRuns') },
      );
    },
    60_000 + count('rebuildRuns') * 10_000,
  );

  it('lose a person and keep the counts when the person is erased', () => {
    const { db, journal, file } = open();
    journal.transaction('p', (tx) => {
      tx.append(named, { customerId: 'anna', name: '安娜' }, ['anna']);
      tx.append(called, { customerId: 'anna' }, ['anna']);
      tx.append(called, { customerId: 'bo' }, ['bo']);
    });
    const sealed = db.prepare('SELECT payload FROM journal WHERE seq = 1').pluck().get() as Buffer;
    expect(filesOf(file).includes(sealed)).toBe(true);
    expect(journal.erase('lead-1', 'anna', 'asked by the customer')).toBe(2);
    expect(db.prepare('SELECT id FROM test_customer').pluck().all()).toEqual(['bo']);
    expect(db.prepare('SELECT kind, n FROM test_tally ORDER BY kind').raw().all()).toEqual([
      ['customer.called', 2],
      ['journal.erased', 1],
    ]);
    const events = journal.read({ epoch: 1, seq: 1 }, 10);
    expect(events.map((event) => event.payload)).toEqual([
      null,
      null,
      { customerId: 'bo' },
      { reason: 'asked by the customer', erasedEvents: 2 },
    ]);
    expect(events[3]).toMatchObject({ subjectIds: ['anna'], personId: 'lead-1' });
    expect(db.prepare(`SELECT count(*) FROM journal WHERE payload IS NULL`).pluck().get()).toBe(2);
    // Not even the sealed bytes stay behind in a free page or in the write-ahead log.
    expect(filesOf(file).includes(sealed)).toBe(false);
  });

  it('undo the whole transaction when one of them fails', () => {
    const failing = projection(
      'failing',
      [],
      [
        on(called, () => {
          throw new Error('the projection failed');
        }),
      ],
    );
    const { journal } = openJournal(undefined, { projections: [failing] });
    expect(() => journal.transaction(null, (tx) => tx.append(called, { customerId: 'bo' }))).toThrow(
      'projection failed',
    );
    expect(journal.head().seq).toBe(0);
  });

  it('read each stored version of a kind with its own handler, and refuse one they do not know', () => {
    const calledAgain = declareEvent(
      'customer.called',
      2,
      z.strictObject({ customerId: z.string(), line: z.string() }),
    );
    const seen: string[] = [];
    const both = projection(
      'both',
      [],
      [
        on(called, (_db, event) => seen.push(`1 ${event.payload.customerId}`)),
        on(calledAgain, (_db, event) => seen.push(`2 ${event.payload.line}`)),
      ],
    );
    const { journal } = openJournal(undefined, { projections: [both] });
    journal.transaction(null, (tx) => tx.append(called, { customerId: 'bo' }));
    journal.transaction(null, (tx) => tx.append(calledAgain, { customerId: 'bo', line: '10086' }));
    journal.rebuild();
    expect(seen).toEqual(['1 bo', '2 10086', '1 bo', '2 10086']);
    const old = projection('old', [], [on(called, () => undefined)]);
    const { journal: other } = openJournal(undefined, { projections: [old] });
    expect(() => other.transaction(null, (tx) => tx.append(calledAgain, { customerId: 'b', line: '1' }))).toThrow(
      UnhandledEventVersion,
    );
  });
});
