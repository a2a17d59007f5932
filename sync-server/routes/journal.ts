import { headsOf, lastCursorOf } from '../journal/event-repo.ts';
import { listQuarantine } from '../journal/quarantine-repo.ts';
import { readFeed } from '../journal/read-feed.ts';
import { takeBatch } from '../journal/take-batch.ts';
import { releaseMark } from '../releases/release-file-repo.ts';
import { markSeen } from '../sites/install-repo.ts';
import { allow, routes } from './authorised.ts';
import type { ServerParts } from './server-parts.ts';

/** What desks send up, and what comes down to them. */
export function journalRoutes(parts: ServerParts) {
  const { db } = parts.database;
  return {
    heads: routes.heads.handler(async ({ context }) => {
      const { installId } = allow(parts, context, 'heads', 'own');
      const heads = await headsOf(db, installId);
      return { heads: heads.map((head) => ({ ...head, hash: Buffer.from(head.hash).toString('hex') })) };
    }),

    upload: routes.upload.handler(async ({ input, context }) => {
      const { installId, siteId } = allow(parts, context, 'upload', 'own');
      const nowMs = parts.nowMs();
      const previousHash = input.previousHash === undefined ? null : Buffer.from(input.previousHash, 'hex');
      const taken = await takeBatch(db, parts.sealers, { ...input, installId, siteId, previousHash }, nowMs);
      await markSeen(db, installId, nowMs, input.appVersion);
      parts.metrics.count('events_stored', taken.stored);
      parts.metrics.count('events_quarantined', taken.quarantined.length);
      if (taken.erased) parts.shred();
      if (taken.cursor !== null) await parts.watch.announce(siteId, taken.cursor);
      return { ackedSeq: taken.ackedSeq, quarantined: [...taken.quarantined] };
    }),

    quarantine: routes.quarantine.handler(async ({ input, context }) => {
      const principal = allow(parts, context, 'quarantine', input.whose);
      const installId = input.whose === 'own' ? principal.installId : null;
      return { events: await listQuarantine(db, { siteId: principal.siteId, installId }) };
    }),

    feed: routes.feed.handler(async ({ input, context }) => {
      const { installId, siteId } = allow(parts, context, 'feed', 'site');
      return await readFeed(db, parts.sealers.events, { ...input, installId, siteId });
    }),

    feedGrew: routes.feedGrew.handler(async function* ({ context, signal }) {
      const { siteId } = allow(parts, context, 'feedGrew', 'site');
      const ends = signal ? AbortSignal.any([signal, context.signal]) : context.signal;
      const grown = parts.watch.follow(siteId, ends);
      let at = { cursor: await lastCursorOf(db, siteId), releases: await releaseMark(db) };
      yield at;
      for await (const news of grown) {
        at = { ...at, ...news };
        yield at;
      }
    }),
  };
}
