import { EventEmitter, on } from 'node:events';
import type { ServerDatabase } from '../db/open-database.ts';

const CHANNEL = 'counterpart_feed';

/** Tells everybody who waits that a site's feed grew, also when another instance of the server stored it. */
export interface FeedWatch {
  announce(siteId: string, cursor: number): Promise<void>;
  /** Cursors of the site from now on, until the signal. */
  follow(siteId: string, signal: AbortSignal): AsyncIterable<number>;
  close(): Promise<void>;
}

/** In one process an emitter; on PostgreSQL LISTEN and NOTIFY, so that any instance may serve any desk. */
export async function openFeedWatch(
  database: Pick<ServerDatabase, 'listen'>,
  onError: (error: unknown) => void,
): Promise<FeedWatch> {
  const local = new EventEmitter().setMaxListeners(0);
  const client = database.listen?.() ?? null;
  if (client !== null) {
    client.on('error', onError);
    client.on('notification', ({ payload = '' }) => {
      const at = payload.lastIndexOf(' ');
      local.emit(eventOf(payload.slice(0, at)), Number(payload.slice(at + 1)));
    });
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
  }
  return {
    async announce(siteId, cursor) {
      if (client === null) local.emit(eventOf(siteId), cursor);
      else await client.query('SELECT pg_notify($1, $2)', [CHANNEL, `${siteId} ${cursor}`]);
    },
    async *follow(siteId, signal) {
      try {
        for await (const [cursor] of on(local, eventOf(siteId), { signal })) yield Number(cursor);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
    async close() {
      await client?.end();
    },
  };
}

/** A site may be called "error", which an emitter takes for one. */
const eventOf = (siteId: string): string => `site ${siteId}`;
