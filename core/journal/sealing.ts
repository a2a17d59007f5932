import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import { SALT_BYTES } from '#ledger/commitment.ts';
import { derivedKey } from './derived-key.ts';

const NONCE = 12;
const TAG = 16;

/** The two columns of an event that an erasure takes away: sealed in the database, plain for whoever holds the data key. */
export interface PayloadAndSalt {
  readonly payload: Uint8Array;
  readonly salt: Uint8Array;
}

export interface EventSealer {
  seal(plain: PayloadAndSalt, eventHash: Uint8Array): PayloadAndSalt;
  /** Throws SealBroken. */
  open(sealed: PayloadAndSalt, eventHash: Uint8Array): PayloadAndSalt;
}

/** The sealed bytes were changed, belong to another event, or the key is another one. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/**
 * One AES-256-GCM over the payload and then the salt, under a random nonce; the columns are
 *
 *   payload   12 bytes nonce · ciphertext of the payload · 16 bytes tag over both
 *   salt      ciphertext of the salt
 *
 * Associated data is the event's hash, which stands for every other column and the whole journal before: sealed bytes fit one
 * place only. The salt is sealed too, because beside a readable salt the commitment would let a short payload be guessed.
 */
export function createEventSealer(dataKey: Uint8Array, randomBytes: (count: number) => Uint8Array): EventSealer {
  const key = createSecretKey(derivedKey(dataKey, 'journal'));
  return {
    seal(plain, eventHash) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
      cipher.setAAD(eventHash);
      const body = cipher.update(joined(plain));
      cipher.final();
      const end = body.length - SALT_BYTES;
      const payload = Buffer.allocUnsafe(NONCE + end + TAG);
      payload.set(nonce, 0);
      payload.set(body.subarray(0, end), NONCE);
      payload.set(cipher.getAuthTag(), NONCE + end);
      return { payload, salt: body.subarray(end) };
    },
    open(sealed, eventHash) {
      const end = sealed.payload.length - TAG;
      if (end < NONCE || sealed.salt.length !== SALT_BYTES) throw new SealBroken('payload or salt is too short');
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.payload.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAAD(eventHash);
      decipher.setAuthTag(sealed.payload.subarray(end));
      const body = decipher.update(joined({ payload: sealed.payload.subarray(NONCE, end), salt: sealed.salt }));
      try {
        decipher.final();
      } catch (error) {
        throw new SealBroken('payload and salt do not open', { cause: error });
      }
      const saltAt = body.length - SALT_BYTES;
      return { payload: body.subarray(0, saltAt), salt: body.subarray(saltAt) };
    },
  };
}

function joined({ payload, salt }: PayloadAndSalt): Uint8Array {
  const both = Buffer.allocUnsafe(payload.length + salt.length);
  both.set(payload, 0);
  both.set(salt, payload.length);
  return both;
}
