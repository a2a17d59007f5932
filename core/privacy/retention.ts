import { type RetentionKind, type RetentionLine, retentionKindSchema } from '#contract/privacy.ts';
import type { ReadHandle } from '../db/open.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import type { JournalReader } from '../journal/journal-repo.ts';
import { listRemarks } from '../rehearsal/remark-repo.ts';
import { bucketsBetween } from './day-bucket.ts';
import { countEndedBefore, countSearchesBefore, endedMatters, type Matter, oldestSearchAtMs } from './matters-repo.ts';
import { countRehearsedBefore, oldestRehearsedAtMs, rehearsedBefore } from './rehearsed-repo.ts';

const DAY_MS = 86_400_000;
/** Matters that one round takes at most; the rest goes with the next. */
const MOST_AT_ONCE = 500;

export type RetentionDays = Partial<Record<RetentionKind, number>>;
const MATTER_OF = {
  conversations: 'conversation',
  specialCalls: 'specialCall',
  workOrders: 'workOrder',
  alerts: 'alert',
} as const;

/** How each kind stands: how long it is kept, what is past its time, and when the next will be. */
export function retentionLines(
  db: ReadHandle,
  seal: FieldSealer,
  rehearsals: ReadHandle | null,
  days: RetentionDays,
  nowMs: number,
): RetentionLine[] {
  return retentionKindSchema.options.map((kind) => {
    const kept = days[kind] ?? 0;
    const beforeMs = nowMs - kept * DAY_MS;
    if (kept === 0) return { kind, days: 0, due: 0, nextAtMs: null };
    if (kind === 'rehearsals') {
      const remarks = listRemarks(db, seal);
      const runs = rehearsals === null ? 0 : countRehearsedBefore(rehearsals, beforeMs);
      const oldest = [rehearsals === null ? null : oldestRehearsedAtMs(rehearsals), remarks[0]?.atMs ?? null];
      const due = runs + remarks.filter(({ atMs }) => atMs < beforeMs).length;
      const times = oldest.filter((atMs) => atMs !== null);
      return { kind, days: kept, due, nextAtMs: leaves(times.length === 0 ? null : Math.min(...times), kept) };
    }
    if (kind === 'searches') {
      const oldest = oldestSearchAtMs(db);
      return { kind, days: kept, due: countSearchesBefore(db, beforeMs), nextAtMs: leaves(oldest, kept) };
    }
    const what = MATTER_OF[kind];
    const [oldest] = endedMatters(db, what, 1);
    return {
      kind,
      days: kept,
      due: countEndedBefore(db, what, beforeMs),
      nextAtMs: leaves(oldest?.endedAtMs ?? null, kept),
    };
  });
}

const leaves = (endedAtMs: number | null, days: number): number | null =>
  endedAtMs === null ? null : endedAtMs + days * DAY_MS;

/**
 * Subjects whose time is over: single matters, never whole customers, so that each kind is kept as long as its rule says. A
 * matter from before its events named it beside the customer has no subject of its own and stays.
 */
export function dueSubjects(
  db: ReadHandle,
  { reader, seal, installId }: { reader: JournalReader; seal: FieldSealer; installId: string },
  days: RetentionDays,
  nowMs: number,
): string[] {
  const matters = Object.entries(MATTER_OF).flatMap(([kind, what]) => {
    const kept = days[kind as keyof typeof MATTER_OF] ?? 0;
    if (kept === 0) return [];
    return endedMatters(db, what, MOST_AT_ONCE).filter(
      (matter) => matter.endedAtMs !== null && matter.endedAtMs < nowMs - kept * DAY_MS && namesItself(reader, matter),
    );
  });
  return [
    ...matters.map(({ id }) => id),
    ...dueRemarks(db, seal, days.rehearsals ?? 0, nowMs),
    ...dueBuckets(db, installId, days.searches ?? 0, nowMs),
  ];
}

/** What was written about a role play is kept as long as a rehearsal is; its sheet stays. */
function dueRemarks(db: ReadHandle, seal: FieldSealer, days: number, nowMs: number): string[] {
  if (days === 0) return [];
  const due = listRemarks(db, seal).filter(({ atMs }) => atMs < nowMs - days * DAY_MS);
  return due.slice(0, MOST_AT_ONCE).map(({ rolePlayId }) => rolePlayId);
}

/** Rehearsals whose time is over, of the database of rehearsals. */
export function dueRehearsals(rehearsals: ReadHandle, days: RetentionDays, nowMs: number): string[] {
  const kept = days.rehearsals ?? 0;
  if (kept === 0) return [];
  return rehearsedBefore(rehearsals, nowMs - kept * DAY_MS, MOST_AT_ONCE).map(({ runId }) => runId);
}

function dueBuckets(db: ReadHandle, installId: string, days: number, nowMs: number): string[] {
  const oldest = days === 0 ? null : oldestSearchAtMs(db);
  return oldest === null ? [] : bucketsBetween(installId, 'searches', oldest, nowMs - days * DAY_MS);
}

function namesItself(reader: JournalReader, { id, place }: Matter): boolean {
  if (place === null) return true;
  const row = reader.at(place);
  return row !== null && (JSON.parse(row.subjectIds) as string[]).includes(id);
}
