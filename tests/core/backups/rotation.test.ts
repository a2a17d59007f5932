import { expect, test } from 'vitest';
import type { Backup } from '#contract/backups.ts';
import { backupsToRemove } from '#core/backups/rotation.ts';

const DAY_MS = 86_400_000;
const calendarDay = (atMs: number) => new Date(atMs).toISOString().slice(0, 10);
const at = (madeAtMs: number, kind: Backup['kind'] = 'whole'): Backup => ({
  name: `${kind}-${madeAtMs}`,
  kind,
  madeAtMs,
  sizeBytes: 1,
});

test('after a year of daily backups seven days and four weeks are left', () => {
  const start = Date.UTC(2026, 0, 5, 12);
  let kept: Backup[] = [];
  for (let day = 0; day < 365; day += 1) {
    kept.push(at(start + day * DAY_MS));
    const gone = new Set(backupsToRemove(kept, calendarDay));
    kept = kept.filter((backup) => !gone.has(backup));
  }
  const ages = kept.map(({ madeAtMs }) => 364 - (madeAtMs - start) / DAY_MS).toSorted((a, b) => a - b);
  expect(ages.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(ages.length).toBeLessThanOrEqual(10);
  expect(ages.at(-1)).toBeGreaterThanOrEqual(15);
});

test('of several backups of one day the newest stays; a desk that rested for months keeps what it has', () => {
  const noon = Date.UTC(2026, 5, 1, 12);
  const [morning, midday] = [at(noon - 1000), at(noon)];
  const old = at(noon - 200 * DAY_MS);
  expect(backupsToRemove([morning, midday, old], calendarDay)).toEqual([morning]);
});

test('copies made before an upgrade stay, and the newest copy of a damaged journal', () => {
  const [older, newer] = [at(1000, 'damaged'), at(2000, 'damaged')];
  const upgrades = Array.from({ length: 20 }, (_, day) => at(day * DAY_MS, 'beforeUpgrade'));
  expect(backupsToRemove([older, newer, ...upgrades], calendarDay)).toEqual([older]);
});
