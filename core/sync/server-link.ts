import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { PROOF_AT_HEADER, PROOF_HEADER, requestText, TOKEN_HEADER, tokenRequestText } from '#contract/sync/proof.ts';
import { type ServerContract, serverContract } from '#contract/sync/server-contract.ts';
import type { Clock } from '../clock.ts';
import type { Ids } from '../ids.ts';
import type { DeviceKey } from './device-key.ts';

const zip = promisify(gzip);
/** Smaller bodies gain nothing by being packed. */
const PACK_FROM_BYTES = 1_024;
/** A token this close to its end is not used any more. */
const TOKEN_MARGIN_MS = 60_000;
const REQUEST_TIMEOUT_MS = 30_000;

export type ServerClient = ContractRouterClient<ServerContract>;

export interface LinkParts {
  readonly serverUrl: string;
  readonly installId: string;
  readonly key: DeviceKey;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly ids: Ids;
  /** How much the server's clock is ahead of ours, as learnt last. */
  readonly clockOffsetMs: number;
  onClockOffset(offsetMs: number): void;
  /** The server has too many callers and says when this one's turn comes. */
  onToldToWait(ms: number): void;
}

/** A client that proves every request; it learns the server's clock where ours is off. */
export function openServerLink(parts: LinkParts): ServerClient {
  let token: { token: string; expiresAtMs: number } | null = null;
  let offsetMs = parts.clockOffsetMs;
  const serverNow = (): number => parts.clock.nowMs() + offsetMs;
  const heeding: typeof fetch = async (input, init) => {
    const answer = await parts.fetch(input, init);
    const seconds = answer.status === 429 || answer.status === 503 ? Number(answer.headers.get('retry-after')) : 0;
    if (seconds > 0) parts.onToldToWait(seconds * 1_000);
    return answer;
  };
  const plain = plainClient(parts.serverUrl, heeding);

  async function freshToken(): Promise<string> {
    if (token !== null && token.expiresAtMs - TOKEN_MARGIN_MS > serverNow()) return token.token;
    token = await askToken().catch((error: unknown) => {
      const serverAtMs = serverTimeIn(error);
      if (serverAtMs === null) throw error;
      offsetMs = serverAtMs - parts.clock.nowMs();
      parts.onClockOffset(offsetMs);
      return askToken();
    });
    return token.token;
  }

  function askToken() {
    const atMs = serverNow();
    const nonce = Buffer.from(parts.ids.bytes(16)).toString('base64url');
    const signature = parts.key.sign(tokenRequestText(parts.installId, atMs, nonce));
    return plain.token({ installId: parts.installId, atMs, nonce, signature });
  }

  const proving: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = await packed(new Uint8Array(await request.arrayBuffer()));
    const headers = new Headers(request.headers);
    if (body.packed) headers.set('content-encoding', 'gzip');
    const { pathname, search } = new URL(request.url);
    const current = await freshToken();
    const atMs = serverNow();
    headers.set(TOKEN_HEADER, `Bearer ${current}`);
    headers.set(PROOF_AT_HEADER, String(atMs));
    const bodyHash = createHash('sha256').update(body.bytes).digest('hex');
    const target = pathname + search;
    headers.set(
      PROOF_HEADER,
      parts.key.sign(requestText({ method: request.method, target, bodyHash, atMs, token: current })),
    );
    const answer = await heeding(request.url, {
      method: request.method,
      headers,
      signal: request.signal,
      ...(body.bytes.length > 0 ? { body: body.bytes } : {}),
    });
    // A token that another instance, or a restart with another key, does not take is asked for anew next time.
    if (answer.status === 401) token = null;
    return answer;
  };
  return createORPCClient(
    new OpenAPILink(serverContract, { url: parts.serverUrl, fetch: (request, init) => proving(request, init) }),
  );
}

/** A client without a proof, for enrolling and tokens. */
export function plainClient(serverUrl: string, through: typeof fetch): ServerClient {
  return createORPCClient(
    new OpenAPILink(serverContract, {
      url: serverUrl,
      fetch: (request, init) => through(request, { ...init, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) }),
    }),
  );
}

async function packed(plain: Uint8Array<ArrayBuffer>): Promise<{ bytes: Uint8Array<ArrayBuffer>; packed: boolean }> {
  if (plain.length < PACK_FROM_BYTES) return { bytes: plain, packed: false };
  return { bytes: new Uint8Array(await zip(plain)), packed: true };
}

function serverTimeIn(error: unknown): number | null {
  if (!(error instanceof ORPCError) || error.code !== 'notProven') return null;
  const data: unknown = error.data;
  if (data === null || typeof data !== 'object' || !('why' in data) || data.why !== 'clock') return null;
  return 'serverAtMs' in data && typeof data.serverAtMs === 'number' ? data.serverAtMs : null;
}
