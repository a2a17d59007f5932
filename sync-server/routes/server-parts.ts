import type { Tokens } from '../auth/tokens.ts';
import type { ServerDatabase } from '../db/open-database.ts';
import type { FeedWatch } from '../journal/feed-watch.ts';
import type { Sealers } from '../journal/take-batch.ts';
import type { Metrics } from '../metrics.ts';

/** What the handlers work with; everything a test wants to exchange comes in here. */
export interface ServerParts {
  readonly database: ServerDatabase;
  readonly sealers: Sealers;
  readonly tokens: Tokens;
  readonly watch: FeedWatch;
  readonly metrics: Metrics;
  readonly serverId: string;
  /** Begins to take erased contents out of the files of the database. */
  shred(): void;
  nowMs(): number;
}
