import { createCipheriv, createDecipheriv, createHmac, createSecretKey } from 'node:crypto';
import { derivedKey } from './derived-key.ts';
import { SealBroken } from './sealing.ts';

const NONCE = 12;
const TAG = 16;

/**
 * Seals personal data in projection columns. `context` names the place, e.g. `customers.name:<row id>`: bytes sealed for one
 * place do not open in another. `lookup` gives 32 bytes to find an exact value by; the caller normalises the value first.
 */
export interface FieldSealer {
  seal(plain: string, context: string): Uint8Array;
  /** Throws SealBroken. */
  open(sealed: Uint8Array, context: string): string;
  lookup(value: string): Uint8Array;
}

/**
 * AES-256-GCM with a nonce that is a keyed hash of context and text: the same text in the same place always gives the same
 * bytes, so that rebuilt projections equal the dropped ones byte for byte, and no nonce is ever used for two texts.
 */
export function createFieldSealer(dataKey: Uint8Array): FieldSealer {
  const key = createSecretKey(derivedKey(dataKey, 'field'));
  const nonceKey = createSecretKey(derivedKey(dataKey, 'fieldNonce'));
  const lookupKey = createSecretKey(derivedKey(dataKey, 'fieldLookup'));
  return {
    seal(plain, context) {
      const place = Buffer.from(context, 'utf8');
      const text = Buffer.from(plain, 'utf8');
      const length = Buffer.alloc(4);
      length.writeUInt32BE(place.length);
      const mac = createHmac('sha256', nonceKey).update(length).update(place).update(text).digest();
      const nonce = mac.subarray(0, NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
      cipher.setAAD(place);
      const body = cipher.update(text);
      cipher.final();
      return Buffer.concat([nonce, body, cipher.getAuthTag()]);
    },
    open(sealed, context) {
      if (sealed.length < NONCE + TAG) throw new SealBroken(`a sealed field of ${context} is too short`);
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAAD(Buffer.from(context, 'utf8'));
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
      const text = decipher.update(sealed.subarray(NONCE, sealed.length - TAG));
      try {
        decipher.final();
      } catch (error) {
        throw new SealBroken(`a sealed field of ${context} does not open`, { cause: error });
      }
      return text.toString('utf8');
    },
    lookup: (value) => createHmac('sha256', lookupKey).update(value, 'utf8').digest(),
  };
}
