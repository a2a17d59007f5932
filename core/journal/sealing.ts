import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import { derivedKey } from './derived-key.ts';

const NONCE = 12;
const TAG = 16;

export type SealedColumn = 'payload' | 'salt';

/** Seals the two columns of an event that an erasure takes away. `open` throws SealBroken. */
export interface EventSealer {
  seal(column: SealedColumn, plain: Uint8Array, eventHash: Uint8Array): Uint8Array;
  open(column: SealedColumn, sealed: Uint8Array, eventHash: Uint8Array): Uint8Array;
}

/** The sealed bytes were changed, belong to another event or column, or the key is another one. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/**
 * AES-256-GCM: 12 bytes of random nonce, the ciphertext, 16 bytes of tag. Associated data is the column's name and the event's
 * hash, which stands for every other column and for the whole journal before it: sealed bytes fit one place only. The salt
 * is sealed too, because beside a readable salt the commitment would let a short payload be guessed.
 */
export function createEventSealer(dataKey: Uint8Array, randomBytes: (count: number) => Uint8Array): EventSealer {
  const key = createSecretKey(derivedKey(dataKey, 'journal'));
  const associated = { payload: associatedData('payload'), salt: associatedData('salt') };
  return {
    seal(column, plain, eventHash) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
      cipher.setAAD(associated[column](eventHash));
      const body = cipher.update(plain);
      cipher.final();
      return Buffer.concat([nonce, body, cipher.getAuthTag()]);
    },
    open(column, sealed, eventHash) {
      if (sealed.length < NONCE + TAG) throw new SealBroken(`the sealed ${column} is too short`);
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAAD(associated[column](eventHash));
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
      const plain = decipher.update(sealed.subarray(NONCE, sealed.length - TAG));
      try {
        decipher.final();
      } catch (error) {
        throw new SealBroken(`the sealed ${column} does not open`, { cause: error });
      }
      return plain;
    },
  };
}

function associatedData(column: SealedColumn): (eventHash: Uint8Array) => Uint8Array {
  const name = Buffer.from(`${column}\n`, 'latin1');
  return (eventHash) => Buffer.concat([name, eventHash]);
}
