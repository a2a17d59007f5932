import { setImmediate as pause } from 'node:timers/promises';
import type { FoundPerson } from '#contract/privacy.ts';
import type { ReadHandle } from '../db/open.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import type { Journal } from '../journal/journal.ts';
import { digitsOf, nameKey } from '../records/record.ts';
import { findRun } from '../rehearsal/run-repo.ts';
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

/** Rehearsals opened between two turns of the core. */
const AT_ONCE = 20;
/** A surname alone, or a few digits, stand in many texts by chance. */
const SHORTEST_NAME = 2;
const SHORTEST_NUMBER = 5;
const none = { count: 0, firstAtMs: null, lastAtMs: null } as const;

/** Rehearsals of colleagues of that name, all of each together; and single ones in which somebody typed the name or the number. */
export async function findRehearsed(
  { db, journal }: RehearsalStore,
  colleagues: readonly Colleague[],
  asked: { readonly number: string; readonly name: string },
): Promise<FoundPerson[]> {
  const number = digitsOf(asked.number);
  const name = nameKey(asked.name);
  const nameOf = new Map(colleagues.map((one) => [one.id, one.name]));
  const theirs = new Map<string, Rehearsed[]>();
  const mentioned: FoundPerson[] = [];
  for (const [index, run] of listRehearsed(db).entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await pause();
    const whose = nameOf.get(run.personId) ?? '';
    if (name !== '' && nameKey(whose) === name) theirs.set(run.personId, [...(theirs.get(run.personId) ?? []), run]);
    else if (mentions(typedIn(db, journal.fields, run.runId), number, name))
      mentioned.push(found(run.runId, whose, [run]));
  }
  return [...[...theirs].map(([personId, runs]) => found(personId, nameOf.get(personId) ?? '', runs)), ...mentioned];
}

/** The ids under which what was chosen goes: all rehearsals of a colleague, or one by itself. */
export function rehearsedSubjects(db: ReadHandle, chosen: readonly string[]): string[] {
  const wanted = new Set(chosen);
  return listRehearsed(db).flatMap(({ runId, personId }) => (wanted.has(runId) || wanted.has(personId) ? [runId] : []));
}

function typedIn(db: ReadHandle, seal: FieldSealer, runId: string): string {
  const moves = findRun(db, seal, runId)?.moves ?? [];
  return moves.flatMap(({ move }) => ('text' in move ? [String(move.text)] : [])).join('\n');
}

function mentions(typed: string, number: string, name: string): boolean {
  if (name.length >= SHORTEST_NAME && nameKey(typed).includes(name)) return true;
  return number.length >= SHORTEST_NUMBER && typed.replaceAll(/[\s-]/g, '').includes(number);
}

function found(subjectId: string, shown: string, runs: readonly Rehearsed[]): FoundPerson {
  const rehearsals = {
    count: runs.length,
    firstAtMs: runs[0]?.startedAtMs ?? null,
    lastAtMs: runs.at(-1)?.startedAtMs ?? null,
  };
  return { subjectId, shown, conversations: none, specialCalls: none, workOrders: none, rehearsals, open: [] };
}
