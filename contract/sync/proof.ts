/** Names of the headers that carry who asks. */
export const TOKEN_HEADER = 'authorization';
export const PROOF_HEADER = 'x-counterpart-proof';
export const PROOF_AT_HEADER = 'x-counterpart-at';

/** What the key of an install signs to be given a token. */
export function tokenRequestText(installId: string, atMs: number, nonce: string): string {
  return ['counterpart/token/1', installId, String(atMs), nonce].join('\n');
}

/** What it signs to enrol: that the code was meant for this key. */
export function enrolmentText(code: string, installId: string, publicKey: string): string {
  return ['counterpart/enrol/1', code, installId, publicKey].join('\n');
}

/** What it signs with every request; `bodyHash` is the SHA-256 of the body as it is sent, in lower-case hex. */
export function requestText(request: {
  readonly method: string;
  /** Path and query, as in the request line. */
  readonly target: string;
  readonly bodyHash: string;
  readonly atMs: number;
  readonly token: string;
}): string {
  return [
    'counterpart/request/1',
    request.method.toUpperCase(),
    request.target,
    request.bodyHash,
    String(request.atMs),
    request.token,
  ].join('\n');
}
