import type { Verdict } from '#contract/judge.ts';
import type { Scenario, ScenarioTurn } from '#contract/library/scenario.ts';
import type { Judged } from '#contract/rehearsal/terms.ts';
import { siteCalendar } from '../site-rules/calendar-of-site.ts';
import { readSiteRules } from '../site-rules/site-rules-repo.ts';
import { counterpartOf, judgedChoice } from './judged-choice.ts';
import type { LoadedRun, RehearsalDeps } from './rehearsal-desk.ts';
import { turnOf } from './run.ts';
import { spokenPromise } from './spoken-promise.ts';

/** What is thought of words of the trainee's own at a turn. */
type JudgeAnswer = (asked: { text: string; turn: ScenarioTurn; scenario: Scenario }) => Promise<Verdict>;

export interface RehearsalHandlerDeps extends RehearsalDeps {
  readonly judge: JudgeAnswer;
  readonly timeZone: string;
}

interface Given {
  readonly way: 'choice' | 'free' | 'desk';
  readonly answerId?: string | undefined;
  readonly entryId?: string | undefined;
  readonly text: string;
  readonly beganBeforeMs: number;
}

/** The judged answer as a move of the run. Null where the run has no open turn. */
export async function answerMove(
  { run, atMs }: LoadedRun,
  given: Given,
  judge: JudgeAnswer,
  { db, clock }: Pick<RehearsalDeps, 'db' | 'clock'>,
) {
  const turn = turnOf(run);
  if (!turn) return null;
  const offered = given.way === 'choice' ? turn.answers.find(({ id }) => id === given.answerId) : undefined;
  if (given.way === 'choice' && !offered) return null;
  const text = offered?.text ?? given.text;
  const judged = offered
    ? judgedChoice(turn, offered)
    : keptVerdict(turn, await judge({ text, turn, scenario: run.scenario }));
  return {
    type: 'answer' as const,
    atMs,
    way: given.way,
    answerId: offered?.id ?? null,
    entryId: given.way === 'desk' ? (given.entryId ?? null) : null,
    text,
    beganMs: Math.max(run.turnAtMs, atMs - given.beganBeforeMs),
    judged,
    promise: judged.found.includes('when') ? spokenPromise(text, clock.nowMs(), siteCalendar(readSiteRules(db))) : null,
  };
}

/** A verdict as the run keeps it, for ever: a later rubric does not change what was said of it. */
function keptVerdict(turn: ScenarioTurn, { quality, elements, points, betterLine }: Verdict): Judged {
  const good = counterpartOf(turn, 'good');
  const line = betterLine ? { entryId: betterLine.entryId, text: betterLine.text } : null;
  return {
    quality,
    found: [...new Set(elements.found.map(({ element }) => element))],
    missing: elements.missing,
    points,
    why: '',
    // The scenario's own good answer fits this customer best.
    better: quality === 'good' ? null : good ? { entryId: turn.bestLine ?? null, text: good.text } : line,
  };
}
