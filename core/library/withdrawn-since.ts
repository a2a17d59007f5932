import type { LineUsability } from '#contract/library.ts';
import type { ReadHandle } from '../db/open.ts';
import { appliedAtMs } from '../releases/entry-version-repo.ts';
import { siteTime } from '../site-time.ts';

/** Wording does not know the day of its withdrawal; the desk knows when it learnt of it, and that day is added. */
export function withdrawnSince<Usability extends LineUsability>(
  usability: Usability,
  { entryId, entryHash }: { entryId: string; entryHash: string },
  { db, timeZone }: { db: ReadHandle; timeZone: string },
): Usability {
  if (usability.state !== 'withdrawn') return usability;
  const sinceMs = appliedAtMs(db, entryId, entryHash);
  return sinceMs === null ? usability : { ...usability, day: siteTime(sinceMs, timeZone).day };
}
