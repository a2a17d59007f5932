import type { Backup } from '#contract/backups.ts';

const DAYS_KEPT = 7;
const WEEKS_KEPT = 4;
const DAY_MS = 86_400_000;

/**
 * The backups that are no longer needed: kept are the newest of each of the last seven days that have one and the newest of
 * each of the last four weeks, and the newest copy of a damaged journal. Copies made before an upgrade are never rotated.
 * `calendarDay` gives `YYYY-MM-DD` where the desk stands.
 */
export function backupsToRemove(backups: readonly Backup[], calendarDay: (atMs: number) => string): Backup[] {
  const newestFirst = backups.toSorted((a, b) => b.madeAtMs - a.madeAtMs);
  const whole = newestFirst.filter(({ kind }) => kind === 'whole');
  const dayOf = ({ madeAtMs }: Backup) => Math.floor(Date.parse(calendarDay(madeAtMs)) / DAY_MS);
  // 1970-01-01 was a Thursday; weeks begin on Monday.
  const weekOf = (backup: Backup) => Math.floor((dayOf(backup) + 3) / 7);
  const kept = new Set([...newestOfEach(whole, dayOf, DAYS_KEPT), ...newestOfEach(whole, weekOf, WEEKS_KEPT)]);
  const damaged = newestFirst.filter(({ kind }) => kind === 'damaged').slice(1);
  return [...whole.filter((backup) => !kept.has(backup)), ...damaged];
}

function newestOfEach(newestFirst: readonly Backup[], of: (backup: Backup) => number, most: number): Backup[] {
  const found = new Map<number, Backup>();
  for (const backup of newestFirst) if (!found.has(of(backup))) found.set(of(backup), backup);
  return [...found.values()].slice(0, most);
}
