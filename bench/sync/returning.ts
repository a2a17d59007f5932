import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { readConfig } from '#sync-server/config.ts';
import type { BenchRow } from '../bench-row.ts';
import { asTold } from './as-told.ts';
import { enrolDesks } from './enrol-desks.ts';
import { startPostgres } from './postgres.ts';
import { startServerChild } from './server-child.ts';
import type { SimulatedDesk } from './simulated-desk.ts';

const RETURNING = 1_000;
const EVENTS = 20;
const SITES = 100;
const P99_BAR_MS = 2_000;
const MEMORY_BAR_MB = 1_024;

/**
 * Desks that come back after an outage, each with one batch, all in the same instant, to a server in a process of its own
 * over PostgreSQL. Whoever is told to come back does so when told, as the client of a desk does. A batch is timed from when
 * it is on the line: what a desk does before, it does on a computer of its own.
 */
export async function returningRows(fill: (desk: SimulatedDesk, events: number) => void): Promise<BenchRow[]> {
  const postgres = await startPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-returning-'));
  const environment = {
    COUNTERPART_SERVER_DATA: join(folder, 'data'),
    COUNTERPART_SERVER_KEY: randomBytes(32).toString('base64'),
    DATABASE_URL: await postgres.createDatabase('returning'),
  };
  const server = await startServerChild(environment);
  try {
    const requests: Request[] = [];
    const whose = (index: number) => ({ installId: `back-${index}`, siteId: `site-${index % SITES}` });
    for (const desk of await enrolDesks(readConfig(environment), server.url, RETURNING, whose)) {
      fill(desk, EVENTS);
      desk.send = async (request) => {
        requests.push(request);
        return new Response();
      };
      await desk.upload(desk.events, Date.now());
    }
    const took: number[] = [];
    const started = performance.now();
    const timed = async (request: Request): Promise<Response> => {
      const sentAt = performance.now();
      const answer = await fetch(request.clone());
      took.push(performance.now() - sentAt);
      return answer;
    };
    const answers = await Promise.all(requests.map((request) => asTold(() => timed(request))));
    const seconds = (performance.now() - started) / 1_000;
    const p99 = took.toSorted((one, other) => one - other)[Math.floor(took.length * 0.99)] ?? 0;
    const refused = answers.filter(({ ok }) => !ok).length;
    const memory = server.peakMegabytes();
    const what = `sync: ${RETURNING} desks coming back in one instant`;
    return [
      { bench: `${what}, p99 of a request`, figure: p99, unit: 'ms', bar: P99_BAR_MS, ok: p99 <= P99_BAR_MS },
      { bench: `${what}, refused for good`, figure: refused, unit: '', bar: 0, ok: refused === 0 },
      { bench: `${what}, told to come back`, figure: took.length - RETURNING, unit: '', bar: null, ok: null },
      { bench: `${what}, until all were taken`, figure: seconds, unit: 's', bar: null, ok: null },
      {
        bench: 'sync: memory of the server at its peak',
        figure: memory,
        unit: 'MB',
        bar: MEMORY_BAR_MB,
        ok: memory <= MEMORY_BAR_MB,
      },
    ];
  } finally {
    await server.kill('SIGTERM');
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
