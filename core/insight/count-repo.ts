import { defaultRules } from '#contract/site-rules.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import { offsetMs } from '../deadlines/zone-offset.ts';
import type { OpenEvent } from '../journal/event.ts';

const DAY_MS = 86_400_000;

/** What is counted, by name; the parts of a key are set apart by `|`. */
export type Metric =
  | 'copied'
  | 'said'
  | 'answered.copied'
  | 'answered.said'
  | 'failed'
  | 'reported'
  | 'talk'
  | 'resolved'
  | 'brokenOff'
  | 'outcome'
  | 'repeat'
  | `stage.${'accept' | 'clarify' | 'resolve' | 'followUp'}`
  | `table.${'started' | 'cleared' | 'explained' | 'accepted' | 'order' | 'escalated'}`
  | 'lint.hit'
  | 'lint.mended'
  | 'norm';

export interface Fact {
  readonly metric: Metric;
  readonly key: string;
  /** Summed beside the count: milliseconds, percent. */
  readonly value?: number;
  /** What leads to more about it: an event, a conversation. */
  readonly ref?: string;
}

/** Where, when and by whom: of an event, or what an event says about another moment. */
export type Place = Pick<OpenEvent, 'installId' | 'atMs' | 'personId'>;

/** Counts one thing: the single fact, and the sums of its day. */
export function countFact(db: WriteHandle, place: Place, { metric, key, value = 0, ref = '' }: Fact): void {
  const day = dayNumber(db, place.installId, place.atMs);
  const personId = place.personId ?? '';
  prepared(
    db,
    `INSERT INTO insight_fact (metric, day, at_ms, install_id, person_id, key, value, ref) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(metric, day, place.atMs, place.installId, personId, key, value, ref);
  const add = prepared(
    db,
    `INSERT INTO insight_sum (scope, metric, day, key, n, total) VALUES (?, ?, ?, ?, 1, ?)
     ON CONFLICT (scope, metric, day, key) DO UPDATE SET n = n + 1, total = total + excluded.total`,
  );
  add.run('', metric, day, key, value);
  add.run('', metric, blockDay(blockOf(day)), key, value);
  add.run(`p:${personId}`, metric, day, key, value);
  add.run(`d:${place.installId}`, metric, day, key, value);
}

/**
 * Everybody's sums are kept for blocks of days too, or a year of many lines would be too many rows to add up while somebody
 * waits. A block stands in place of a day, as a number below nought.
 */
export const BLOCK_DAYS = 32;
export const blockOf = (day: number): number => Math.floor(day / BLOCK_DAYS);
export const blockDay = (block: number): number => -1 - block;

/** False where it was counted before. */
export function markTalk(db: WriteHandle, conversationId: string): boolean {
  const done = prepared(db, 'INSERT INTO insight_talk (conversation_id) VALUES (?) ON CONFLICT DO NOTHING');
  return done.run(conversationId).changes > 0;
}

/** By which zone days are counted from now on: of a desk, or (install '') as its site chose; the later choice holds. Empty: none. */
export function noteZone(db: WriteHandle, installId: string, zone: string, atMs: number): void {
  prepared(
    db,
    `INSERT INTO insight_zone (install_id, zone, at_ms) VALUES (?, ?, ?)
     ON CONFLICT (install_id) DO UPDATE SET zone = excluded.zone, at_ms = excluded.at_ms
       WHERE excluded.at_ms >= at_ms`,
  ).run(installId, zone, atMs);
}

export function zoneOf(db: ReadHandle, installId: string): string {
  const zone: unknown = prepared(
    db,
    `SELECT zone FROM insight_zone WHERE install_id IN ('', ?) AND zone <> '' ORDER BY install_id LIMIT 1`,
  )
    .pluck()
    .get(installId);
  return typeof zone === 'string' ? zone : defaultRules.timeZone;
}

/** The zone a desk itself noted; China's before it noted one. */
export function notedZone(db: ReadHandle, installId: string): string {
  const zone: unknown = prepared(db, 'SELECT zone FROM insight_zone WHERE install_id = ?').pluck().get(installId);
  return typeof zone === 'string' ? zone : defaultRules.timeZone;
}

/** The calendar day of a moment at a desk, as whole days since 1970. */
export function dayNumber(db: ReadHandle, installId: string, atMs: number): number {
  return Math.floor((atMs + offsetMs(atMs, zoneOf(db, installId))) / DAY_MS);
}

/** `yyyy-MM-dd` of such a day, and back. */
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
export const dayOfText = (text: string): number => Math.floor(Date.parse(`${text}T00:00:00Z`) / DAY_MS);
