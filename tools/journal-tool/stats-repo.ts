import type { ReadHandle } from '#core/db/open.ts';

export interface EpochStats {
  readonly epoch: number;
  readonly events: number;
  readonly erased: number;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  readonly bytes: number;
}

export interface KindStats {
  readonly kind: string;
  readonly events: number;
}

export function readEpochStats(db: ReadHandle): EpochStats[] {
  return db
    .prepare<[], EpochStats>(
      `SELECT epoch, count(*) AS events, sum(payload IS NULL) AS erased, min(at_ms) AS firstAtMs, max(at_ms) AS lastAtMs,
        sum(coalesce(length(payload), 0)) AS bytes
      FROM journal GROUP BY epoch ORDER BY epoch`,
    )
    .all();
}

export function readKindStats(db: ReadHandle): KindStats[] {
  return db
    .prepare<[], KindStats>('SELECT kind, count(*) AS events FROM journal GROUP BY kind ORDER BY events DESC, kind')
    .all();
}
