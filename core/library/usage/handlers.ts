import { implement } from '@orpc/server';
import { libraryUsageContract } from '#contract/library-usage.ts';
import type { CallContext } from '#core/call-context.ts';
import type { Clock } from '#core/clock.ts';
import type { ReadHandle } from '#core/db/open.ts';
import { siteTime } from '#core/site-time.ts';
import type { Catalogue } from '../catalogue.ts';
import { usabilityOn } from '../usability.ts';
import { lastUses, usageSince } from './usage-repo.ts';

const DAY_MS = 86_400_000;

export interface LibraryUsageDeps {
  db: ReadHandle;
  clock: Clock;
  timeZone: string;
  catalogue: Catalogue;
}

export function libraryUsageHandlers({ db, clock, timeZone, catalogue }: LibraryUsageDeps) {
  const os = implement(libraryUsageContract).$context<CallContext>();
  return os.router({
    usage: os.usage.handler(({ input: { days, packId, limit } }) => {
      const nowMs = clock.nowMs();
      const fromAtMs = nowMs - days * DAY_MS;
      const { day } = siteTime(nowMs, timeZone);
      const asked = (pack: string) => packId === undefined || packId === pack;
      const used = usageSince(db, fromAtMs)
        .flatMap((row) => {
          const released = catalogue.findWording(row.entryId);
          if (!released || !asked(released.packId)) return [];
          return [{ ...row, title: released.entry.title, packTitle: catalogue.packTitle(released.packId) }];
        })
        .sort((a, b) => b.copied + b.said - (a.copied + a.said) || b.lastAtMs - a.lastAtMs);
      const usedIds = new Set(used.map(({ entryId }) => entryId));
      const last = lastUses(db);
      const inForce = catalogue.wordings.filter(
        ({ entry, packId: pack }) => asked(pack) && usabilityOn(day, entry.provenance).state === 'inForce',
      );
      const unused = inForce.filter(({ entry }) => !usedIds.has(entry.id));
      return {
        fromAtMs,
        copied: used.reduce((sum, row) => sum + row.copied, 0),
        said: used.reduce((sum, row) => sum + row.said, 0),
        linesInForce: inForce.length,
        linesUsed: used.length,
        used: used.slice(0, limit),
        unused: {
          total: unused.length,
          lines: unused.slice(0, limit).map(({ entry, packId: pack }) => ({
            entryId: entry.id,
            title: entry.title,
            packTitle: catalogue.packTitle(pack),
            lastAtMs: last.get(entry.id) ?? null,
          })),
        },
      };
    }),
  });
}
