import type { Scenario } from '#contract/library/scenario.ts';
import type { Move, TimeNorms } from '#contract/rehearsal/terms.ts';
import { startedConversation } from '../conversation/state.ts';
import type { Doing } from '../conversation/step-input.ts';
import type { StepRules } from '../conversation/step-rules.ts';
import { definitionHashOf, definitionOfScenario } from './flow-of-scenario.ts';
import type { Leading } from './lead-talk.ts';
import type { Run } from './run.ts';
import { takeMove } from './take-move.ts';

export interface RunStart {
  readonly conversationId: string;
  readonly customerId: string;
  readonly scenario: Scenario;
  readonly releaseVersion: string;
  readonly seed: number;
  readonly timed: boolean;
  readonly norms: TimeNorms;
  readonly personId: string | null;
  readonly role: Doing['role'];
  readonly startedAtMs: number;
  readonly rules: StepRules;
}

/** What the conversation under a run begins with. */
export function talkStart(start: RunStart) {
  const { scenario, conversationId, customerId, releaseVersion, role } = start;
  return {
    ...{ conversationId, customerId, releaseVersion, role },
    definitionHash: definitionHashOf(definitionOfScenario(scenario)),
    flowId: scenario.id,
    flowVersion: scenario.provenance.version,
    channel: scenario.customer.channel,
    scene: scenario.scene,
    customer: { name: scenario.customer.name, tier: scenario.customer.tier },
  };
}

export function startRun(start: RunStart): Run {
  const { scenario, seed, timed, norms, personId, startedAtMs } = start;
  return {
    ...{ scenario, seed, timed, norms },
    turnId: scenario.turns[0]?.id ?? null,
    turnAtMs: 0,
    endingId: null,
    endedAtMs: null,
    temper: scenario.customer.temper,
    furious: 0,
    facts: scenario.facts.filter(({ unlessAsked }) => !unlessAsked).map(({ id }) => id),
    exchanges: [],
    acknowledgedAtMs: [],
    hints: 0,
    paused: false,
    transferring: false,
    skipped: [],
    moves: 0,
    talk: startedConversation(talkStart(start), personId, startedAtMs),
  };
}

/** Whoever plays, at a moment of the run, as the conversation underneath sees it. */
export function leadingAt(start: RunStart, atMs: number): Leading {
  const { scenario, personId, role, rules, startedAtMs } = start;
  return {
    definition: definitionOfScenario(scenario),
    doing: { atMs: startedAtMs + atMs, personId, role },
    rules,
  };
}

/** Plays recorded moves again; the same moves end the same way, whenever it is done. */
export function playAgain(start: RunStart, moves: readonly Move[]): Run {
  return moves.reduce((run, move) => takeMove(run, move, leadingAt(start, move.atMs))?.run ?? run, startRun(start));
}
