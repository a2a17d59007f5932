import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type InstallRole, installRoleSchema } from '#contract/sync/terms.ts';
import { keyFor } from '../sealer.ts';

/** Short, so that a revoked install is out within minutes even where another instance revoked it. */
const TOKEN_LIFE_MS = 15 * 60_000;

const claimsSchema = z.object({
  installId: z.string(),
  siteId: z.string(),
  role: installRoleSchema,
  /** The raw public key of the install, base64url: the token is worth nothing without its private half. */
  key: z.string(),
  expiresAtMs: z.int(),
});
export interface Principal {
  readonly installId: string;
  readonly siteId: string;
  readonly role: InstallRole;
  readonly publicKey: Uint8Array;
}

export interface Tokens {
  issue(principal: Principal, nowMs: number): { token: string; expiresAtMs: number };
  /** Null for a token that is not ours, was changed, or is over. */
  read(token: string, nowMs: number): Principal | null;
}

/** Tokens that any instance with the same master key can read, without a table. */
export function createTokens(masterKey: Uint8Array): Tokens {
  const key = keyFor(masterKey, 'tokens');
  const seal = (body: string): Buffer => createHmac('sha256', key).update(body).digest();
  return {
    issue({ installId, siteId, role, publicKey }, nowMs) {
      const expiresAtMs = nowMs + TOKEN_LIFE_MS;
      const claims = { installId, siteId, role, key: Buffer.from(publicKey).toString('base64url'), expiresAtMs };
      const body = Buffer.from(JSON.stringify(claims), 'utf8').toString('base64url');
      return { token: `${body}.${seal(body).toString('base64url')}`, expiresAtMs };
    },
    read(token, nowMs) {
      const [body = '', tag = '', ...rest] = token.split('.');
      const given = Buffer.from(tag, 'base64url');
      const expected = seal(body);
      if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      const claims = claimsSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
      if (!claims.success || claims.data.expiresAtMs <= nowMs) return null;
      const { installId, siteId, role } = claims.data;
      return { installId, siteId, role, publicKey: Buffer.from(claims.data.key, 'base64url') };
    },
  };
}
