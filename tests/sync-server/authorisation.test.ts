import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endPostgres, openTestServer, SERVER_DATABASES, type TestServer } from '#bench/sync/open-sync-server.ts';
import { SimulatedDesk } from '#bench/sync/simulated-desk.ts';
import { type InstallRole, installRoleSchema } from '#contract/sync/terms.ts';
import { authorisation, type Reach, type RouteName } from '#sync-server/auth/authorisation.ts';

afterAll(endPostgres);

const OWN_SITE = 'site-own';
const OTHER_SITE = 'site-other';

interface Attempt {
  readonly route: RouteName;
  /** How far this attempt wants to reach. */
  readonly wants: Exclude<Reach, 'none'>;
  readonly what: string;
  readonly method: string;
  target(ids: { victim: string }): string;
  body?(ids: { fresh: string }): unknown;
}

const attempt = (
  route: RouteName,
  wants: Attempt['wants'],
  what: string,
  method: string,
  target: Attempt['target'],
  body?: Attempt['body'],
): Attempt => ({ route, wants, what, method, target, ...(body ? { body } : {}) });

/** Every proven route, in every reach it can be asked for. */
const attempts: readonly Attempt[] = [
  attempt('heads', 'own', 'its own heads', 'GET', () => '/v1/journal/heads'),
  attempt('quarantine', 'own', 'its own quarantine', 'GET', () => '/v1/journal/quarantine?whose=own'),
  attempt('quarantine', 'site', 'the quarantine of its site', 'GET', () => '/v1/journal/quarantine?whose=site'),
  attempt('feed', 'site', 'the feed of its site', 'GET', () => '/v1/feed?after=0'),
  attempt('sites', 'site', 'its site', 'GET', () => '/v1/sites'),
  attempt('installs', 'site', 'the PCs of its site', 'GET', () => `/v1/installs?siteId=${OWN_SITE}`),
  attempt('installs', 'all', 'the PCs of another site', 'GET', () => `/v1/installs?siteId=${OTHER_SITE}`),
  attempt('people', 'site', 'the people of its site', 'GET', () => `/v1/people?siteId=${OWN_SITE}`),
  attempt('people', 'all', 'the people of another site', 'GET', () => `/v1/people?siteId=${OTHER_SITE}`),
  attempt('releaseFile', 'all', 'a release file', 'GET', () => '/v1/releases/metadata%2Froot.json'),
  attempt(
    'publishFiles',
    'all',
    'to publish',
    'POST',
    () => '/v1/releases',
    ({ fresh }) => ({
      files: [{ file: `targets/${fresh}`, contentBase64: Buffer.from(fresh).toString('base64') }],
    }),
  ),
  attempt(
    'addSite',
    'all',
    'to add a site',
    'POST',
    () => '/v1/sites',
    ({ fresh }) => ({ siteId: fresh, name: fresh }),
  ),
  attempt(
    'issueCode',
    'all',
    'a code for its own site',
    'POST',
    () => '/v1/enrolment-codes',
    () => ({ siteId: OWN_SITE, role: 'administrator' }),
  ),
  attempt(
    'issueCode',
    'all',
    'a code for another site',
    'POST',
    () => '/v1/enrolment-codes',
    () => ({ siteId: OTHER_SITE, role: 'desk' }),
  ),
  attempt(
    'revoke',
    'all',
    'to revoke another PC',
    'POST',
    ({ victim }) => `/v1/installs/${victim}/revoke`,
    () => ({}),
  ),
];

const ORDER: readonly Reach[] = ['none', 'own', 'site', 'all'];
const OPEN: readonly RouteName[] = ['time', 'enrol', 'token'];
/** Proven by what they send or how they stream, in the journal's tests and below. */
const ELSEWHERE: readonly RouteName[] = ['upload', 'feedGrew'];

it('attempts every route of the table', () => {
  const attempted = new Set<string>([...attempts.map(({ route }) => route), ...OPEN, ...ELSEWHERE]);
  expect(Object.keys(authorisation).filter((route) => !attempted.has(route))).toEqual([]);
});

describe.each(SERVER_DATABASES)('who may do what on %s', (database) => {
  let test: TestServer;
  const desks = new Map<InstallRole, SimulatedDesk>();
  let fresh = 0;
  beforeAll(async () => {
    test = await openTestServer(database);
    for (const role of installRoleSchema.options) desks.set(role, await test.desk(`as-${role}`, OWN_SITE, role));
    await test.desk('elsewhere', OTHER_SITE);
  }, 60_000);
  afterAll(() => test.close());

  const cases = installRoleSchema.options.flatMap((role) => attempts.map((one) => ({ role, one })));
  it.each(cases.map(({ role, one }) => [role, one.what, one] as const))('%s asks for %s', async (role, _what, one) => {
    fresh += 1;
    if (one.route === 'revoke') await test.desk(`victim-${role}`, OTHER_SITE);
    const ids = { victim: `victim-${role}`, fresh: `fresh-${database}-${fresh}` };
    const answer = await desks.get(role)?.call(one.method, one.target(ids), one.body?.(ids), Date.now());
    const allowed = ORDER.indexOf(authorisation[one.route][role]) >= ORDER.indexOf(one.wants);
    const status = answer?.status ?? 0;
    if (allowed) expect([200, 404]).toContain(status);
    else expect(status).toBe(403);
  });

  it.each(attempts.map((one) => [one.what, one] as const))('nobody without a token gets %s', async (_what, one) => {
    const ids = { victim: 'elsewhere', fresh: 'never' };
    const stranger = new SimulatedDesk(test.server.url, 'stranger');
    const answer = await stranger.call(one.method, one.target(ids), one.body?.(ids), Date.now());
    expect(answer.status).toBe(401);
  });

  it('a PC hears of nobody but its own site', async () => {
    const sites = (await (await desks.get('desk')?.call('GET', '/v1/sites', undefined, Date.now()))?.json()) as {
      sites: { siteId: string }[];
    };
    expect(sites.sites.map(({ siteId }) => siteId)).toEqual([OWN_SITE]);
  });

  it('a proof is good for one request only: not for another body, target, moment or token', async () => {
    const desk = desks.get('desk');
    if (!desk) throw new Error('no desk');
    const other = await test.desk('proof-other', OWN_SITE);
    const spoiled: ((headers: Headers) => void)[] = [
      (headers) => headers.delete('x-counterpart-proof'),
      (headers) => headers.set('x-counterpart-at', String(Date.now() + 1_000)),
      (headers) => headers.set('authorization', `Bearer ${other.token}`),
      (headers) => headers.set('authorization', `Bearer ${desk.token.slice(0, -4)}AAAA`),
      (headers) => headers.set('authorization', 'Bearer x.y.z'),
    ];
    for (const change of spoiled) {
      expect((await desk.call('GET', '/v1/journal/heads', undefined, Date.now(), change)).status).toBe(401);
    }
    expect((await desk.call('GET', '/v1/journal/heads', undefined, Date.now() - 301_000)).status).toBe(401);
    expect((await desk.call('GET', '/v1/journal/heads', undefined, Date.now())).status).toBe(200);
  });

  it('a revoked PC is out at once, token or not', async () => {
    const desk = await test.desk('leaving', OWN_SITE);
    const admin = desks.get('administrator');
    expect((await desk.call('GET', '/v1/journal/heads', undefined, Date.now())).status).toBe(200);
    expect((await admin?.call('POST', '/v1/installs/leaving/revoke', {}, Date.now()))?.status).toBe(200);
    expect((await desk.call('GET', '/v1/journal/heads', undefined, Date.now())).status).toBe(401);
    expect((await desk.takeToken(Date.now())).status).toBe(401);
  });

  it('a token ends, and a PC with a wrong clock is told the server’s time', async () => {
    const desk = await test.desk('later', OWN_SITE);
    test.clockShiftMs = 16 * 60_000;
    const late = await desk.call('GET', '/v1/journal/heads', undefined, Date.now() + test.clockShiftMs);
    expect(late.status).toBe(401);
    const wrong = await desk.takeToken(Date.now());
    expect(wrong.status).toBe(401);
    const told = (await wrong.json()) as { data: { serverAtMs: number; why: string } };
    expect(told.data.why).toBe('clock');
    expect((await desk.takeToken(told.data.serverAtMs)).status).toBe(200);
    test.clockShiftMs = 0;
  });
});
