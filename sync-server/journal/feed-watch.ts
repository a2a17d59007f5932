import { EventEmitter, on } from 'node:events';
import { sql } from 'kysely';
import type { Client } from 'pg';
import type { ServerDatabase } from '../db/open-database.ts';

/** A database that is being started anew is back in a moment. */
const LISTEN_AGAIN_MS = 1_000;
const CHANNEL = 'counterpart_feed';
/** No site is called so. */
const RELEASES = '*';

export type Grown = { readonly cursor: number } | { readonly releases: number };

/** Tells everybody who waits that a site's feed grew, also when another instance of the server stored it. */
export interface FeedWatch {
  announce(siteId: string, cursor: number): Promise<void>;
  /** Releases were published, for every site; `mark` is another number each time. */
  announceReleases(mark: number): Promise<void>;
  /** Cursors of the site and marks of releases from now on, until the signal. */
  follow(siteId: string, signal: AbortSignal): AsyncIterable<Grown>;
  close(): Promise<void>;
}

/** In one process an emitter; on PostgreSQL LISTEN and NOTIFY, so that any instance may serve any desk. */
export async function openFeedWatch(
  database: Pick<ServerDatabase, 'db' | 'listen'>,
  onError: (error: unknown) => void,
): Promise<FeedWatch> {
  const local = new EventEmitter().setMaxListeners(0);
  let client: Client | null = null;
  let closed = false;
  /** Whoever follows also listens for errors, which are no site. */
  const followed = () => local.eventNames().filter((name) => String(name).startsWith(SITE));
  const tell = (about: string, number: number): void => {
    if (about !== RELEASES) local.emit(eventOf(about), { cursor: number } satisfies Grown);
    else for (const name of followed()) local.emit(name, { releases: number } satisfies Grown);
  };
  const announce = async (about: string, number: number): Promise<void> => {
    if (database.listen === null) return tell(about, number);
    try {
      await sql`SELECT pg_notify(${CHANNEL}, ${`${about} ${number}`})`.execute(database.db);
    } catch (error) {
      // What was stored stands; desks that were not told ask by themselves every half minute.
      onError(error);
    }
  };
  const listen = async (open: () => Client): Promise<void> => {
    const opened = open();
    client = opened;
    opened.on('error', onError);
    opened.on('notification', ({ payload = '' }) => {
      const at = payload.lastIndexOf(' ');
      tell(payload.slice(0, at), Number(payload.slice(at + 1)));
    });
    await opened.connect();
    await opened.query(`LISTEN ${CHANNEL}`);
    // Only a connection that stood once: one that was never made is tried again by whoever wanted it.
    opened.once('end', () => again(open));
  };
  /** A connection that broke, as when the database was started anew, is made again for as long as it takes. */
  const again = (open: () => Client): void => {
    if (closed) return;
    setTimeout(() => {
      if (closed) return;
      listen(open).catch((error: unknown) => {
        onError(error);
        again(open);
      });
    }, LISTEN_AGAIN_MS).unref();
  };
  if (database.listen !== null) await listen(database.listen);
  return {
    announce,
    announceReleases: (mark) => announce(RELEASES, mark),
    async *follow(siteId, signal) {
      try {
        for await (const [grown] of on(local, eventOf(siteId), { signal })) yield grown as Grown;
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
    async close() {
      closed = true;
      await client?.end();
    },
  };
}

/** A site may be called "error", which an emitter takes for one. */
const SITE = 'site ';
const eventOf = (siteId: string): string => SITE + siteId;
