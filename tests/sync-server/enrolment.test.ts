import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endPostgres, openTestServer, SERVER_DATABASES, type TestServer } from '#bench/sync/open-sync-server.ts';
import { SimulatedDesk } from '#bench/sync/simulated-desk.ts';
import { issueCode } from '#sync-server/commands.ts';

afterAll(endPostgres);

describe.each(SERVER_DATABASES)('enrolment on %s', (database) => {
  let test: TestServer;
  const codeFor = (siteId: string, nowMs = Date.now()) =>
    issueCode(test.config, { siteId, siteName: siteId, role: 'desk' }, nowMs);
  beforeAll(async () => {
    test = await openTestServer(database);
  }, 60_000);
  afterAll(() => test.close());

  it('takes a code once, however it is typed, and again from the same PC', async () => {
    const { code } = await codeFor('hall');
    const desk = new SimulatedDesk(test.server.url, 'first');
    const typed = `${code.slice(0, 5).toLowerCase()}-${code.slice(5)}`;
    expect((await desk.enrol(typed)).status).toBe(401);
    expect((await desk.enrol(code)).status).toBe(200);
    expect((await desk.enrol(code)).status).toBe(200);
    expect((await new SimulatedDesk(test.server.url, 'second').enrol(code)).status).toBe(403);
  });

  it('refuses codes that are over, guessed, or tried twice at the same moment', async () => {
    const old = await codeFor('hall', Date.now() - 25 * 3_600_000);
    expect((await new SimulatedDesk(test.server.url, 'late').enrol(old.code)).status).toBe(403);
    expect((await new SimulatedDesk(test.server.url, 'guess').enrol('AAAAAAAAAA')).status).toBe(403);
    const { code } = await codeFor('hall');
    const racing = ['race-a', 'race-b', 'race-c'].map((id) => new SimulatedDesk(test.server.url, id).enrol(code));
    const states = (await Promise.all(racing)).map(({ status }) => status).sort();
    expect(states).toEqual([200, 403, 403]);
  });

  it('never hands a PC of one site over to another by a code', async () => {
    const mine = new SimulatedDesk(test.server.url, 'mine');
    expect((await mine.enrol((await codeFor('hall')).code)).status).toBe(200);
    const thief = new SimulatedDesk(test.server.url, 'mine');
    expect((await thief.enrol((await codeFor('far-away')).code)).status).toBe(403);
    expect((await mine.takeToken(Date.now())).status).toBe(200);
  });

  it('survives what no desk sends', async () => {
    const desk = await test.desk('hostile');
    const bodies: { body: Uint8Array<ArrayBuffer> | string; headers?: Record<string, string> }[] = [
      { body: 'not json', headers: { 'content-type': 'application/json' } },
      { body: new Uint8Array(gzipSync(Buffer.alloc(40 * 1024 * 1024))), headers: { 'content-encoding': 'gzip' } },
      { body: new Uint8Array(5 * 1024 * 1024) },
      { body: 'x', headers: { 'content-encoding': 'br' } },
      { body: 'x', headers: { 'content-encoding': 'gzip' } },
      {
        body: `{"epoch":1,"events":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
        headers: { 'content-type': 'application/json' },
      },
    ];
    for (const { body, headers = {} } of bodies) {
      const answer = await fetch(`${test.server.url}/v1/journal/batches`, { method: 'POST', body, headers });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
    const odd: unknown[] = [
      null,
      7,
      '事',
      [],
      {},
      { seq: 1 },
      { seq: 1, payload: { __proto__: { polluted: true } } },
      { seq: 2 ** 60 },
    ];
    for (const event of odd) expect((await desk.upload([event], Date.now())).status).toBe(200);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect((await desk.upload([], Date.now())).status).toBe(400);
  });

  it('turns away who asks too often, and says when to come back', async () => {
    const strict = await openTestServer(database, { requestsPerMinute: 20 });
    const states: number[] = [];
    for (let count = 0; count < 25; count += 1) states.push((await fetch(`${strict.server.url}/v1/time`)).status);
    expect(states.slice(0, 20)).toEqual(Array(20).fill(200));
    expect(states.at(-1)).toBe(429);
    await strict.close();
  });

  it('tells of its health, its figures to who may see them, and its whole interface', async () => {
    expect(await (await fetch(`${test.server.url}/healthz`)).json()).toEqual({ state: 'ready' });
    expect((await fetch(`${test.server.url}/metrics`)).status).toBe(404);
    const figures = await fetch(`${test.server.url}/metrics`, {
      headers: { authorization: 'Bearer metrics-for-tests-only' },
    });
    expect(await figures.text()).toContain('counterpart_requests_total{status="2xx"}');
    const document = (await (await fetch(`${test.server.url}/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(document.paths)).toContain('/v1/journal/batches');
  });
});
