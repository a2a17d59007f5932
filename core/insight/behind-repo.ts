import type { Behind } from '#contract/insight/views.ts';
import type { ReadHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { Metric } from './count-repo.ts';
import type { Reach } from './figures-repo.ts';

export interface BehindFact {
  readonly place: number;
  readonly day: number;
  readonly metric: string;
  readonly atMs: number;
  readonly personId: string;
  readonly key: string;
  readonly value: number;
  readonly ref: string;
}

export type FactBehind = Exclude<Behind, 'orders' | 'late' | 'reopened' | 'callbacks'>;

const METRICS: Readonly<Record<FactBehind, readonly Metric[]>> = {
  failed: ['failed'],
  copied: ['copied'],
  said: ['said'],
  answered: ['answered.copied', 'answered.said'],
  talks: ['talk', 'brokenOff'],
  resolved: ['resolved'],
  stages: ['stage.accept', 'stage.clarify', 'stage.resolve', 'stage.followUp'],
  outcomes: ['outcome'],
  repeats: ['repeat'],
  tableStarted: ['table.started'],
  tableCleared: ['table.cleared'],
  tableExplained: ['table.explained'],
  tableAccepted: ['table.accepted'],
  tableOrder: ['table.order'],
  tableEscalated: ['table.escalated'],
  lint: ['lint.hit'],
  mended: ['lint.mended'],
  norms: ['norm'],
};

export interface BehindQuery extends Reach {
  /** The whole key, or (stages) the metric; null: all. */
  readonly key: string | null;
  /** The newest first, behind this place. */
  readonly after: { readonly day: number; readonly atMs: number; readonly place: number } | null;
  readonly limit: number;
}

/** The single facts that a figure summed, the newest first. */
export function factsBehind(db: ReadHandle, what: FactBehind, query: BehindQuery): BehindFact[] {
  const ofStage = what === 'stages' && query.key !== null;
  const metrics = ofStage ? METRICS.stages.filter((metric) => metric === `stage.${query.key}`) : METRICS[what];
  const rows = metrics.flatMap((metric) => factsOf(db, metric, { ...query, key: ofStage ? null : query.key }));
  return rows.sort((a, b) => b.day - a.day || b.atMs - a.atMs || b.place - a.place).slice(0, query.limit);
}

function factsOf(db: ReadHandle, metric: Metric, query: BehindQuery): BehindFact[] {
  const { scope, after } = query;
  return prepared(
    db,
    `SELECT rowid AS place, day, metric, at_ms AS atMs, person_id AS personId, key, value, ref FROM insight_fact
     WHERE metric = @metric AND day BETWEEN @fromDay AND @toDay
       AND (@who = '' OR (@kind = 'p' AND person_id = @who) OR (@kind = 'd' AND install_id = @who))
       AND substr(key, 1, length(@prefix)) = @prefix
       AND (@key IS NULL OR key = @key OR substr(key, 1, length(@key) + 1) = @key || '|')
       AND (day, at_ms, rowid) < (@afterDay, @afterAtMs, @afterPlace)
     ORDER BY day DESC, at_ms DESC, rowid DESC LIMIT @limit`,
  ).all({
    metric,
    fromDay: query.fromDay,
    toDay: query.toDay,
    kind: scope.slice(0, 1),
    who: scope.slice(2),
    prefix: query.prefix,
    key: query.key,
    afterDay: after?.day ?? Number.MAX_SAFE_INTEGER,
    afterAtMs: after?.atMs ?? 0,
    afterPlace: after?.place ?? 0,
    limit: query.limit,
  }) as BehindFact[];
}

export interface BehindOrder {
  readonly place: number;
  readonly day: number;
  readonly workOrderId: string;
  readonly atMs: number;
  readonly personId: string;
  readonly category: string;
  readonly callback: string | null;
}

/** The orders that a figure counted, the newest first; `key` is a category, or how the callback went. */
export function ordersBehind(
  db: ReadHandle,
  what: 'orders' | 'late' | 'reopened' | 'callbacks',
  query: BehindQuery,
): BehindOrder[] {
  const { scope, after } = query;
  return prepared(
    db,
    `SELECT rowid AS place, day, work_order_id AS workOrderId, at_ms AS atMs, person_id AS personId, category, callback
     FROM insight_order
     WHERE day BETWEEN @fromDay AND @toDay
       AND (@who = '' OR (@kind = 'p' AND person_id = @who) OR (@kind = 'd' AND install_id = @who))
       AND (@what <> 'late' OR late_at_ms IS NOT NULL) AND (@what <> 'reopened' OR reopened > 0)
       AND (@what <> 'callbacks' OR callback IS NOT NULL)
       AND (@key IS NULL OR CASE @what WHEN 'callbacks' THEN callback ELSE category END = @key)
       AND (day, at_ms, rowid) < (@afterDay, @afterAtMs, @afterPlace)
     ORDER BY day DESC, at_ms DESC, rowid DESC LIMIT @limit`,
  ).all({
    what,
    fromDay: query.fromDay,
    toDay: query.toDay,
    kind: scope.slice(0, 1),
    who: scope.slice(2),
    key: query.key,
    afterDay: after?.day ?? Number.MAX_SAFE_INTEGER,
    afterAtMs: after?.atMs ?? 0,
    afterPlace: after?.place ?? 0,
    limit: query.limit,
  }) as BehindOrder[];
}
