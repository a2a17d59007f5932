import type { Clock } from './clock.ts';
import type { Ids } from './ids.ts';
import type { Secrets } from './journal/data-key.ts';
import type { ExchangeHost } from './library/exchange/exchange-host.ts';
import type { Logger } from './logger.ts';
import type { ReleasePin } from './releases/open-release.ts';
import type { WatchHost } from './reminders/watch-host.ts';
import type { SyncHost } from './sync/sync-host.ts';

/** Everything the core is given from outside; it reaches for nothing by itself. */
export interface CoreOptions {
  dataDir: string;
  clock: Clock;
  ids: Ids;
  logger: Logger;
  secrets: Secrets;
  /** IANA name of the site's time zone. */
  timeZone: string;
  /** One id for each start of the app; see core/people/session.ts. */
  runId: string;
  starterRelease: { file: string; pin: ReleasePin };
  /** core/journal/verify-worker: the source in plain Node, the bundled file in the app. */
  verifyWorkerUrl: URL;
  /** What the shell does for imports and exports; without it no file can be chosen. */
  exchange?: ExchangeHost;
  /** How limits of work orders are watched and told of; without it nothing is told by itself. */
  watch?: WatchHost;
  /** How the desk reaches a server; without it it stays alone. */
  sync?: SyncHost;
  /** Asks whoever runs the core to end it and start it again. */
  requestRestart(): void;
}
