import type { PayloadOf } from '#contract/declare-event.ts';
import type { figuresKept } from '#contract/privacy.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import { prepared } from '../db/prepared.ts';
import type { OpenEvent } from '../journal/event.ts';

export function insertKeptFigure(db: WriteHandle, { id, payload }: OpenEvent<PayloadOf<typeof figuresKept>>): void {
  const { kind, ownerId, entryId, channel, state, outcome, startedAtMs, endedAtMs } = payload;
  prepared(
    db,
    `INSERT INTO kept_figure (event_id, kind, owner_id, entry_id, channel, state, outcome, started_at_ms, ended_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, kind, ownerId, entryId, channel, state, outcome, startedAtMs, endedAtMs);
}

export function countKeptFigures(db: ReadHandle): number {
  return Number(prepared(db, 'SELECT count(*) FROM kept_figure').pluck().get());
}
