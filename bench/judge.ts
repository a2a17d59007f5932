import { join } from 'node:path';
import { judgeAnswer } from '#core/rehearsal/judge/judge-answer.ts';
import { compileRelease } from '#tools/content/compile.ts';
import { loadLibrary } from '#tools/content/load.ts';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';
import type { BenchRow } from './bench-row.ts';
import { type Agreement, agreementOf, judgeSet, shippedJudge } from './judge/judged-answers.ts';

const KAPPA = 0.7;
const OPPOSITE = 0.02;
const ANSWER_LENGTH = 300;
const ANSWER_MS = 5;
const RUNS = 200;

/** How far the judge agrees with people on the answers it was written with and on the sealed ones, and what one answer costs. */
export async function benchJudge(): Promise<BenchRow[]> {
  const tools = shippedJudge(compileRelease(loadLibrary(join(PROJECT_ROOT, 'scripts-library'))).release);
  return [
    ...agreementRows('sealed', agreementOf(judgeSet('sealed', tools))),
    ...agreementRows('open', agreementOf(judgeSet('open', tools))),
    costRow(tools),
  ];
}

function agreementRows(set: string, { count, matrix, recall, ...agreement }: Agreement): BenchRow[] {
  const told = (what: string, figure: number): BenchRow => {
    return { bench: `judge, ${count} ${set}: ${what}`, figure, unit: '', bar: null, ok: null };
  };
  const classes = ['poor', 'fair', 'good'] as const;
  return [
    { ...told('quadratic kappa', agreement.quadraticKappa), bar: KAPPA, ok: agreement.quadraticKappa >= KAPPA },
    { ...told('linear kappa', agreement.linearKappa), bar: KAPPA, ok: agreement.linearKappa >= KAPPA },
    {
      ...told('good for poor or poor for good, share', agreement.oppositeShare),
      ...{ bar: OPPOSITE, ok: agreement.oppositeShare <= OPPOSITE },
    },
    ...classes.map((label) => told(`${label} found, share`, recall[label])),
    ...classes.flatMap((label, row) =>
      classes.map((quality, column) => told(`people ${label}, judge ${quality}`, matrix[row]?.[column] ?? 0)),
    ),
  ];
}

function costRow(tools: ReturnType<typeof shippedJudge>): BenchRow {
  const sentence = '等了这么久谁都着急，对不起。我现在就去查，两件事一起办，下午四点前给您回话，您看行吗？';
  const text = sentence.repeat(Math.ceil(ANSWER_LENGTH / sentence.length)).slice(0, ANSWER_LENGTH);
  const turn = { says: '我等了四十分钟，到底办不办？', needs: ['acknowledge' as const, 'when' as const] };
  const once = () => judgeAnswer({ text, turn, scenario: { scene: 'bank' } }, tools);
  for (let run = 0; run < RUNS; run += 1) once();
  const before = process.cpuUsage();
  for (let run = 0; run < RUNS; run += 1) once();
  // Computing time: what else the machine does is no matter of the judge.
  const { user, system } = process.cpuUsage(before);
  const figure = (user + system) / 1_000 / RUNS;
  return {
    bench: 'judge: an answer of 300 characters, computing time',
    figure,
    unit: 'ms',
    bar: ANSWER_MS,
    ok: figure <= ANSWER_MS,
  };
}
