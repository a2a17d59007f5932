import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { WriteHandle } from '../db/open.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import { readFact, writeFact } from './sync-state-repo.ts';

const PLACE = 'sync_state.privateKey';

/** The key pair by which the server knows this PC; the private half never leaves it unsealed. */
export interface DeviceKey {
  /** Raw Ed25519 public key, base64url. */
  readonly publicKey: string;
  /** Ed25519 signature over the text, base64url. */
  sign(text: string): string;
}

/** The PC's key, made when it is asked for the first time. */
export function deviceKey(db: WriteHandle, seal: FieldSealer): DeviceKey {
  const sealed = readFact(db, 'privateKey');
  if (sealed !== null) return keyOf(seal.open(Buffer.from(sealed, 'base64'), PLACE));
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  writeFact(db, 'privateKey', Buffer.from(seal.seal(pem, PLACE)).toString('base64'));
  return keyOf(pem);
}

function keyOf(pem: string): DeviceKey {
  const key: KeyObject = createPrivateKey(pem);
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    // The raw key is the last 32 bytes of its SPKI form.
    publicKey: spki.subarray(-32).toString('base64url'),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), key).toString('base64url'),
  };
}
