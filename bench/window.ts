import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { startDeskApp } from '#tools/drive/desk-app.ts';
import { seedDesk, settleRecoveryKey } from '#tools/drive/seed-desk.ts';
import { ensureBuilt } from '#tools/runtime/build-app.ts';
import { PROJECT_ROOT, provisionRuntime, type Runtime } from '#tools/runtime/provision.ts';
import { startVirtualDisplay } from '#tools/runtime/virtual-display.ts';
import type { BenchRow } from './bench-row.ts';
import { buildEmptyWindow } from './window/build-empty-window.ts';
import { keystrokeRows } from './window/keystrokes.ts';
import { writeLargeRelease } from './window/large-release.ts';
import { EIGHT_HOURS, shiftRows } from './window/shift.ts';
import { startAndMemoryRows } from './window/start-and-memory.ts';
import { whileVerifying } from './window/while-verifying.ts';

const ENTRIES = 10_000;
const LAUNCHES = 7;
const SCRIPT_BAR_KB = 220;
const BUSY_BAR = 2;
/** Enough that verifying them is work. */
const EVENTS = 3_000;

/** What the person sees of the whole app, against an empty Electron + React window in the same run. Linux only: it reads /proc. */
export async function benchWindow(launches = LAUNCHES): Promise<BenchRow[]> {
  return onBenchDesk(async (bench) => {
    const desk = {
      name: 'the desk',
      appFolder: PROJECT_ROOT,
      userData: bench.userData,
      usable:
        "document.activeElement?.getAttribute('role') === 'combobox' && document.querySelector('[role=listbox] [role=option]')",
    };
    const empty = {
      name: 'the empty window',
      appFolder: await buildEmptyWindow(join(bench.folder, 'empty')),
      userData: join(bench.folder, 'empty-data'),
      usable: "document.querySelector('#root > p')",
    };
    const rows = await startAndMemoryRows(bench.runtime, bench.display, { desk, empty }, launches);
    return [...rows, ...(await inTheDesk(bench))];
  });
}

/** A working day at the desk, run through as fast as the window follows, and the memory it leaves behind. */
export async function benchShift(size = EIGHT_HOURS): Promise<BenchRow[]> {
  return onBenchDesk(async (bench) => {
    const desk = await startDeskApp(bench);
    try {
      await desk.page.getByRole('option').first().waitFor();
      return await shiftRows(desk, bench.titles, size);
    } finally {
      await desk.close();
    }
  });
}

interface BenchDesk {
  runtime: Runtime;
  display: string;
  folder: string;
  userData: string;
  titles: readonly string[];
}

/** A screen of its own and a desk with a large library, a journal and a running conversation. */
async function onBenchDesk(work: (bench: BenchDesk) => Promise<BenchRow[]>): Promise<BenchRow[]> {
  const runtime = await provisionRuntime({ virtualDisplay: true });
  await ensureBuilt(PROJECT_ROOT, (line) => console.log(line));
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-bench-'));
  const screen = await startVirtualDisplay({ width: 1600, height: 1000, depth: 24 });
  try {
    const { starterRelease, titles } = writeLargeRelease(folder, ENTRIES);
    const userData = join(folder, 'desk');
    mkdirSync(userData);
    await seedDesk(
      userData,
      'agent',
      async (client) => {
        await settleRecoveryKey(client);
        for (let at = 0; at < EVENTS; at += 1) await client.library.reportMissing({ text: `没有的话 ${at % 7}` });
        await client.conversation.start({ channel: 'counter', customer: { tier: 'standard' } });
      },
      starterRelease,
    );
    return await work({ runtime, display: screen.display, folder, userData, titles });
  } finally {
    await screen.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function inTheDesk(bench: BenchDesk): Promise<BenchRow[]> {
  const desk = await startDeskApp(bench);
  try {
    await desk.page.getByRole('option').first().waitFor();
    const quiet = await keystrokeRows(desk.page, bench.titles);
    const busy = await whileVerifying(bench.userData, () => keystrokeRows(desk.page, bench.titles));
    const ratio = quietP95(busy) / quietP95(quiet);
    return [
      ...(await scriptRows(desk.page)),
      ...quiet,
      {
        bench: 'window: key to frame p95 while the journal is verified over and over',
        figure: ratio,
        unit: '×',
        bar: BUSY_BAR,
        ratioTo: 'quiet',
        ok: ratio <= BUSY_BAR,
      },
    ];
  } finally {
    await desk.close();
  }
}

const quietP95 = (rows: readonly BenchRow[]): number =>
  rows.find(({ bench }) => bench.endsWith('entries, p95'))?.figure ?? Number.NaN;

/** The scripts the page itself names, which come before the first frame, and everything loaded by the time the desk stands. */
async function scriptRows(page: Page): Promise<BenchRow[]> {
  const loaded = await page.evaluate(() =>
    // The bundler leaves such a link behind for everything it loads later, too.
    [...document.querySelectorAll<HTMLElement>('script[src], link[rel=modulepreload]')].map(
      (element) => new URL(element.getAttribute('src') ?? element.getAttribute('href') ?? '', location.href).pathname,
    ),
  );
  const html = readFileSync(join(PROJECT_ROOT, 'out/renderer/index.html'), 'utf8');
  const initial = [...html.matchAll(/(?:src|href)="\.(\/assets\/[^"]+\.js)"/g)].map(([, name = '']) => name);
  const kb = gzipKb(initial);
  return [
    {
      bench: `window: renderer JavaScript for the desk, gzip, ${initial.length} files`,
      figure: kb,
      unit: 'kB',
      bar: SCRIPT_BAR_KB,
      ok: kb <= SCRIPT_BAR_KB,
    },
    { bench: 'window: the same with what is loaded later', figure: gzipKb(loaded), unit: 'kB', bar: null, ok: null },
  ];
}

function gzipKb(names: readonly string[]): number {
  const sizes = [...new Set(names)].map(
    (name) => gzipSync(readFileSync(join(PROJECT_ROOT, 'out/renderer', name))).length,
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}

if (import.meta.main) console.table(await benchWindow());
