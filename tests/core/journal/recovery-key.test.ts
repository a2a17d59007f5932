import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printRecoveryKey, readRecoveryKey, unwrapDataKey, wrapDataKey } from '#core/journal/recovery-key.ts';
import { count } from '#tests/counts.ts';

const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 });
const runs = { numRuns: count('recoveryKeys') };

describe('the recovery key', () => {
  it('is read back from its printout', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const printed = printRecoveryKey(secret);
        expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}$/);
        expect(readRecoveryKey(printed)).toEqual({ outcome: 'read', secret });
      }),
      runs,
    );
  });

  it('is read however it was typed', () => {
    const secret = new Uint8Array(20).map((_, index) => index * 13);
    const printed = printRecoveryKey(secret);
    const fullWidth = [...printed]
      .map((c) => (c === '-' ? '－' : String.fromCharCode(c.charCodeAt(0) + 0xfee0)))
      .join('');
    const typings = [
      printed.toLowerCase(),
      printed.replaceAll('-', ' '),
      printed.replaceAll('-', ''),
      printed.replaceAll('-', ' — \n'),
      printed.replaceAll('0', 'O').replaceAll('1', 'l'),
      printed.replaceAll('0', 'o').replaceAll('1', 'I'),
      fullWidth,
      `  ${printed}。`,
    ];
    for (const typed of typings) expect([typed, readRecoveryKey(typed)]).toEqual([typed, { outcome: 'read', secret }]);
  });

  it('says where a character is impossible and when the length is wrong', () => {
    const printed = printRecoveryKey(new Uint8Array(20));
    expect(readRecoveryKey(printed.replace(/^000/, '00U'))).toEqual({ outcome: 'misspelt', position: 3 });
    expect(readRecoveryKey('')).toEqual({ outcome: 'wrongLength', expected: 35, found: 0 });
    expect(readRecoveryKey(printed.slice(1))).toEqual({ outcome: 'wrongLength', expected: 35, found: 34 });
  });

  it('is not read with one wrong character, but for the one in 32768 that the checksum lets through', () => {
    let passed = 0;
    fc.assert(
      fc.property(secrets, fc.nat(34), fc.integer({ min: 1, max: 31 }), (secret, at, shift) => {
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const typed = printRecoveryKey(secret).replaceAll('-', '');
        const wrong = alphabet[(alphabet.indexOf(typed.charAt(at)) + shift) % 32] ?? '';
        const reading = readRecoveryKey(typed.slice(0, at) + wrong + typed.slice(at + 1));
        if (reading.outcome === 'read') passed += 1;
      }),
      runs,
    );
    expect(passed).toBeLessThanOrEqual(2);
  });

  it('unwraps the data key it wrapped and no other, and nothing from damaged bytes', () => {
    const dataKey = randomBytes(32);
    const secret = randomBytes(20);
    const wrapped = wrapDataKey(dataKey, secret, randomBytes);
    expect(Buffer.compare(unwrapDataKey(wrapped, secret) ?? new Uint8Array(), dataKey)).toBe(0);
    expect(unwrapDataKey(wrapped, randomBytes(20))).toBeNull();
    for (let at = 0; at < wrapped.length; at += 1) {
      const damaged = new Uint8Array(wrapped);
      damaged[at] = (damaged[at] ?? 0) ^ 4;
      expect(unwrapDataKey(damaged, secret)).toBeNull();
    }
    expect(unwrapDataKey(wrapped.subarray(0, 20), secret)).toBeNull();
  });
});
