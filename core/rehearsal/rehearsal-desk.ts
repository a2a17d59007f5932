import { ORPCError } from '@orpc/server';
import { conversationStarted, definitionPinned } from '#contract/conversation/events.ts';
import type { EventDeclaration } from '#contract/declare-event.ts';
import type { Scenario } from '#contract/library/scenario.ts';
import type { Person } from '#contract/people.ts';
import { rehearsalEnded, rehearsalMoved, rehearsalScored, rehearsalStarted } from '#contract/rehearsal/events.ts';
import type { Move } from '#contract/rehearsal/terms.ts';
import type { Clock } from '../clock.ts';
import { hasDefinition } from '../conversation/conversation-repo.ts';
import { stepEvents } from '../conversation/step-event.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import type { Journal, JournalTransaction } from '../journal/journal.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { readSiteRules } from '../site-rules/site-rules-repo.ts';
import { definitionHashOf, definitionOfScenario } from './flow-of-scenario.ts';
import type { RehearsalJournal } from './rehearsal-journal.ts';
import type { Run } from './run.ts';
import { findOpenRun, findRun, listEndedRuns, type StoredRun } from './run-repo.ts';
import { normShares, scoreOf } from './score.ts';
import { hasScore, readRehearsalRules } from './score-repo.ts';
import { leadingAt, playAgain, type RunStart, startRun, talkStart } from './start-run.ts';
import { type Moved, takeMove } from './take-move.ts';

export interface RehearsalDeps {
  /** Live work: its rules, its people, and what it knows of scores. */
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly catalogue: Catalogue;
  /** Where the runs themselves are kept. */
  readonly rehearsals: { open(): RehearsalJournal };
}

export interface LoadedRun {
  readonly runId: string;
  readonly stored: StoredRun;
  readonly start: RunStart;
  readonly run: Run;
  /** Time of the run at this moment, pauses left out. */
  readonly atMs: number;
}

export interface StartRequest {
  readonly scenarioId: string;
  readonly timed: boolean;
  readonly seed?: number | undefined;
  readonly follows?: { readonly runId: string; readonly moves: number } | undefined;
}

/** Runs as they are stored: starting, loading and moving, each one transaction of the rehearsal journal. Throws the contract's failures. */
export function createRehearsalDesk({ db, journal, clock, ids, catalogue, rehearsals }: RehearsalDeps) {
  let caughtUp = false;

  function scenarioOf(scenarioId: string): Scenario {
    const entry = catalogue.find(scenarioId)?.entry;
    if (entry?.kind !== 'scenario' || entry.provenance.review === 'withdrawn') throw notFound('scenario', scenarioId);
    return entry;
  }

  function load(person: Person, runId: string): LoadedRun {
    const { db: runs, journal: kept } = rehearsals.open();
    const stored = findRun(runs, kept.fields, runId);
    if (!stored || stored.personId !== person.id) throw notFound('rehearsal', runId);
    return loaded(runId, stored);
  }

  function loaded(runId: string, stored: StoredRun): LoadedRun {
    const start: RunStart = { ...stored.started, personId: stored.personId, rules: readSiteRules(db) };
    const moves = stored.moves.map(({ move }) => move);
    return { runId, stored, start, run: playAgain(start, moves), atMs: timeOf(stored, clock.nowMs()) };
  }

  function start(person: Person, { scenarioId, timed, seed, follows }: StartRequest): LoadedRun {
    const before = follows ? load(person, follows.runId) : null;
    const unfinished = openRun(person);
    if (unfinished !== null) {
      const { length } = load(person, unfinished).stored.moves;
      move(person, unfinished, length, ({ atMs }) => ({ type: 'quit', atMs }));
    }
    const scenario = before ? before.start.scenario : scenarioOf(scenarioId);
    const { answerWithinSeconds, acknowledgeEverySeconds, transferPauseSeconds, chatFirstReplySeconds } =
      readSiteRules(db);
    const kept = before ? movesBefore(before.stored, follows?.moves ?? 0) : [];
    const goneBy = kept.at(-1)?.atMs ?? 0;
    const runId = ids.next();
    const begin: RunStart = {
      conversationId: ids.next(),
      customerId: ids.next(),
      scenario,
      releaseVersion: catalogue.release.version,
      seed: before?.start.seed ?? seed ?? Number.parseInt(ids.next().replaceAll(/\D/g, '').slice(-9), 10),
      timed: before?.start.timed ?? timed,
      norms: { answerWithinSeconds, acknowledgeEverySeconds, transferPauseSeconds, chatFirstReplySeconds },
      personId: person.id,
      role: person.role,
      // A run taken up again goes on at the time it had then.
      startedAtMs: clock.nowMs() - goneBy,
      rules: readSiteRules(db),
    };
    const { journal: runs, db: runsDb } = rehearsals.open();
    const definition = definitionOfScenario(scenario);
    const definitionHash = definitionHashOf(definition);
    const { personId: _person, rules: _rules, ...started } = begin;
    runs.transaction(person.id, (tx) => {
      if (!hasDefinition(runsDb, definitionHash)) {
        tx.append(definitionPinned, { definitionHash, releaseVersion: begin.releaseVersion, definition });
      }
      tx.append(conversationStarted, talkStart(begin), [begin.customerId, runId]);
      tx.append(rehearsalStarted, { runId, ...started, follows: follows ?? null }, [person.id, runId]);
      let run = startRun(begin);
      for (const move of kept) run = keep(tx, { runId, start: begin }, run, move) ?? run;
    });
    return load(person, runId);
  }

  /** One move of the person whose run it is; `seen` is how many moves their screen knows of. */
  function move(person: Person, runId: string, seen: number, make: (now: LoadedRun) => Move | null): LoadedRun {
    const now = load(person, runId);
    if (now.stored.moves.length !== seen) throw new ORPCError('outOfDate', { defined: true });
    const wanted = make(now);
    if (wanted === null) return now;
    const { journal: runs } = rehearsals.open();
    runs.transaction(person.id, (tx) => keep(tx, now, now.run, wanted));
    const after = load(person, runId);
    if (after.run.endedAtMs !== null) scored(after);
    return after;
  }

  function keep(tx: JournalTransaction, of: Pick<LoadedRun, 'runId' | 'start'>, run: Run, move: Move): Run | null {
    const moved: Moved | null = takeMove(run, move, leadingAt(of.start, move.atMs));
    if (!moved) return null;
    const { runId, start: begin } = of;
    // Forgotten with the person, or by itself when its time is over.
    const subjects = [begin.personId ?? '', runId];
    tx.append(rehearsalMoved, { runId, move }, subjects);
    for (const event of moved.events) {
      const declaration: EventDeclaration = stepEvents[event.kind];
      tx.append(declaration, event.payload, [begin.customerId, runId]);
    }
    const { endedAtMs, endingId } = moved.run;
    if (endedAtMs !== null) tx.append(rehearsalEnded, { runId, endingId, atMs: endedAtMs }, subjects);
    return moved.run;
  }

  /** Tells live work how a finished run went, once. */
  function scored({ runId, run, stored }: LoadedRun): void {
    // Looked into and left again is no attempt.
    if (run.exchanges.length === 0 || hasScore(db, runId)) return;
    const { weights, passMark } = readRehearsalRules(db);
    const { score } = scoreOf(run, weights);
    const { id, title, provenance } = run.scenario;
    journal.transaction(stored.personId, (tx) =>
      tx.append(
        rehearsalScored,
        {
          ...{ runId, scenarioId: id, scenarioVersion: provenance.version, title, timed: run.timed, score },
          passed: run.endingId !== null && score >= passMark,
          norms: Object.fromEntries([...normShares(run)].map(([norm, share]) => [norm, Math.round(share * 100)])),
          rules: { weights, passMark },
          endedAtMs: stored.endedAtMs ?? clock.nowMs(),
        },
        [stored.personId],
      ),
    );
  }

  /** A run that ended in the moment before the power went is told of the next time. */
  function catchUp(): void {
    if (caughtUp) return;
    caughtUp = true;
    const { db: runs, journal: kept } = rehearsals.open();
    for (const runId of listEndedRuns(runs)) {
      const stored = hasScore(db, runId) ? null : findRun(runs, kept.fields, runId);
      if (stored) scored(loaded(runId, stored));
    }
  }

  /** The run the person is in the middle of. */
  function openRun(person: Person): string | null {
    catchUp();
    return findOpenRun(rehearsals.open().db, person.id);
  }

  return { load, start, move, openRun, scenarioOf };
}

/** What led up to a turn: everything before it but pauses, and but what was already done at that turn. */
function movesBefore({ moves }: StoredRun, count: number): Move[] {
  const before = moves.slice(0, count).map(({ move }) => move);
  const last = before.findLastIndex(({ type }) => type === 'answer' || type === 'silence');
  return before.slice(0, last + 1).filter(({ type }) => type !== 'pause' && type !== 'resume');
}

/** Milliseconds of the run at a moment of the clock; it stands while it is paused or over. */
function timeOf({ started, moves }: StoredRun, nowMs: number): number {
  const last = moves.at(-1)?.move;
  if (last?.type === 'pause' || last?.type === 'quit') return last.atMs;
  const away = moves.reduce((sum, { move }) => sum + (move.type === 'resume' ? move.awayMs : 0), 0);
  return Math.max(last?.atMs ?? 0, nowMs - started.startedAtMs - away);
}

export function notFound(what: string, id: string): ORPCError<string, unknown> {
  return new ORPCError('notFound', { defined: true, data: { what, id } });
}
