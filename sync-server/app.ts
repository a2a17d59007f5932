import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { ORPCError, onError } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { type Context, Hono } from 'hono';
import { serverContract } from '#contract/sync/server-contract.ts';
import type { Admission } from './admission.ts';
import { proveRequest } from './auth/prove-request.ts';
import type { Principal } from './auth/tokens.ts';
import type { Log } from './log.ts';
import type { RateLimit } from './rate-limit.ts';
import { BodyRefused, type ReadBody, readBody } from './read-body.ts';
import { routes } from './routes/authorised.ts';
import { enrolmentRoutes } from './routes/enrolment.ts';
import { journalRoutes } from './routes/journal.ts';
import { releaseRoutes } from './routes/releases.ts';
import type { ServerContext } from './routes/server-context.ts';
import type { ServerParts } from './routes/server-parts.ts';
import { findInstall } from './sites/install-repo.ts';
import { awayAnswer } from './turn-away.ts';

export interface AppParts extends ServerParts {
  readonly log: Log;
  readonly rateLimit: RateLimit;
  readonly admission: Admission;
  readonly metricsToken: string | null;
  /** Aborted when the server stops: open streams end, new requests are sent elsewhere. */
  readonly stopping: AbortSignal;
  /** The address a request came from, for the rate limit of callers without a token. */
  callerOf(context: Context): string;
}

/** The whole HTTP side: health, metrics, the OpenAPI document and every route of the contract. */
export function createApp(parts: AppParts): Hono {
  const router = routes.router({ ...enrolmentRoutes(parts), ...journalRoutes(parts), ...releaseRoutes(parts) });
  const handler = new OpenAPIHandler(router, {
    interceptors: [
      onError((error) => {
        if (!(error instanceof ORPCError)) parts.log.error('a request failed', error);
      }),
    ],
  });
  const app = new Hono();
  app.get('/healthz', async (context) => {
    if (parts.stopping.aborted) return context.json({ state: 'stopping' }, 503);
    await parts.database.db.selectFrom('server_fact').select('key').limit(1).execute();
    return context.json({ state: 'ready' });
  });
  app.get('/metrics', (context) => {
    const given = context.req.header('authorization');
    if (parts.metricsToken === null || given !== `Bearer ${parts.metricsToken}`) return context.notFound();
    return context.text(parts.metrics.text());
  });
  app.get('/openapi.json', async (context) => context.json(await openApiDocument()));
  app.all('/v1/*', async (context) => {
    const answer = await answerCall(parts, handler, context);
    parts.metrics.count('requests', 1, `{status="${Math.floor(answer.status / 100)}xx"}`);
    return answer;
  });
  app.onError((error, context) => {
    if (error instanceof BodyRefused) return context.json({ message: error.message }, error.status);
    parts.log.error('a request failed', error);
    return context.json({ message: 'internal error' }, 500);
  });
  return app;
}

async function answerCall(
  parts: AppParts,
  handler: OpenAPIHandler<ServerContext>,
  context: Context,
): Promise<Response> {
  // Whoever sends slowly keeps nobody waiting: the turn begins when all of it is here.
  const body = await readBody(context.req.raw);
  const entered = await parts.admission.enter();
  if ('waitSeconds' in entered) {
    const away = awayAnswer(entered, parts.metrics);
    return context.body(away.body, away.status, away.headers);
  }
  try {
    return await answerInTurn(parts, handler, context, body);
  } finally {
    entered.leave();
  }
}

async function answerInTurn(
  parts: AppParts,
  handler: OpenAPIHandler<ServerContext>,
  context: Context,
  body: ReadBody,
): Promise<Response> {
  const request = context.req.raw;
  const nowMs = parts.nowMs();
  const caller = parts.callerOf(context);
  const proven = proveRequest(
    { method: request.method, url: request.url, headers: request.headers, body: body.sent },
    parts.tokens,
    nowMs,
  );
  const principal = 'principal' in proven ? await standing(parts, proven.principal) : null;
  const wait = parts.rateLimit.waitSeconds(principal?.installId ?? caller, nowMs);
  if (wait > 0) {
    parts.metrics.count('rate_limited');
    return context.json({ message: 'too many requests' }, 429, { 'retry-after': String(wait) });
  }
  const headers = new Headers(request.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  const plain = new Request(request.url, {
    method: request.method,
    headers,
    signal: request.signal,
    ...(body.plain.length > 0 ? { body: new Uint8Array(body.plain) } : {}),
  });
  const { matched, response } = await handler.handle(plain, {
    context: { principal, refused: 'refused' in proven ? proven.refused : 'install', signal: parts.stopping },
  });
  return matched ? response : context.notFound();
}

/** The install as it stands now: a revoked one is out at once, a changed role counts at once. */
async function standing(parts: AppParts, claimed: Principal): Promise<Principal | null> {
  const install = await findInstall(parts.database.db, claimed.installId);
  if (install === null || install.revokedAtMs !== null) return null;
  return Buffer.compare(install.publicKey, claimed.publicKey) === 0 ? install : null;
}

/** The OpenAPI document of the server, generated from the contract. */
export function openApiDocument() {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(serverContract, { info: { title: 'Counterpart sync server', version: '1' } });
}
