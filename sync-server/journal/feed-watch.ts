import { EventEmitter, on } from 'node:events';
import type { ServerDatabase } from '../db/open-database.ts';

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
  database: Pick<ServerDatabase, 'listen'>,
  onError: (error: unknown) => void,
): Promise<FeedWatch> {
  const local = new EventEmitter().setMaxListeners(0);
  const client = database.listen?.() ?? null;
  /** Whoever follows also listens for errors, which are no site. */
  const followed = () => local.eventNames().filter((name) => String(name).startsWith(SITE));
  const tell = (about: string, number: number): void => {
    if (about !== RELEASES) local.emit(eventOf(about), { cursor: number } satisfies Grown);
    else for (const name of followed()) local.emit(name, { releases: number } satisfies Grown);
  };
  const announce = async (about: string, number: number): Promise<void> => {
    if (client === null) tell(about, number);
    else await client.query('SELECT pg_notify($1, $2)', [CHANNEL, `${about} ${number}`]);
  };
  if (client !== null) {
    client.on('error', onError);
    client.on('notification', ({ payload = '' }) => {
      const at = payload.lastIndexOf(' ');
      tell(payload.slice(0, at), Number(payload.slice(at + 1)));
    });
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
  }
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
      await client?.end();
    },
  };
}

/** A site may be called "error", which an emitter takes for one. */
const SITE = 'site ';
const eventOf = (siteId: string): string => SITE + siteId;
