import { describe, expect, test } from 'vitest';
import type { JudgedPoint } from '#contract/judge.ts';
import type { Scenario } from '#contract/library/scenario.ts';
import { defaultWeights, type Judged, type Move } from '#contract/rehearsal/terms.ts';
import { judgedChoice } from '#core/rehearsal/judged-choice.ts';
import { type Run, turnOf } from '#core/rehearsal/run.ts';
import { scoreOf } from '#core/rehearsal/score.ts';
import { leadingAt, playAgain, startRun } from '#core/rehearsal/start-run.ts';
import { takeMove } from '#core/rehearsal/take-move.ts';
import { heardAt, silenceFromMs } from '#core/rehearsal/timing.ts';
import { count } from '#tests/counts.ts';
import { shippedScenarios, startOf } from './shipped-scenarios.ts';

const scenarios = shippedScenarios();
const rank = { good: 0, fair: 1, poor: 2 };

function choose(run: Run, answerId: string, afterMs = 5_000): Move {
  const turn = turnOf(run);
  const answer = turn?.answers.find(({ id }) => id === answerId);
  if (!turn || !answer) throw new Error(`no answer ${answerId}`);
  const atMs = run.turnAtMs + afterMs;
  return {
    ...{ type: 'answer', way: 'choice', answerId, entryId: null, text: answer.text, beganMs: atMs, atMs },
    judged: judgedChoice(turn, answer),
    promise: null,
  };
}

function taken(scenario: Scenario, run: Run, move: Move): Run {
  const moved = takeMove(run, move, leadingAt(startOf(scenario), move.atMs));
  if (!moved) throw new Error('the move was refused');
  return moved.run;
}

/** Plays until an ending, taking at each turn whichever answer `pick` says. */
function play(scenario: Scenario, pick: (run: Run) => string): Run {
  let run = startRun(startOf(scenario));
  for (let step = 0; run.endedAtMs === null && step < 40; step += 1) run = taken(scenario, run, choose(run, pick(run)));
  return run;
}

const strongest = (sign: 1 | -1) => (run: Run) =>
  [...(turnOf(run)?.answers ?? [])].sort(
    (a, b) => sign * (rank[a.quality] - rank[b.quality]) || sign * (a.temper - b.temper),
  )[0]?.id ?? '';

/** A small generator with a seed, so that a failing walk can be walked again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test('there are at least forty scenarios over all industries, each with three endings or more', () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(40);
  expect(new Set(scenarios.map(({ scene }) => scene)).size).toBeGreaterThanOrEqual(7);
  for (const { endings } of scenarios) expect(endings.length).toBeGreaterThanOrEqual(3);
  const answers = scenarios.flatMap(({ turns }) => turns.flatMap((turn) => turn.answers));
  expect(
    answers.some(({ transfer }) => transfer),
    'the pause after a transfer line comes up',
  ).toBe(true);
  expect(scenarios.some(({ storms }) => storms !== undefined)).toBe(true);
});

describe('the customer’s temper', () => {
  const train = scenarios.find(({ id }) => id === 'rehearsal/bank-card-swallowed-train') as Scenario;
  const chat = scenarios.find(({ customer }) => customer.channel === 'chat') as Scenario;
  /** Words of one's own at the opening: by how much the temper moves, and why. */
  const said = (
    judged: Partial<Judged>,
    { scenario = train, beganMs = 9_000, atMs = 10_000, before = {} as Partial<Run>, timed = false } = {},
  ) => {
    const start = startOf(scenario, { timed });
    const run = { ...startRun(start), ...before };
    const whole: Judged = { quality: 'fair', found: ['acknowledge'], missing: [], points: [], why: '', better: null };
    const given = { ...whole, ...judged };
    const move: Move = {
      ...{ type: 'answer', way: 'free', answerId: null, entryId: null, text: '……', beganMs, atMs },
      ...{ judged: given, promise: null },
    };
    const after = takeMove(run, move, leadingAt(start, atMs))?.run.exchanges.at(-1);
    if (!after) throw new Error('the move was refused');
    return { by: after.temperAfter - after.temperBefore, happenings: after.happenings };
  };
  const against = (reason: JudgedPoint['reason']) => ({ points: [{ norm: 'clarity' as const, delta: -10, reason }] });
  const plain = said({});

  test('falls with empathy and stays with a lukewarm answer', () => {
    expect(said({ quality: 'good', found: ['acknowledge', 'ask'] }).by).toBeLessThan(0);
    expect(plain).toEqual({ by: 0, happenings: [] });
    expect(said({ quality: 'poor', found: [] }).by).toBeGreaterThan(0);
  });

  test.each<[string, ReturnType<typeof said>, string]>([
    ['skipped feelings', said({ found: [] }), 'skippedFeelings'],
    ['jargon', said(against('lint.jargon')), 'jargon'],
    ['a forbidden word', said(against('lint.shirking')), 'forbiddenWord'],
    ['a promise without a time', said(against('light.vagueTime')), 'vaguePromise'],
    ['a promise nobody may give', said(against('grave.guarantees')), 'vaguePromise'],
    ['an interruption', said({}, { timed: true, beganMs: 100, atMs: 200 }), 'interrupted'],
    ['waiting', said({}, { timed: true, beganMs: 13_000, atMs: 44_000 }), 'keptWaiting'],
    [
      'a hasty transfer',
      said({}, { timed: true, beganMs: 500, atMs: 14_000, before: { transferring: true } }),
      'transferRushed',
    ],
  ])('rises with %s', (_, { by, happenings }, why) => {
    expect(happenings).toContain(why);
    expect(by).toBeGreaterThan(plain.by);
  });

  test('waits in peace where somebody gives a sign every half minute, and where it reads instead of listening', () => {
    const heard = heardAt(startRun(startOf(train, { timed: true })));
    const slow = { timed: true, beganMs: heard + 2_000, atMs: heard + 58_000 };
    expect(said({}, slow).happenings).toContain('keptWaiting');
    expect(said({}, { ...slow, before: { acknowledgedAtMs: [heard + 1_000, heard + 30_000] } }).happenings).toEqual([]);
    expect(said({}, { ...slow, scenario: chat }).happenings).not.toContain('keptWaiting');
    expect(said({}, { ...slow, scenario: chat, beganMs: 31_000 }).happenings).toContain('late');
  });

  test('has no part in a clock outside timed runs', () => {
    expect(said({}, { beganMs: 0, atMs: 500_000 }).happenings).toEqual([]);
  });
});

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', (_, scenario) => {
  test('has no dead end, and every ending is reached', () => {
    const seen = new Set<string>();
    const endings = new Set<string>();
    const open = [startRun(startOf(scenario, { timed: true }))];
    for (let run = open.pop(); run; run = open.pop()) {
      const turn = turnOf(run);
      if (!turn) {
        expect(run.endingId).not.toBeNull();
        endings.add(run.endingId ?? '');
        continue;
      }
      const state = `${run.turnId} ${run.temper} ${run.furious} ${run.talk.stage}`;
      if (seen.has(state)) continue;
      seen.add(state);
      for (const { id } of turn.answers) open.push(taken(scenario, run, choose(run, id, 14_000)));
      const from = silenceFromMs(run);
      if (from !== null) open.push(taken(scenario, run, { type: 'silence', atMs: from }));
    }
    expect([...endings].sort()).toEqual(scenario.endings.map(({ id }) => id).sort());
  });

  test('gives the best way at least 90, the rudest at most 30, and chance something in between', () => {
    const best = play(scenario, strongest(1));
    const rude = play(scenario, strongest(-1));
    const high = scoreOf(best, defaultWeights).score;
    const low = scoreOf(rude, defaultWeights).score;
    expect(high).toBeGreaterThanOrEqual(90);
    expect(best.talk).toMatchObject({ state: 'finished', brokenOff: null });
    expect(low).toBeLessThanOrEqual(30);
    const walks = count('rehearsalWalks');
    const chance = Array.from({ length: walks }, (_each, seed) => {
      const roll = dice(seed * 7 + 1);
      const run = play(scenario, (now) => {
        const answers = turnOf(now)?.answers ?? [];
        return answers[Math.floor(roll() * answers.length)]?.id ?? '';
      });
      return scoreOf(run, defaultWeights).score;
    });
    const mean = chance.reduce((sum, score) => sum + score, 0) / walks;
    expect(mean).toBeGreaterThan(low);
    expect(mean).toBeLessThan(high);
  });

  test('plays the same moves to the same end', () => {
    const moves: Move[] = [];
    let run = startRun(startOf(scenario));
    const roll = dice(scenario.turns.length);
    while (run.endedAtMs === null) {
      const answers = turnOf(run)?.answers ?? [];
      const move = choose(run, answers[Math.floor(roll() * answers.length)]?.id ?? '');
      moves.push(move);
      run = taken(scenario, run, move);
    }
    expect(playAgain(startOf(scenario), moves)).toEqual(run);
  });
});
