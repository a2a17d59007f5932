import type { RunView } from '#contract/rehearsal/view.ts';
import { offeredAnswers } from './judged-choice.ts';
import { owed } from './lead-talk.ts';
import type { LoadedRun } from './rehearsal-desk.ts';
import { customerWords, type Exchange, type Run, turnOf } from './run.ts';
import { leadingAt } from './start-run.ts';
import { answerWithinMs, heardAt, silenceFromMs } from './timing.ts';

/** A run as its player shows it: what the customer keeps back and what answers are worth stays here. */
export function runView({ runId, stored, start, run, atMs }: LoadedRun): RunView {
  const { scenario, endedAtMs } = run;
  const { customer } = scenario;
  const last = run.exchanges.at(-1);
  const ending = scenario.endings.find(({ id }) => id === run.endingId);
  return {
    runId,
    moves: stored.moves.length,
    state: endedAtMs !== null ? 'ended' : run.paused ? 'paused' : 'running',
    title: scenario.title,
    scenarioId: scenario.id,
    briefing: scenario.briefing,
    timed: run.timed,
    norms: run.norms,
    customer: { name: customer.name, tier: customer.tier, channel: customer.channel, manner: customer.manner },
    atMs: endedAtMs ?? atMs,
    temper: run.temper,
    temperBefore: last?.temperBefore ?? run.temper,
    turn: turnView(run),
    exchanges: run.exchanges.map(exchangeView(run)),
    facts: run.facts.flatMap((id) => {
      const fact = scenario.facts.find((one) => one.id === id);
      return fact ? [{ id, text: fact.text, fresh: last?.told.includes(id) ?? false }] : [];
    }),
    factsUntold: scenario.facts.filter(({ id }) => !run.facts.includes(id)).length,
    stage: run.talk.stage,
    owes: owed(run.talk, leadingAt(start, 0)),
    ending: ending ? { title: ending.title, says: ending.says, quality: ending.quality } : null,
  };
}

function turnView(run: Run): RunView['turn'] {
  const turn = turnOf(run);
  if (!turn) return null;
  return {
    id: turn.id,
    stage: turn.stage,
    says: customerWords(turn, run.temper),
    turnAtMs: run.turnAtMs,
    heardAtMs: heardAt(run),
    needs: turn.needs,
    answers: offeredAnswers(run.scenario, turn, run.seed).map(({ id, text }) => ({ id, text })),
    answerWithinMs: answerWithinMs(run),
    silenceFromMs: silenceFromMs(run),
    acknowledgedAtMs: [...run.acknowledgedAtMs],
    pauseUntilMs: run.transferring ? run.turnAtMs + run.norms.transferPauseSeconds * 1_000 : null,
    hint: run.hints > 0 ? { elements: turn.needs, lineId: turn.bestLine ?? null } : null,
  };
}

const exchangeView =
  ({ timed }: Run) =>
  (exchange: Exchange): RunView['exchanges'][number] => ({
    index: exchange.index,
    customerSaid: exchange.customerSaid,
    turnAtMs: exchange.turnAtMs,
    text: exchange.text,
    saidAtMs: exchange.saidAtMs,
    way: exchange.way,
    quality: exchange.judged.quality,
    temperBy: exchange.temperAfter - exchange.temperBefore,
    happenings: [...exchange.happenings],
    points: [...exchange.judged.points],
    beganAfterMs: timed ? Math.max(0, exchange.beganMs - exchange.heardAtMs) : null,
  });
