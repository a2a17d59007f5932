import type { Norm } from '#contract/judge.ts';
import type { Debrief, WorkOn } from '#contract/rehearsal/view.ts';
import { stageSchema } from '#contract/vocabulary.ts';
import type { Exchange, Run } from './run.ts';
import { type NormScore, scoreOf } from './score.ts';
import type { ScoredBy } from './score-repo.ts';

interface DebriefOf {
  readonly runId: string;
  readonly run: Run;
  readonly startedAtMs: number;
  readonly rules: ScoredBy;
  /** The score of the person's run of this scenario before this one. */
  readonly before: number | null;
}

const MOST_WELL = 3;
const TO_WORK_ON = 2;
const strength = { good: 2, fair: 1, poor: 0 };

/** One page about a finished run: how the customer felt, what went well, and the two things to work on. */
export function debriefOf({ runId, run, startedAtMs, rules, before }: DebriefOf): Debrief {
  const { scenario, exchanges } = run;
  const { score, norms } = scoreOf(run, rules.weights);
  const ending = scenario.endings.find(({ id }) => id === run.endingId);
  const lengthMs = run.endedAtMs ?? 0;
  return {
    runId,
    scenarioId: scenario.id,
    title: scenario.title,
    customerName: scenario.customer.name,
    timed: run.timed,
    startedAtMs,
    lengthMs,
    ending: ending ? { title: ending.title, says: ending.says, quality: ending.quality, lesson: ending.lesson } : null,
    temperFrom: scenario.customer.temper,
    temperTo: run.temper,
    wants: scenario.customer.wants,
    score,
    passMark: rules.passMark,
    passed: ending !== undefined && score >= rules.passMark,
    before,
    norms: [...norms],
    curve: [
      { atMs: 0, temper: scenario.customer.temper },
      ...exchanges.map(({ saidAtMs, temperAfter }) => ({ atMs: saidAtMs, temper: temperAfter })),
    ],
    marks: exchanges.map((exchange) => ({
      index: exchange.index,
      atMs: exchange.saidAtMs,
      temper: exchange.temperAfter,
      better: isBetter(exchange),
      code: isBetter(exchange) ? goodCode(exchange) : codeOf(exchange),
      customerSaid: exchange.customerSaid,
      text: exchange.text,
    })),
    stages: stageBands(run),
    well: exchanges
      .filter(({ judged }) => judged.quality !== 'poor' && judged.found.length > 0)
      .sort((a, b) => strength[b.judged.quality] - strength[a.judged.quality] || byTemper(a) - byTemper(b))
      .slice(0, MOST_WELL)
      .map((exchange) => ({ code: `found.${exchange.judged.found[0]}`, quote: exchange.text })),
    workOn: workOn(run),
    drill: weakest(norms),
  };
}

const slipsIn = ({ happenings }: Exchange) => happenings.filter((one) => one !== 'factTold');

/** Whether the customer felt better for it: calmer, or as calm as before and nothing went wrong beside it. */
function isBetter(exchange: Exchange): boolean {
  const by = byTemper(exchange);
  return exchange.judged.quality === 'good' && (by < 0 || (by === 0 && slipsIn(exchange).length === 0));
}

function goodCode({ happenings, judged }: Exchange): string {
  return happenings.includes('factTold') ? 'factTold' : `found.${judged.found[0] ?? 'acknowledge'}`;
}

/** Why an answer is marked on the curve: what happened, else the first that was missing, else the first that was there. */
function codeOf(exchange: Exchange): string {
  const { judged, way } = exchange;
  if (way === 'silence') return 'silent';
  const [happened] = slipsIn(exchange);
  const grave = judged.points.find(({ delta, reason }) => delta < 0 && !reason.startsWith('missing.'));
  if (judged.quality === 'good') return happened ?? goodCode(exchange);
  return grave?.reason ?? happened ?? `missing.${judged.missing[0] ?? 'acknowledge'}`;
}

const byTemper = ({ temperAfter, temperBefore }: Exchange) => temperAfter - temperBefore;

/** The two answers that cost most; where fewer went wrong, what to try next. */
function workOn(run: Run): WorkOn[] {
  const cost = (exchange: Exchange) =>
    10 * (2 - strength[exchange.judged.quality]) +
    3 * Math.max(0, byTemper(exchange)) +
    exchange.marks.filter(({ value }) => value < 0.5).length;
  const slips: WorkOn[] = run.exchanges
    .filter((exchange) => cost(exchange) > 0)
    .sort((a, b) => cost(b) - cost(a) || a.index - b.index)
    .slice(0, TO_WORK_ON)
    .sort((a, b) => a.index - b.index)
    .map((exchange) => ({
      code: codeOf(exchange),
      why: exchange.judged.why,
      quote: exchange.text,
      better: exchange.judged.better?.text ?? '',
      atMs: exchange.turnAtMs,
      index: exchange.index,
    }));
  const next = [run.timed ? 'next.free' : 'next.timed', 'next.harder'].map(
    (code): WorkOn => ({ code, why: '', quote: '', better: '', atMs: null, index: null }),
  );
  return [...slips, ...next].slice(0, TO_WORK_ON);
}

function stageBands(run: Run): Debrief['stages'] {
  return stageSchema.options.flatMap((stage) => {
    const there = run.exchanges.filter((exchange) => exchange.stage === stage);
    const [first] = there;
    const last = there.at(-1);
    return first && last ? [{ stage, fromMs: first.turnAtMs, toMs: last.saidAtMs }] : [];
  });
}

/** The norm with the smallest share; where all are full, the heaviest. */
function weakest(norms: readonly NormScore[]): Norm {
  const share = ({ got, of }: NormScore) => (got === null || of === 0 ? 1 : got / of);
  const drillable = norms.filter(({ norm }) => norm !== 'timing');
  return [...drillable].sort((a, b) => share(a) - share(b) || b.of - a.of)[0]?.norm ?? 'soothing';
}
