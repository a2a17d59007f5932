import type { WriteHandle } from '../db/open.ts';
import type { FieldSealer } from './field-sealer.ts';
import { type ForeignRow, foreignAfter } from './foreign-repo.ts';
import { createJournalReader, rowOf } from './journal-repo.ts';
import { openRow, openRowFast } from './open-row.ts';
import type { ApplyEvent, Projection } from './projection.ts';
import { createProjectionRepo } from './projection-repo.ts';
import type { EventSealer } from './sealing.ts';
import { applyForeign } from './take-foreign.ts';

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
  // Those that stand behind others ask them, so they go first.
  const keepers = projections.flatMap((one) => one.keepWhileRebuilding?.(db, fields) ?? []).reverse();
  let applied = false;
  try {
    const position = applyAll({ db, projections, sealer, fields });
    applied = true;
    return position;
  } finally {
    for (const end of keepers) end(applied);
  }
}

function applyAll({ db, projections, sealer, fields }: RebuildParts): number {
  const reader = createJournalReader(db);
  const foreign = foreignInTurn({ db, projections, sealer, fields });
  const handlersOf = handlersByKind(projections);
  let position = 0;
  foreign.through(0);
  for (;;) {
    const rows = reader.after(position, BATCH);
    for (const raw of rows) {
      const row = rowOf(raw);
      position = row.position;
      const handlers = handlersOf(row.kind);
      if (handlers.length > 0) {
        const event = openRowFast(row, sealer);
        for (const apply of handlers) apply(db, event, fields);
      }
      foreign.through(position);
    }
    if (rows.length < BATCH) return position;
  }
}

/** What each kind of event is applied by, looked up once a kind and not once an event. */
function handlersByKind(projections: readonly Projection[]): (kind: string) => readonly ApplyEvent[] {
  const known = new Map<string, readonly ApplyEvent[]>();
  return (kind) => {
    const found = known.get(kind) ?? projections.flatMap(({ apply }) => apply.get(kind) ?? []);
    known.set(kind, found);
    return found;
  };
}

/** Foreign events in the order of their arrival, each once the own journal has come as far as it was then. */
function foreignInTurn(parts: RebuildParts): { through(position: number): void } {
  let waiting: ForeignRow[] = foreignAfter(parts.db, 0, BATCH);
  let at = 0;
  return {
    through(position) {
      for (;;) {
        const row = waiting[at];
        if (row === undefined || row.afterPosition > position) return;
        applyForeign(parts, openRow(row, parts.sealer), row.afterPosition);
        at += 1;
        if (at === waiting.length) {
          waiting = foreignAfter(parts.db, row.position, BATCH);
          at = 0;
        }
      }
    },
  };
}
