import { setImmediate as pause } from 'node:timers/promises';
import type { FoundPerson } from '#contract/privacy.ts';
import type { ReadHandle } from '../db/open.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import type { Journal } from '../journal/journal.ts';
import { nameKey } from '../records/record.ts';
import type { Remark } from '../rehearsal/remark-repo.ts';
import { findRun } from '../rehearsal/run-repo.ts';
import { type Asked, mentionsOf } from './mentions.ts';
import { listRehearsed, type Rehearsed } from './rehearsed-repo.ts';

/** The database of rehearsals with its journal. */
interface RehearsalStore {
  readonly db: ReadHandle;
  readonly journal: Pick<Journal, 'fields'>;
}

/** Everybody who ever worked at this desk. */
interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** A rehearsal, or the remark on a role play, by when it was. */
type Timed = Pick<Rehearsed, 'startedAtMs'>;

/** Rehearsals opened between two turns of the core. */
const AT_ONCE = 20;
const none = { count: 0, firstAtMs: null, lastAtMs: null } as const;

/**
 * Rehearsals of colleagues of that name with the remarks on their role plays, all of each together; and single ones in which
 * somebody typed the name or the number. Without a store nobody has rehearsed here.
 */
export async function findRehearsed(
  store: RehearsalStore | null,
  remarks: readonly Remark[],
  colleagues: readonly Colleague[],
  asked: Asked,
): Promise<FoundPerson[]> {
  const name = nameKey(asked.name);
  const mentions = mentionsOf(asked);
  const nameOf = new Map(colleagues.map((one) => [one.id, one.name]));
  const theirs = new Map<string, Timed[]>();
  const mentioned: FoundPerson[] = [];
  const sort = (id: string, personId: string, timed: Timed, typed: () => string): void => {
    const whose = nameOf.get(personId) ?? '';
    if (name !== '' && nameKey(whose) === name) theirs.set(personId, [...(theirs.get(personId) ?? []), timed]);
    else if (mentions(typed())) mentioned.push(found(id, whose, [timed]));
  };
  for (const [index, run] of (store === null ? [] : listRehearsed(store.db)).entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await pause();
    sort(run.runId, run.personId, run, () =>
      store === null ? '' : typedIn(store.db, store.journal.fields, run.runId),
    );
  }
  for (const { rolePlayId, personId, atMs, text } of remarks) {
    sort(rolePlayId, personId, { startedAtMs: atMs }, () => text);
  }
  return [...[...theirs].map(([personId, all]) => found(personId, nameOf.get(personId) ?? '', all)), ...mentioned];
}

/** The ids under which what was chosen goes: all rehearsals of a colleague, or one by itself. */
export function rehearsedSubjects(db: ReadHandle, chosen: readonly string[]): string[] {
  const wanted = new Set(chosen);
  return listRehearsed(db).flatMap(({ runId, personId }) => (wanted.has(runId) || wanted.has(personId) ? [runId] : []));
}

/** The same for the remarks on role plays, which stand in the journal of live work. */
export function remarkSubjects(remarks: readonly Remark[], chosen: readonly string[]): string[] {
  const wanted = new Set(chosen);
  return remarks.flatMap(({ rolePlayId, personId }) =>
    wanted.has(rolePlayId) || wanted.has(personId) ? [rolePlayId] : [],
  );
}

function typedIn(db: ReadHandle, seal: FieldSealer, runId: string): string {
  const moves = findRun(db, seal, runId)?.moves ?? [];
  return moves.flatMap(({ move }) => ('text' in move ? [String(move.text)] : [])).join('\n');
}

function found(subjectId: string, shown: string, all: readonly Timed[]): FoundPerson {
  const times = all.map(({ startedAtMs }) => startedAtMs).toSorted((one, other) => one - other);
  const rehearsals = { count: times.length, firstAtMs: times[0] ?? null, lastAtMs: times.at(-1) ?? null };
  return { ...nothingOf(subjectId, shown), rehearsals };
}

/** Somebody of whom nothing was found yet. */
export function nothingOf(subjectId: string, shown: string): FoundPerson {
  return {
    ...{ subjectId, shown, open: [] },
    ...{ conversations: none, specialCalls: none, workOrders: none, rehearsals: none, alerts: none, searches: none },
  };
}
