import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalFault } from '#contract/journal.ts';
import { type ChainEvent, createChainCheck } from '#ledger/chain-check.ts';
import { eventHash, NO_EVENT_HASH } from '#ledger/event-hash.ts';
import { count } from '#tests/counts.ts';

type Draft = Partial<Omit<ChainEvent, 'hash'>>;

/** A chain that is whole unless the drafts themselves break a rule. */
function chain(drafts: readonly Draft[]): ChainEvent[] {
  let previous = NO_EVENT_HASH;
  return drafts.map((draft, index) => {
    const columns = {
      installId: 'install-a',
      epoch: 1,
      seq: index + 1,
      id: `id-${index}`,
      atMs: 1_000 + index,
      personId: 'person-1',
      subjectIds: '[]',
      kind: 'line.copied',
      schemaVersion: 1,
      commitment: new Uint8Array(32).fill(index),
      erased: false,
      ...draft,
    };
    previous = eventHash(previous, columns);
    return { ...columns, hash: previous };
  });
}

function check(events: readonly ChainEvent[]): JournalFault[] {
  const walk = createChainCheck(null);
  const faults = events.flatMap((event) => [...walk.step(event)]);
  return [...faults, ...walk.finish()];
}

const codes = (events: readonly ChainEvent[]): string[] => check(events).map((fault) => `${fault.seq} ${fault.code}`);

describe('the chain check', () => {
  it('finds nothing in a whole chain over two epochs', () => {
    const whole = chain([{}, {}, {}, { epoch: 2, seq: 1, kind: 'journal.restored' }, { epoch: 2, seq: 2 }]);
    expect(check(whole)).toEqual([]);
  });

  it('goes on from an event in the middle', () => {
    const events = chain(new Array<Draft>(10).fill({}));
    const before = events[4];
    if (!before) throw new Error('there are ten events');
    const walk = createChainCheck(before);
    expect(events.slice(5).flatMap((event) => [...walk.step(event)])).toEqual([]);
  });

  it('finds any changed column in any event, once', () => {
    const changes = fc.oneof(
      fc.record({ atMs: fc.integer({ max: 0 }) }),
      fc.record({ personId: fc.constantFrom(null, '', 'person-2') }),
      fc.record({ subjectIds: fc.constantFrom('["x"]', '[ ]') }),
      fc.record({ kind: fc.constantFrom('line.said', 'line.copied ') }),
      fc.record({ id: fc.string() }),
      fc.record({ commitment: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => bytes.fill(255, 0, 1)) }),
    );
    fc.assert(
      fc.property(fc.nat(19), changes, (at, change) => {
        const events = chain(new Array<Draft>(20).fill({}));
        const changed = events.map((event, index) => (index === at ? { ...event, ...change } : event));
        expect(codes(changed)).toEqual([`${at + 1} hashMismatch`]);
      }),
      { numRuns: count('chainTampering') },
    );
  });

  it('finds a missing, a doubled and a swapped event', () => {
    const [one, two, three, four] = chain([{}, {}, {}, {}]);
    if (!one || !two || !three || !four) throw new Error('there are four events');
    expect(codes([one, three, four])).toEqual(['3 sequenceBroken', '3 hashMismatch']);
    expect(codes([one, two, two, three])).toContain('2 sequenceBroken');
    expect(codes([one, three, two, four])).toContain('2 sequenceBroken');
    expect(codes([two, three])).toEqual(['2 sequenceBroken', '2 hashMismatch']);
  });

  it('finds an epoch that begins without a reason, goes back, or changes its install', () => {
    expect(codes(chain([{}, { epoch: 2, seq: 1 }]))).toEqual(['1 epochBroken']);
    expect(codes(chain([{ epoch: 2 }, { epoch: 1, seq: 1, kind: 'journal.restored' }]))).toEqual(['1 epochBroken']);
    expect(codes(chain([{}, { installId: 'install-b' }]))).toEqual(['2 epochBroken']);
  });

  it('accepts an erased event only when a later erasure names one of its subjects', () => {
    const erased: Draft = { erased: true, subjectIds: '["anna","bo"]' };
    const erasure: Draft = { kind: 'journal.erased', subjectIds: '["bo"]' };
    expect(codes(chain([erased, erasure]))).toEqual([]);
    expect(codes(chain([erased, { ...erasure, subjectIds: '["carl"]' }]))).toEqual(['1 erasedWithoutEvent']);
    expect(codes(chain([erasure, erased]))).toEqual(['2 erasedWithoutEvent']);
    expect(codes(chain([{ erased: true }, erasure]))).toEqual(['1 erasedWithoutEvent']);
    expect(codes(chain([{ ...erasure, erased: true }, erasure]))).toEqual(['1 erasedWithoutEvent']);
  });
});
