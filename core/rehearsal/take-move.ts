import type { JudgeReason } from '#contract/judge.ts';
import type { AnswerElement, ScenarioTurn } from '#contract/library/scenario.ts';
import type { Happening, Judged, Move } from '#contract/rehearsal/terms.ts';
import { type Stage, stageSchema } from '#contract/vocabulary.ts';
import { isFrom } from '../conversation/definition.ts';
import { counterpartOf, judgedSilence } from './judged-choice.ts';
import { endTalk, follow, type Leading, type Led, ledStep, owed, tickFound } from './lead-talk.ts';
import { marksOf } from './marks.ts';
import { customerWords, type Exchange, FURIOUS, type Run, turnOf } from './run.ts';
import { temperSteps } from './temper.ts';
import { heardAt, silenceFromMs, timeHappenings } from './timing.ts';

type AnswerMove = Extract<Move, { type: 'answer' }>;

export interface Moved {
  readonly run: Run;
  readonly events: Led['events'];
}

/** Words against the customer: all that a judge calls grave but a promise too much, and what lint minds but the words of the trade. */
const HURTS = /^(?:grave\.(?!guarantees|jargon)|lint\.(?!jargon|undatedGuarantee|beyondAuthority|personalData))/;
const VAGUE: ReadonlySet<string> = new Set<JudgeReason>([
  'light.vagueTime',
  'grave.guarantees',
  'lint.undatedGuarantee',
]);
const FEELINGS: ReadonlySet<string> = new Set<AnswerElement>(['acknowledge', 'apologise']);

/** The run after one more move, with the steps of the conversation underneath; null where the move has no place now. Pure. */
export function takeMove(run: Run, move: Move, by: Leading): Moved | null {
  const turn = turnOf(run);
  if (!turn || run.endedAtMs !== null) return null;
  if (run.paused && move.type !== 'quit') return move.type === 'resume' ? unmoved({ ...run, paused: false }) : null;
  switch (move.type) {
    case 'answer':
      return answered(run, turn, move, by);
    case 'acknowledge':
      return unmoved({ ...run, acknowledgedAtMs: [...run.acknowledgedAtMs, move.atMs] });
    case 'hint':
      return unmoved({ ...run, hints: run.hints + 1 });
    case 'silence':
      return silent(run, turn, move.atMs, by);
    case 'stage': {
      const type = move.way === 'on' ? 'advanceStage' : 'goBack';
      const led = ledStep({ talk: run.talk, events: [] }, { type, from: run.talk.stage }, by);
      return led.refused === null ? { ...unmoved({ ...run, talk: led.talk }), events: led.events } : null;
    }
    case 'pause':
      return unmoved({ ...run, paused: true });
    case 'resume':
      return null;
    case 'quit':
      return ended(run, null, move.atMs, { talk: run.talk, events: [] }, by);
    default:
      return move satisfies never;
  }

  function unmoved(next: Run): Moved {
    return { run: { ...next, moves: run.moves + 1 }, events: [] };
  }
}

function answered(run: Run, turn: ScenarioTurn, move: AnswerMove, by: Leading): Moved | null {
  const offered = turn.answers.find(({ id }) => id === move.answerId);
  const like = offered ?? counterpartOf(turn, move.judged.quality);
  if (!like) return null;
  const { judged } = move;
  const happenings = [
    ...timeHappenings(run, move.beganMs, move.atMs),
    ...(offered ? [] : wordHappenings(turn, judged, run.temper)),
  ];
  const steps = like.temper + temperSteps(happenings);
  const reveals = offered || judged.quality === 'good' || judged.found.includes('ask') ? like.reveals : [];
  let led: Led = tickFound({ talk: run.talk, events: [] }, judged.found, turn.stage, by);
  const left = isFrom(led.talk.stage, turn.stage) ? null : led.talk.stage;
  const skipped = left !== null && !run.skipped.includes(left) ? left : null;
  for (const fieldId of reveals)
    led = ledStep(led, { type: 'captureField', fieldId, value: factText(run, fieldId) }, by);
  if (move.promise !== null) led = ledStep(led, { type: 'setPromise', ...move.promise }, by);
  const exchange = exchangeOf(run, turn, {
    ...{ judged, happenings, steps, reveals, skipped },
    ...{ way: move.way, text: move.text, beganMs: move.beganMs, saidAtMs: move.atMs },
    owes: skipped === null ? [] : owed(led.talk, by).map(({ id }) => id),
  });
  return goTo(run, exchange, like.to, like.transfer === true, led, by);
}

function silent(run: Run, turn: ScenarioTurn, atMs: number, by: Leading): Moved | null {
  const from = silenceFromMs(run);
  if (!turn.silence || from === null || atMs < from) return null;
  const exchange = exchangeOf(run, turn, {
    ...{ judged: judgedSilence(turn), happenings: ['silent'], steps: turn.silence.temper, reveals: [], skipped: null },
    ...{ way: 'silence', text: '', beganMs: atMs, saidAtMs: atMs, owes: [] },
  });
  return goTo(run, exchange, turn.silence.to, false, { talk: run.talk, events: [] }, by);
}

interface Happened extends Pick<Exchange, 'judged' | 'happenings' | 'way' | 'text' | 'beganMs' | 'saidAtMs'> {
  readonly steps: number;
  readonly reveals: readonly string[];
  readonly skipped: Stage | null;
  readonly owes: readonly string[];
}

function exchangeOf(run: Run, turn: ScenarioTurn, happened: Happened): Exchange {
  const { judged, way, text, beganMs, saidAtMs } = happened;
  const told = happened.reveals.filter((fact) => !run.facts.includes(fact));
  const feelings = happened.owes.some((id) => FEELINGS.has(id));
  return {
    index: run.moves,
    ...{ turnId: turn.id, stage: turn.stage, customerSaid: customerWords(turn, run.temper) },
    ...{ turnAtMs: run.turnAtMs, heardAtMs: heardAt(run), beganMs, saidAtMs, way, text, judged, told },
    temperBefore: run.temper,
    temperAfter: Math.max(0, Math.min(FURIOUS, run.temper + happened.steps)),
    happenings: [
      ...happened.happenings,
      ...(feelings ? (['skippedFeelings'] as const) : []),
      ...(told.length > 0 ? (['factTold'] as const) : []),
    ],
    marks: marksOf(run, turn, happened),
    hints: run.hints,
  };
}

/** The words of an answer in own words, beside what the scenario foresees for its quality. */
function wordHappenings(turn: ScenarioTurn, { quality, found, points }: Judged, temper: number): Happening[] {
  const against = points.flatMap(({ delta, reason }) => (delta < 0 ? [reason] : []));
  const skips = quality !== 'good' && temper >= 2 && turn.needs.some((need) => FEELINGS.has(need));
  return [
    ...(skips && !found.some((element) => FEELINGS.has(element)) ? (['skippedFeelings'] as const) : []),
    ...(against.some((reason) => HURTS.test(reason)) ? (['forbiddenWord'] as const) : []),
    ...(against.includes('lint.jargon') || against.includes('grave.jargon') ? (['jargon'] as const) : []),
    ...(against.some((reason) => VAGUE.has(reason)) ? (['vaguePromise'] as const) : []),
  ];
}

function goTo(run: Run, exchange: Exchange, to: string, transferring: boolean, led: Led, by: Leading): Moved {
  const furious = exchange.temperAfter === FURIOUS ? run.furious + 1 : 0;
  const next: Run = {
    ...run,
    temper: exchange.temperAfter,
    furious,
    facts: [...run.facts, ...exchange.told],
    exchanges: [...run.exchanges, exchange],
    acknowledgedAtMs: [],
    hints: 0,
    transferring,
    turnAtMs: exchange.saidAtMs,
    skipped: leftOpen(run, exchange, led),
    moves: run.moves + 1,
    talk: led.talk,
  };
  const { storms, endings, turns } = run.scenario;
  const ending = furious >= 2 && storms !== undefined ? storms : to;
  if (endings.some(({ id }) => id === ending)) return { ...ended(next, ending, exchange.saidAtMs, led, by) };
  const stage = turns.find(({ id }) => id === to)?.stage;
  const followed = stage === undefined ? led : follow(led, stage, by);
  return { run: { ...next, turnId: to, talk: followed.talk }, events: followed.events };
}

/** A stage that the customer has left behind while something was still owed in it. */
function leftOpen(run: Run, { stage }: Exchange, { talk }: Led): readonly Stage[] {
  if (isFrom(talk.stage, stage) || run.skipped.includes(talk.stage)) return run.skipped;
  return [...run.skipped, talk.stage];
}

function ended(run: Run, endingId: string | null, atMs: number, led: Led, by: Leading): Moved {
  const ending = run.scenario.endings.find(({ id }) => id === endingId);
  const summary = ending ? ending.title : run.scenario.title;
  const { talk, events } = endTalk(led, endingId, summary, by);
  const moves = endingId === null ? run.moves + 1 : run.moves;
  return { run: { ...run, turnId: null, endingId, endedAtMs: atMs, moves, talk }, events };
}

function factText({ scenario }: Run, factId: string): string {
  return scenario.facts.find(({ id }) => id === factId)?.text ?? '';
}

/** Stages the run never came to. */
export function unreachedStages({ exchanges, scenario }: Run): Stage[] {
  const reached = new Set(exchanges.map(({ stage }) => stage));
  return stageSchema.options.filter(
    (stage) => !reached.has(stage) && scenario.turns.some((turn) => turn.stage === stage),
  );
}
