import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createAdmission } from '#sync-server/admission.ts';
import { createMetrics } from '#sync-server/metrics.ts';
import { turnAway } from '#sync-server/turn-away.ts';

/** A server of which each request takes 100 ms, and a clock that stands still otherwise. */
function rush(patienceMs: number) {
  let now = 0;
  const admission = createAdmission(patienceMs, () => now);
  const working: (() => void)[] = [];
  const away: number[] = [];
  let taken = 0;
  return {
    away,
    taken: () => taken,
    working: () => working.length,
    come() {
      void admission.enter().then((entered) => {
        if ('waitSeconds' in entered) away.push(entered.waitSeconds);
        else {
          taken += 1;
          working.push(entered.leave);
        }
      });
    },
    look: () => admission.look(),
    async pass(ms: number) {
      await Promise.resolve();
      for (let each = 0; each < ms / 100; each += 1) {
        now += 100;
        working.shift()?.();
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      }
    },
  };
}

it('works on few at once and lets the rest in one by one, in the order in which they came', async () => {
  const server = rush(1_000);
  for (let desk = 0; desk < 10; desk += 1) server.come();
  await server.pass(0);
  expect([server.taken(), server.working()]).toEqual([4, 4]);
  await server.pass(300);
  expect([server.taken(), server.working()]).toEqual([7, 4]);
  await server.pass(1_000);
  expect([server.taken(), server.working(), server.away]).toEqual([10, 0, []]);
});

it('sends those away whose turn would come too late, each to a later time than the one before, until all of them were in', async () => {
  const server = rush(500);
  for (let desk = 0; desk < 40; desk += 1) server.come();
  // Learns how long one takes, and that who waited too long in the queue is told to come back as well.
  await server.pass(4_000);
  const first = server.away.length;
  expect(first).toBeGreaterThan(20);
  expect(server.taken() + first).toBe(40);
  expect(server.away).toEqual(server.away.toSorted((one, other) => one - other));
  for (let desk = 0; desk < 30; desk += 1) server.come();
  await server.pass(0);
  const told = server.away.slice(first);
  expect(told.length).toBeGreaterThan(10);
  // Ten a second is what it does: nobody is told to come sooner than that, and no two seconds are overfull.
  expect(new Set(told).size).toBeGreaterThan(1);
  expect(server.look()?.waitSeconds).toBeGreaterThanOrEqual(Math.max(...told));
  await server.pass(10_000);
  expect([server.working(), server.look()]).toEqual([0, null]);
});

it('a turn that is given back twice is given back once', async () => {
  const admission = createAdmission(0, () => 0);
  const entered = await Promise.all(Array.from({ length: 4 }, () => admission.enter()));
  for (const one of entered) {
    if (!('leave' in one)) throw new Error('there was a place');
    one.leave();
    one.leave();
  }
  const again = await Promise.all(Array.from({ length: 4 }, () => admission.enter()));
  expect(again.every((one) => 'leave' in one)).toBe(true);
});

it('who is sent away hears when to come back, unread; health is told all the same', async () => {
  const metrics = createMetrics();
  const full = { ...createAdmission(0, () => 0), look: () => ({ waitSeconds: 3 }) };
  const server = createServer(turnAway(full, metrics, (_request, response) => response.end('let in')));
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const away = await fetch(`${url}/v1/journal/batches`, { method: 'POST', body: 'x'.repeat(100_000) });
  expect([away.status, away.headers.get('retry-after')]).toEqual([503, '3']);
  expect(await (await fetch(`${url}/healthz`)).text()).toBe('let in');
  expect(metrics.text()).toContain('counterpart_sent_away_total 1');
});
