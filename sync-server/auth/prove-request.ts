import { PROOF_AT_HEADER, PROOF_HEADER, requestText, TOKEN_HEADER } from '#contract/sync/proof.ts';
import { PROOF_SKEW_MS } from '#contract/sync/terms.ts';
import { sha256, signedBy } from './ed25519.ts';
import type { Principal, Tokens } from './tokens.ts';

export type Proven = { readonly principal: Principal } | { readonly refused: 'noToken' | 'token' | 'clock' | 'proof' };

/** Who sent this request: a token of ours, and a fresh signature over method, target and body by the key it is bound to. */
export function proveRequest(
  request: { readonly method: string; readonly url: string; readonly headers: Headers; readonly body: Uint8Array },
  tokens: Tokens,
  nowMs: number,
): Proven {
  const token = /^Bearer (\S+)$/.exec(request.headers.get(TOKEN_HEADER) ?? '')?.[1];
  if (token === undefined) return { refused: 'noToken' };
  const principal = readable(() => tokens.read(token, nowMs));
  if (principal === null) return { refused: 'token' };
  const atMs = Number(request.headers.get(PROOF_AT_HEADER));
  if (!Number.isSafeInteger(atMs) || Math.abs(atMs - nowMs) > PROOF_SKEW_MS) return { refused: 'clock' };
  const { pathname, search } = new URL(request.url);
  const text = requestText({
    method: request.method,
    target: pathname + search,
    bodyHash: sha256(request.body).toString('hex'),
    atMs,
    token,
  });
  const signature = request.headers.get(PROOF_HEADER) ?? '';
  return signedBy(principal.publicKey, text, signature) ? { principal } : { refused: 'proof' };
}

function readable<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch {
    // Text that is not even a token.
    return null;
  }
}
