import type { SpecialCall } from '#contract/library/special-call.ts';
import type { SpecialCallBreakOff } from '#contract/special-calls/terms.ts';
import type { Channel } from '#contract/vocabulary.ts';
import { maskedNumber } from '../conversation/mask-number.ts';
import { recordTime } from '../conversation/wall-time.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { readOut, stepOf } from './call-fields.ts';
import type { SpecialCallRun } from './special-call-run.ts';

const channels: Record<Channel, string> = { counter: '柜台', phone: '电话', chat: '在线' };
const stops: Record<SpecialCallBreakOff, string> = {
  callerGone: '对方先走了',
  lineLost: '断线了',
  takenOver: '同事接过去了',
  startedByMistake: '误开',
};

export interface CallSummaryParts {
  readonly catalogue: Catalogue;
  readonly timeZone: string;
  readonly nowMs: number;
  readonly note: string;
  /** Of the order that the end opens; empty without one. */
  readonly orderNumber: string;
  readonly brokenOff: SpecialCallBreakOff | null;
  nameOf(personId: string | null): string;
}

/** The record of a special call, drafted from its events alone: when, who, what was asked and answered, what was taken down. */
export function callSummary(run: SpecialCallRun, call: SpecialCall, parts: CallSummaryParts): string {
  const seconds = Math.round(Math.max(0, parts.nowMs - run.startedAtMs) / 1_000);
  const said = run.said.map(
    ({ entryId, version }) => `「${parts.catalogue.find(entryId)?.entry.title ?? entryId}」第${version}版`,
  );
  const taken = readOut(run, call).map(
    ({ field, value }) => `${field.label} ${field.type === 'phone' ? maskedNumber(value) : value}`,
  );
  const rows: [string, string][] = [
    ['时间', `${recordTime(run.startedAtMs, parts.timeZone)}，${channels[run.channel]}`],
    ['情形', call.title],
    ['接待', parts.nameOf(run.ownerId)],
    ['经过', walkedWords(run, call).join('；')],
    ['答复口径', [...new Set(said)].join('、')],
    ['记下', taken.join('；')],
    ['复述', run.readBack?.valid ? '念过一遍' : ''],
    ['结果', parts.brokenOff === null ? (stepOf(call, run.at)?.end ?? '') : `没走完：${stops[parts.brokenOff]}`],
    ['工单', parts.orderNumber],
    ['补充', parts.note.trim()],
    ['用时', seconds < 60 ? `${seconds}秒` : `${Math.floor(seconds / 60)}分${String(seconds % 60).padStart(2, '0')}秒`],
  ];
  return rows
    .filter(([, words]) => words !== '')
    .map(([label, words]) => `${label}：${words}`)
    .join('\n');
}

/** Each step left and how: what was done, and what came back. */
export function walkedWords(run: SpecialCallRun, call: SpecialCall): string[] {
  return run.path.flatMap(({ stepId, by, answerId }) => {
    const step = stepOf(call, stepId);
    if (!step) return [];
    const answer = step.answers.find((one) => one.id === answerId)?.label;
    return [answer ? `${step.do}：${answer}` : by === 'silence' ? `${step.do}：没有回应` : step.do];
  });
}
