import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFieldSealer } from '#core/journal/field-sealer.ts';
import { createEventSealer, SealBroken } from '#core/journal/sealing.ts';
import { DATA_KEY, lineCopied, openJournal } from '#tests/harness/open-journal.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const flipped = (from: Uint8Array, at: number): Uint8Array => {
  const copy = new Uint8Array(from);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

describe('sealed events', () => {
  const sealer = createEventSealer(DATA_KEY, randomBytes);
  const hash = randomBytes(32);
  const plain = { payload: bytes('{"name":"王女士"}'), salt: randomBytes(32) };
  const sealed = sealer.seal(plain, hash);

  it('open to what was sealed, also when the payload is empty', () => {
    for (const payload of [plain.payload, new Uint8Array(0)]) {
      const again = sealer.open(sealer.seal({ payload, salt: plain.salt }, hash), hash);
      expect(Buffer.compare(again.payload, payload)).toBe(0);
      expect(Buffer.compare(again.salt, plain.salt)).toBe(0);
    }
  });

  it('do not open when a single bit of payload, tag, nonce or salt differs', () => {
    for (let at = 0; at < sealed.payload.length; at += 1) {
      const changed = { ...sealed, payload: flipped(sealed.payload, at) };
      expect(() => sealer.open(changed, hash)).toThrow(SealBroken);
    }
    for (let at = 0; at < 32; at += 1) {
      expect(() => sealer.open({ ...sealed, salt: flipped(sealed.salt, at) }, hash)).toThrow(SealBroken);
    }
  });

  it('do not open beside another event, with another key, or cut short', () => {
    expect(() => sealer.open(sealed, randomBytes(32))).toThrow(SealBroken);
    expect(() => createEventSealer(randomBytes(32), randomBytes).open(sealed, hash)).toThrow(SealBroken);
    expect(() => sealer.open({ ...sealed, payload: sealed.payload.subarray(0, 20) }, hash)).toThrow(SealBroken);
    expect(() => sealer.open({ ...sealed, salt: sealed.salt.subarray(1) }, hash)).toThrow(SealBroken);
  });

  it('use a new nonce each time', () => {
    expect(sealer.seal(plain, hash).payload).not.toEqual(sealer.seal(plain, hash).payload);
  });

  it('leave neither payload nor salt readable in the files', () => {
    const { journal, file } = openJournal();
    const event = journal.transaction(null, (tx) =>
      tx.append(lineCopied, { lineId: 'line-of-great-length', customerName: '欧阳小姐' }),
    );
    const stored = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
    expect(stored.includes('line.copied')).toBe(true);
    expect(stored.includes('line-of-great-length')).toBe(false);
    expect(stored.includes('欧阳')).toBe(false);
    expect(stored.includes(Buffer.from(event.salt))).toBe(false);
  });
});

describe('sealed fields', () => {
  const fields = createFieldSealer(DATA_KEY);

  it('open in their own place only', () => {
    const sealed = fields.seal('138 0013 8000', 'customers.phone:1');
    expect(fields.open(sealed, 'customers.phone:1')).toBe('138 0013 8000');
    expect(() => fields.open(sealed, 'customers.phone:2')).toThrow(SealBroken);
    expect(() => fields.open(flipped(sealed, 14), 'customers.phone:1')).toThrow(SealBroken);
    expect(() => fields.open(new Uint8Array(5), 'customers.phone:1')).toThrow(SealBroken);
  });

  it('are the same bytes in the same place and others elsewhere, so that a rebuild changes nothing', () => {
    expect(fields.seal('王', 'a:1')).toEqual(fields.seal('王', 'a:1'));
    expect(fields.seal('王', 'a:1').subarray(0, 12)).not.toEqual(fields.seal('王', 'a:2').subarray(0, 12));
    expect(fields.seal('王', 'a:1').subarray(0, 12)).not.toEqual(fields.seal('李', 'a:1').subarray(0, 12));
  });

  it('are found by a lookup that only this key makes', () => {
    expect(fields.lookup('13800138000')).toEqual(fields.lookup('13800138000'));
    expect(fields.lookup('13800138000')).not.toEqual(fields.lookup('13800138001'));
    expect(createFieldSealer(randomBytes(32)).lookup('13800138000')).not.toEqual(fields.lookup('13800138000'));
  });
});
