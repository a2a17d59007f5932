import type { WriteHandle } from '../db/open.ts';
import type { FieldSealer } from './field-sealer.ts';
import { createJournalReader, rowOf } from './journal-repo.ts';
import { openRow } from './open-row.ts';
import type { Projection } from './projection.ts';
import { createProjectionRepo } from './projection-repo.ts';
import type { EventSealer } from './sealing.ts';

const BATCH = 1_000;

export interface RebuildParts {
  readonly db: WriteHandle;
  readonly projections: readonly Projection[];
  readonly sealer: EventSealer;
  readonly fields: FieldSealer;
}

/** Empties the tables of all projections and fills them again from the journal, in one transaction; says how many events. */
export function rebuildProjections(parts: RebuildParts): number {
  return parts.db.transaction(() => rebuildWithin(parts)).immediate();
}

/** The same inside a transaction that is already open. */
export function rebuildWithin({ db, projections, sealer, fields }: RebuildParts): number {
  const repo = createProjectionRepo(db);
  repo.deferForeignKeys();
  for (const table of projections.flatMap((projection) => projection.tables).reverse()) repo.empty(table);
  const reader = createJournalReader(db);
  let position = 0;
  for (;;) {
    const rows = reader.after(position, BATCH);
    for (const raw of rows) {
      const row = rowOf(raw);
      position = row.position;
      const interested = projections.filter((projection) => projection.apply.has(row.kind));
      if (interested.length === 0) continue;
      const event = openRow(row, sealer);
      for (const projection of interested) projection.apply.get(row.kind)?.(db, event, fields);
    }
    if (rows.length < BATCH) return position;
  }
}
