import { createHash, createPublicKey, verify } from 'node:crypto';

/** The fixed first bytes of an Ed25519 public key in SPKI (RFC 8410); the 32 raw bytes follow. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** True where the signature (base64url) over the text was made by the raw public key's owner. */
export function signedBy(publicKey: Uint8Array, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, publicKey]), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64url'));
  } catch {
    // Bytes that are no key sign nothing.
    return false;
  }
}

export const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();
