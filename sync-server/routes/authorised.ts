import { implement, ORPCError } from '@orpc/server';
import { serverContract } from '#contract/sync/server-contract.ts';
import { type Reach, type RouteName, reaches } from '../auth/authorisation.ts';
import type { Principal } from '../auth/tokens.ts';
import type { ServerContext } from './server-context.ts';
import type { ServerParts } from './server-parts.ts';

export const routes = implement(serverContract).$context<ServerContext>();

/** The proven caller, where the table lets its role reach as far as this call wants; throws `notProven` or `notAllowed`. */
export function allow(
  parts: Pick<ServerParts, 'nowMs'>,
  context: ServerContext,
  route: RouteName,
  needed: Exclude<Reach, 'none'>,
): Principal {
  if (context.principal === null) {
    throw new ORPCError('notProven', {
      status: 401,
      defined: true,
      data: { why: context.refused, serverAtMs: parts.nowMs() },
    });
  }
  if (!reaches(route, context.principal.role, needed))
    throw new ORPCError('notAllowed', { status: 403, defined: true });
  return context.principal;
}

/** Own site or all sites, by what was asked for: nobody reads another site by naming it. */
export function siteAsked(
  parts: Pick<ServerParts, 'nowMs'>,
  context: ServerContext,
  route: RouteName,
  asked: string | undefined,
): string | null {
  const principal = allow(parts, context, route, 'site');
  if (asked === principal.siteId) return asked;
  if (asked === undefined && !reaches(route, principal.role, 'all')) return principal.siteId;
  allow(parts, context, route, 'all');
  return asked ?? null;
}
