import type { ReadHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import { BLOCK_DAYS, blockDay, blockOf, type Metric } from './count-repo.ts';

/** Whose sums: '' everybody, `p:` and a person, `d:` and a desk; days since 1970, both inclusive. */
export interface Reach {
  readonly scope: string;
  readonly fromDay: number;
  readonly toDay: number;
  /** Only keys that begin with this; empty: all. */
  readonly prefix: string;
}

export interface KeySum {
  readonly key: string;
  readonly n: number;
  readonly total: number;
}

/** The sums of a metric over the days, a key each. */
export function sumsByKey(db: ReadHandle, metric: Metric, reach: Reach): KeySum[] {
  const { scope, prefix } = reach;
  const ofRange = `SELECT key, n, total FROM insight_sum WHERE scope = @scope AND metric = @metric AND day BETWEEN`;
  return prepared(
    db,
    `SELECT key, sum(n) AS n, sum(total) AS total FROM (
       ${ofRange} @fromDay AND @lastBefore
       UNION ALL ${ofRange} @newestBlock AND @oldestBlock
       UNION ALL ${ofRange} @firstAfter AND @toDay)
     WHERE @prefix = '' OR substr(key, 1, length(@prefix)) = @prefix GROUP BY key`,
  ).all({ scope, metric, prefix, ...rangesOf(reach) }) as KeySum[];
}

/** The days at both ends, and the whole blocks between them where there are some; a range that ends before it begins is empty. */
function rangesOf({ scope, fromDay, toDay }: Reach) {
  const [first, last] = [blockOf(fromDay + BLOCK_DAYS - 1), blockOf(toDay + 1) - 1];
  if (scope !== '' || last < first) {
    return { fromDay, lastBefore: toDay, newestBlock: 0, oldestBlock: -1, firstAfter: 1, toDay: 0 };
  }
  return {
    ...{ fromDay, toDay },
    lastBefore: first * BLOCK_DAYS - 1,
    newestBlock: blockDay(last),
    oldestBlock: blockDay(first),
    firstAfter: (last + 1) * BLOCK_DAYS,
  };
}

/** The same, apart by day. */
export function sumsByDay(
  db: ReadHandle,
  metric: Metric,
  { scope, fromDay, toDay, prefix }: Reach,
): { day: number; key: string; n: number }[] {
  return prepared(
    db,
    `SELECT day, key, n FROM insight_sum
     WHERE scope = @scope AND metric = @metric AND day BETWEEN @fromDay AND @toDay
       AND (@prefix = '' OR substr(key, 1, length(@prefix)) = @prefix) ORDER BY day`,
  ).all({ scope, metric, fromDay, toDay, prefix }) as { day: number; key: string; n: number }[];
}

export interface OrderSum {
  readonly category: string;
  readonly total: number;
  readonly late: number;
  readonly reopened: number;
}

/** Orders opened in these days, by category; late where a limit of the customer's ran out on it since. */
export function ordersByCategory(db: ReadHandle, reach: Reach): OrderSum[] {
  return prepared(
    db,
    `SELECT category, count(*) AS total, count(late_at_ms) AS late, sum(reopened > 0) AS reopened FROM insight_order
     WHERE day BETWEEN @fromDay AND @toDay AND (@who = '' OR (@kind = 'p' AND person_id = @who)
       OR (@kind = 'd' AND install_id = @who)) GROUP BY category ORDER BY total DESC, category`,
  ).all(ofOrders(reach)) as OrderSum[];
}

/** How the last callbacks of orders opened in these days went. */
export function callbackResults(db: ReadHandle, reach: Reach): { callback: string; n: number }[] {
  return prepared(
    db,
    `SELECT callback, count(*) AS n FROM insight_order
     WHERE callback IS NOT NULL AND day BETWEEN @fromDay AND @toDay AND (@who = '' OR (@kind = 'p' AND person_id = @who)
       OR (@kind = 'd' AND install_id = @who)) GROUP BY callback`,
  ).all(ofOrders(reach)) as { callback: string; n: number }[];
}

function ofOrders({ scope, fromDay, toDay }: Reach) {
  return { fromDay, toDay, kind: scope.slice(0, 1), who: scope.slice(2) };
}

/** How many people did something that is counted in these days. */
export function countPeople(db: ReadHandle, { scope, fromDay, toDay }: Reach): number {
  if (scope.startsWith('p:')) return 1;
  const did = prepared(db, `SELECT 1 FROM insight_sum WHERE scope = ? AND metric = ? AND day BETWEEN ? AND ? LIMIT 1`);
  const metrics: readonly Metric[] = ['copied', 'said', 'talk', 'failed'];
  const active = (one: string) => metrics.some((metric) => did.get(one, metric, fromDay, toDay) !== undefined);
  return scopesOf(db, 'p').filter(active).length;
}

/** Desks that sent something that is counted. */
export function knownDesks(db: ReadHandle): string[] {
  return scopesOf(db, 'd').map((scope) => scope.slice(2));
}

/** Every scope of a kind, found by leaping from one to the next: there are few of them and very many sums. */
function scopesOf(db: ReadHandle, kind: 'p' | 'd'): string[] {
  return prepared(
    db,
    `WITH RECURSIVE known (scope) AS (
       SELECT min(scope) FROM insight_sum WHERE scope > @first AND scope < @end
       UNION ALL
       SELECT (SELECT min(scope) FROM insight_sum WHERE scope > known.scope AND scope < @end)
       FROM known WHERE known.scope IS NOT NULL)
     SELECT scope FROM known WHERE scope IS NOT NULL`,
  )
    .pluck()
    .all({ first: `${kind}:`, end: `${kind};` }) as string[];
}
