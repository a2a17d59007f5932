import { implement, ORPCError } from '@orpc/server';
import type { Scenario } from '#contract/library/scenario.ts';
import type { Move } from '#contract/rehearsal/terms.ts';
import { rehearsalContract } from '#contract/rehearsal.ts';
import { type CallContext, requirePerson } from '../call-context.ts';
import { nameOfPerson } from '../people/people-repo.ts';
import { answerMove, type RehearsalHandlerDeps } from './answer-move.ts';
import { debriefOf } from './debrief.ts';
import { leadHandlers } from './lead-handlers.ts';
import { owed } from './lead-talk.ts';
import { bestRuns } from './progress.ts';
import { createRehearsalDesk, type LoadedRun } from './rehearsal-desk.ts';
import { turnOf } from './run.ts';
import { runView } from './run-view.ts';
import { listAssignments, listScores, readRehearsalRules, rulesOfScore } from './score-repo.ts';
import { leadingAt } from './start-run.ts';
import { takeMove } from './take-move.ts';

interface OfMove {
  readonly runId: string;
  readonly moves: number;
}

export function rehearsalHandlers(deps: RehearsalHandlerDeps) {
  const { db, journal, catalogue, judge } = deps;
  const os = implement(rehearsalContract).$context<CallContext>();
  const desk = createRehearsalDesk(deps);
  const nameOf = (personId: string | null) =>
    personId === null ? '' : (nameOfPerson(db, journal.fields, personId) ?? '');
  const scenarios = (): Scenario[] =>
    catalogue.release.entries.flatMap(({ entry }) =>
      entry.kind === 'scenario' && entry.provenance.review !== 'withdrawn' ? [entry] : [],
    );

  const move = (context: CallContext, { runId, moves }: OfMove, make: (now: LoadedRun) => Move | null) =>
    runView(desk.move(requirePerson(context), runId, moves, make));
  const simple = (context: CallContext, of: OfMove, type: 'acknowledge' | 'hint' | 'silence' | 'quit') =>
    move(context, of, ({ atMs }) => ({ type, atMs }));

  return os.router({
    list: os.list.handler(({ context }) => {
      const person = requirePerson(context);
      const scores = listScores(db, person.id);
      const best = bestRuns(scores);
      const assigned = new Map(
        listAssignments(db)
          .filter(({ personId }) => personId === person.id)
          .map((one) => [one.scenarioId, one]),
      );
      return {
        running: desk.openRun(person),
        rules: readRehearsalRules(db),
        scenarios: scenarios()
          .map((scenario) => {
            const runs = scores.filter(({ scenarioId }) => scenarioId === scenario.id);
            const task = assigned.get(scenario.id);
            const { customer } = scenario;
            return {
              ...{ scenarioId: scenario.id, title: scenario.title, scene: scenario.scene },
              sceneLabel: catalogue.sceneLabel(catalogue.find(scenario.id)?.packId ?? '', scenario.scene),
              ...{ difficulty: scenario.difficulty, briefing: scenario.briefing, customerName: customer.name },
              ...{ manner: customer.manner, channel: customer.channel, temper: customer.temper },
              runs: runs.length,
              best: best.get(scenario.id)?.score ?? null,
              passed: runs.some(({ passed }) => passed),
              assigned: task ? { byName: nameOf(task.byPersonId), dueDay: task.dueDay } : null,
            };
          })
          .sort((a, b) => waits(b) - waits(a) || a.difficulty - b.difficulty || (a.scenarioId < b.scenarioId ? -1 : 1)),
      };
    }),
    start: os.start.handler(({ input, context }) => runView(desk.start(requirePerson(context), input))),
    run: os.run.handler(({ input, context }) => runView(desk.load(requirePerson(context), input.runId))),
    answer: os.answer.handler(async ({ input, context }) => {
      const person = requirePerson(context);
      const made = await answerMove(desk.load(person, input.runId), input, judge, deps);
      return move(context, input, () => made);
    }),
    acknowledge: os.acknowledge.handler(({ input, context }) => simple(context, input, 'acknowledge')),
    hint: os.hint.handler(({ input, context }) => simple(context, input, 'hint')),
    stayedSilent: os.stayedSilent.handler(({ input, context }) => simple(context, input, 'silence')),
    quit: os.quit.handler(({ input, context }) => simple(context, input, 'quit')),
    moveStage: os.moveStage.handler(({ input, context }) =>
      move(context, input, ({ run, start, atMs }) => {
        const step: Move = { type: 'stage', atMs, way: input.way };
        if (takeMove(run, step, leadingAt(start, atMs)) !== null) return step;
        const missing = input.way === 'on' ? owed(run.talk, leadingAt(start, atMs)) : [];
        const reason =
          input.way === 'back' ? 'noEarlierStage' : missing.length > 0 ? 'stageIncomplete' : 'noLaterStage';
        throw new ORPCError('stepRefused', { defined: true, data: { reason, missing } });
      }),
    ),
    pause: os.pause.handler(({ input, context }) =>
      move(context, input, ({ run, atMs }) => (run.paused ? null : { type: 'pause', atMs })),
    ),
    resume: os.resume.handler(({ input, context }) =>
      move(context, input, ({ run, atMs, stored }) => {
        if (!run.paused) return null;
        const awayMs = Math.max(0, deps.clock.nowMs() - (stored.moves.at(-1)?.atMs ?? 0));
        return { type: 'resume', atMs, awayMs };
      }),
    ),
    weigh: os.weigh.handler(async ({ input, context }) => {
      const { run } = desk.load(requirePerson(context), input.runId);
      const turn = turnOf(run);
      if (!turn || input.text.trim() === '') return { found: [], points: [] };
      const { elements, points } = await judge({ text: input.text, turn, scenario: run.scenario });
      return { found: [...new Set(elements.found.map(({ element }) => element))], points };
    }),
    debrief: os.debrief.handler(({ input, context }) => {
      const person = requirePerson(context);
      const { runId, run, start } = desk.load(person, input.runId);
      if (run.endedAtMs === null)
        throw new ORPCError('notFound', { defined: true, data: { what: 'debrief', id: runId } });
      const scores = listScores(db, person.id);
      const place = scores.findIndex((score) => score.runId === runId);
      const before = scores.slice(0, Math.max(0, place)).findLast(({ scenarioId }) => scenarioId === run.scenario.id);
      return debriefOf({
        ...{ runId, run, startedAtMs: start.startedAtMs },
        rules: rulesOfScore(db, runId) ?? readRehearsalRules(db),
        before: before?.score ?? null,
      });
    }),
    ...leadHandlers(deps, desk),
  });
}

/** Assigned and not passed yet comes first. */
function waits({ assigned, passed }: { assigned: unknown; passed: boolean }): number {
  return assigned !== null && !passed ? 1 : 0;
}
