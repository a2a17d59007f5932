import type { CDPSession, Page } from '@playwright/test';
import type { DeskApp } from '#tools/drive/desk-app.ts';
import { serving } from '#tools/drive/serving.ts';
import type { BenchRow } from '../bench-row.ts';
import { type ProcessUse, processTree } from './process-tree.ts';

const BAR_PERCENT = 5;
const BLOCKS = 20;
/** The first blocks fill caches that are meant to fill; growth is counted from there. */
const WARM_BLOCKS = 2;
const READINGS = 5;
const BETWEEN_READINGS_MS = 1_500;

export interface ShiftSize {
  conversations: number;
  searches: number;
}

/** What a busy desk does in eight hours. */
export const EIGHT_HOURS: ShiftSize = { conversations: 400, searches: 6_000 };

/** Works a shift as fast as the window follows and tells how much memory its processes gained from the warm desk on. */
export async function shiftRows(desk: DeskApp, titles: readonly string[], size = EIGHT_HOURS): Promise<BenchRow[]> {
  const { page } = desk;
  const session = await page.context().newCDPSession(page);
  const mainPid = desk.app.process().pid ?? 0;
  const work = async (from: number, to: number) => {
    for (let block = from; block < to; block += 1) await workBlock(page, block, titles, size);
    return settledMb(page, session, mainPid);
  };
  const warm = await work(0, WARM_BLOCKS);
  const end = await work(WARM_BLOCKS, BLOCKS);
  const growth = (sum(end) / sum(warm) - 1) * 100;
  const shift = `${size.conversations} conversations, ${size.searches} searches`;
  return [
    ...[...end].map(([kind, mb]) => told(`shift: memory of ${kind} gained`, mb - (warm.get(kind) ?? 0), 'MB')),
    told('shift: memory of all processes when warm', sum(warm), 'MB'),
    {
      ...told(`shift: memory growth over ${shift}`, growth, '%'),
      bar: BAR_PERCENT,
      ok: growth <= BAR_PERCENT,
    },
  ];
}

async function workBlock(page: Page, block: number, titles: readonly string[], size: ShiftSize): Promise<void> {
  const talks = size.conversations / BLOCKS;
  const perTalk = size.searches / size.conversations;
  const box = page.getByRole('combobox').first();
  const talk = serving(page);
  for (let at = 0; at < talks; at += 1) {
    // The one before is set aside by it, as with a queue of customers.
    await talk.start('王李张刘陈'[at % 5]);
    await talk.tickAll();
    for (let search = 0; search < perTalk; search += 1) {
      const title = titles[(block * 7_919 + at * 211 + search * 17) % titles.length] ?? '';
      await box.fill(title.slice(search % 3, (search % 3) + 4));
      await page.waitForTimeout(20);
    }
    await box.fill('');
  }
}

/** Memory of each process that no file backs, after the page's own garbage is gone: the least of several readings. */
async function settledMb(page: Page, session: CDPSession, mainPid: number): Promise<Map<string, number>> {
  const least = new Map<string, number>();
  for (let reading = 0; reading < READINGS; reading += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(BETWEEN_READINGS_MS);
    for (const [kind, mb] of byKind(processTree(mainPid))) least.set(kind, Math.min(least.get(kind) ?? mb, mb));
  }
  return least;
}

function byKind(processes: readonly ProcessUse[]): Map<string, number> {
  const mb = new Map<string, number>();
  for (const { kind, ownMb } of processes) mb.set(kind, (mb.get(kind) ?? 0) + ownMb);
  return mb;
}

const sum = (mb: ReadonlyMap<string, number>): number => [...mb.values()].reduce((total, each) => total + each, 0);
const told = (bench: string, figure: number, unit: string): BenchRow => ({ bench, figure, unit, bar: null, ok: null });
