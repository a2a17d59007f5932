import type { Norm } from '#contract/judge.ts';
import type { AnswerElement, Scenario, ScenarioTurn } from '#contract/library/scenario.ts';
import type { AnswerWay, Happening, Judged, TimeNorms } from '#contract/rehearsal/terms.ts';
import type { Stage } from '#contract/vocabulary.ts';
import type { Conversation } from '../conversation/state.ts';

/** How well one answer kept one norm, 0 to 1. */
export interface NormMark {
  readonly norm: Norm;
  readonly value: number;
}

/** One turn of the customer and what came back; silence has no words. */
export interface Exchange {
  /** Place of the move that ended it, from 0. */
  readonly index: number;
  readonly turnId: string;
  readonly stage: Stage;
  readonly customerSaid: string;
  /** When the customer began, and had finished; in the time of the run. */
  readonly turnAtMs: number;
  readonly heardAtMs: number;
  readonly beganMs: number;
  readonly saidAtMs: number;
  readonly way: AnswerWay | 'silence';
  readonly text: string;
  readonly judged: Judged;
  readonly temperBefore: number;
  readonly temperAfter: number;
  readonly happenings: readonly Happening[];
  /** Facts told after it. */
  readonly told: readonly string[];
  readonly marks: readonly NormMark[];
  readonly hints: number;
}

/** A run of a scenario: the sum of its moves. */
export interface Run {
  readonly scenario: Scenario;
  /** Decides the order in which answers are offered. */
  readonly seed: number;
  readonly timed: boolean;
  readonly norms: TimeNorms;
  /** The turn the customer waits at; null once it is over. */
  readonly turnId: string | null;
  readonly turnAtMs: number;
  /** Null when the trainee ended it before the customer did. */
  readonly endingId: string | null;
  readonly endedAtMs: number | null;
  readonly temper: number;
  /** Answers in a row after which the temper was at its highest. */
  readonly furious: number;
  readonly facts: readonly string[];
  readonly exchanges: readonly Exchange[];
  /** Since the customer's last words: when the trainee made a sound of listening, and how often a hint was taken. */
  readonly acknowledgedAtMs: readonly number[];
  readonly hints: number;
  readonly paused: boolean;
  /** The last answer was a transfer line. */
  readonly transferring: boolean;
  /** Stages that were left with something still owed to the customer. */
  readonly skipped: readonly Stage[];
  readonly moves: number;
  /** The conversation that is led underneath. */
  readonly talk: Conversation;
}

export const FURIOUS = 5;

export function turnOf(run: Run): ScenarioTurn | null {
  return run.scenario.turns.find(({ id }) => id === run.turnId) ?? null;
}

/** What the customer says at a turn, by temper. */
export function customerWords(turn: ScenarioTurn, temper: number): string {
  return temper >= 4 && turn.angry !== '' ? turn.angry : turn.says;
}

/** The norm an element of a good answer belongs to. */
export const normOfElement: Readonly<Record<AnswerElement, Norm>> = {
  greet: 'wording',
  thank: 'wording',
  nextStep: 'promises',
  when: 'promises',
  acknowledge: 'soothing',
  apologise: 'soothing',
  own: 'soothing',
  ask: 'asking',
  readBack: 'asking',
  explain: 'clarity',
  offer: 'clarity',
};
