import { createHash, createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { commitmentOfBytes, commits } from '#ledger/commitment.ts';
import { eventHash, type HashedColumns, NO_EVENT_HASH } from '#ledger/event-hash.ts';

const event: HashedColumns = {
  installId: 'install-a',
  epoch: 2,
  seq: 4_294_967_297,
  id: 'id-1',
  atMs: -1,
  personId: null,
  subjectIds: '["客户-1"]',
  kind: 'line.copied',
  schemaVersion: 1,
  commitment: new Uint8Array(32).fill(9),
};

describe('the event hash', () => {
  it('is SHA-256 over the documented layout', () => {
    const field = (bytes: Buffer): Buffer => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return Buffer.concat([length, bytes]);
    };
    const text = (value: string): Buffer => field(Buffer.from(value, 'utf8'));
    const integer = (value: bigint): Buffer => {
      const bytes = Buffer.alloc(8);
      bytes.writeBigInt64BE(value);
      return field(bytes);
    };
    const layout = Buffer.concat([
      Buffer.from('counterpart/event/1\n'),
      field(Buffer.alloc(32)),
      text('install-a'),
      integer(2n),
      integer(4_294_967_297n),
      text('id-1'),
      integer(-1n),
      Buffer.from([255, 255, 255, 255]),
      text('["客户-1"]'),
      text('line.copied'),
      integer(1n),
      field(Buffer.alloc(32, 9)),
    ]);
    const expected = createHash('sha256').update(layout).digest('hex');
    expect(Buffer.from(eventHash(NO_EVENT_HASH, event)).toString('hex')).toBe(expected);
  });

  it('changes with every column and with the previous hash', () => {
    const changes: Partial<HashedColumns>[] = [
      { installId: 'install-b' },
      { epoch: 3 },
      { seq: 1 },
      { id: 'id-2' },
      { atMs: 0 },
      { personId: '' },
      { subjectIds: '[]' },
      { kind: 'line.said' },
      { schemaVersion: 2 },
      { commitment: new Uint8Array(32) },
      // The same letters, divided otherwise between two neighbours.
      { kind: 'line.copie', id: 'id-1d' },
    ];
    const hashes = changes.map((change) =>
      Buffer.from(eventHash(NO_EVENT_HASH, { ...event, ...change })).toString('hex'),
    );
    hashes.push(Buffer.from(eventHash(NO_EVENT_HASH, event)).toString('hex'));
    hashes.push(Buffer.from(eventHash(new Uint8Array(32).fill(1), event)).toString('hex'));
    expect(new Set(hashes).size).toBe(changes.length + 2);
  });

  it('takes columns longer than any before', () => {
    const long = { ...event, kind: '长'.repeat(5_000) };
    expect(eventHash(NO_EVENT_HASH, long)).toEqual(eventHash(NO_EVENT_HASH, long));
    expect(eventHash(NO_EVENT_HASH, event)).not.toEqual(eventHash(NO_EVENT_HASH, long));
  });

  it('refuses a number that has no exact value', () => {
    expect(() => eventHash(NO_EVENT_HASH, { ...event, atMs: 0.5 })).toThrow(RangeError);
  });
});

describe('the commitment', () => {
  it('is HMAC-SHA256 as node computes it, for payloads of every length', () => {
    for (const length of [0, 1, 31, 63, 64, 65, 4_095, 20_000, 5]) {
      const salt = randomBytes(32);
      const payload = randomBytes(length);
      const expected = createHmac('sha256', salt).update(payload).digest();
      expect(Buffer.compare(commitmentOfBytes(salt, payload), expected)).toBe(0);
      expect(commits(expected, salt, payload)).toBe(true);
      expect(commits(expected, randomBytes(32), payload)).toBe(false);
    }
  });

  it('refuses a salt of another length', () => {
    expect(() => commitmentOfBytes(new Uint8Array(31), new Uint8Array(1))).toThrow(RangeError);
  });
});
