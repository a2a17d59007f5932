import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { BreakOffReason, Mood } from '#contract/conversation/terms.ts';
import type { Channel, Stage } from '#contract/vocabulary.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { fieldsOf, flowStage, nodeOf, outcomeOf, stages, tableOf } from './definition.ts';
import { spokenValue } from './field-value.ts';
import { applies } from './gates.ts';
import { capturedValue } from './line-values.ts';
import { maskedNumber } from './mask-number.ts';
import { addressOf } from './salutation.ts';
import type { Conversation, TableRun } from './state.ts';
import { recordTime } from './wall-time.ts';

const channels: Record<Channel, string> = { counter: '柜台', phone: '电话', chat: '在线' };
const moods: Record<Mood, string> = {
  calm: '平静',
  worried: '担心',
  upset: '不高兴',
  furious: '很生气',
  grieving: '难过',
};
const stageNames: Record<Stage, string> = { accept: '接受', clarify: '澄清', resolve: '处理', followUp: '跟踪' };
const endings: Record<BreakOffReason, string> = {
  customerLeft: '客户中途离开',
  wrongMatter: '不属于本流程的事项',
  startedByMistake: '误开',
};

export interface SummaryParts {
  readonly catalogue: Catalogue;
  readonly timeZone: string;
  readonly nowMs: number;
  nameOf(personId: string | null): string;
}

/**
 * The record in the words of an objective note: when, where, who, what was asked, how it was judged, which version of which
 * line answered, what was promised, how it ended. Drafted from the events alone; numbers are masked.
 */
export function draftSummary(state: Conversation, definition: ConversationDefinition, parts: SummaryParts): string {
  const said = state.said.map(({ entryId, version }) => {
    const title = parts.catalogue.find(entryId)?.entry.title ?? entryId;
    return `「${title}」第${version}版`;
  });
  const rows: [string, string][] = [
    ['时间', `${recordTime(state.startedAtMs, parts.timeZone)}，${channels[state.channel]}`],
    ['客户', customerWords(state)],
    ['接待', parts.nameOf(state.ownerId)],
    ...stages.map((stage): [string, string] => [stageNames[stage], capturedWords(state, definition, stage)]),
    ...state.tables.map((run): [string, string] => ['判定', walkWords(run, definition)]),
    ['答复口径', [...new Set(said)].join('、')],
    ['承诺', promiseWords(state, parts.timeZone)],
    ['工单', state.workOrder?.number ?? ''],
    ['结果', state.brokenOff ? endings[state.brokenOff] : (outcomeOf(definition, state.outcome)?.label ?? '')],
    ['记录', state.note.trim()],
    ['用时', durationWords(state, parts.nowMs)],
  ];
  return rows
    .filter(([, words]) => words !== '')
    .map(([label, words]) => `${label}：${words}`)
    .join('\n');
}

function customerWords(state: Conversation): string {
  const { customer, mood } = state;
  return [addressOf(customer), customer.number ? maskedNumber(customer.number) : '', mood ? `情绪${moods[mood]}` : '']
    .filter((part) => part !== '')
    .join('，');
}

function capturedWords(state: Conversation, definition: ConversationDefinition, stage: Stage): string {
  const known = new Map(fieldsOf(state, definition).map((field) => [field.id, field]));
  return (flowStage(definition, stage)?.fields ?? [])
    .flatMap((field) => {
      const value = capturedValue(state, field);
      if (value === '' || !applies(state, field, known)) return [];
      return [`${field.label} ${field.type === 'phone' ? maskedNumber(value) : spokenValue(field, value)}`];
    })
    .join('；');
}

function walkWords({ tableId, path, at, accepted }: TableRun, definition: ConversationDefinition): string {
  const table = tableOf(definition, tableId);
  const steps = path.flatMap(({ nodeId, answerId }) => {
    const node = nodeOf(table, nodeId);
    if (node?.type === 'finding') return [`${node.title}（客户没有认可）`];
    const answer = node?.answers.find((one) => one.id === answerId);
    return node && answer ? [`${node.ask}${answer.label}`] : [];
  });
  const reached = nodeOf(table, at);
  const end = reached?.type === 'finding' ? [`${reached.title}${accepted ? '（客户认可）' : ''}`] : [];
  return [...steps, ...end].join('；');
}

function promiseWords({ promise }: Conversation, timeZone: string): string {
  return promise ? `${promise.text}答复（${recordTime(promise.dueAtMs, timeZone)}）` : '';
}

/** Time in each stage, parked time left out of the total. */
function durationWords(state: Conversation, nowMs: number): string {
  const endMs = state.finishedAtMs ?? nowMs;
  const spent = new Map<Stage, number>();
  for (const [index, { stage, atMs }] of state.entered.entries()) {
    const until = state.entered[index + 1]?.atMs ?? endMs;
    spent.set(stage, (spent.get(stage) ?? 0) + Math.max(0, until - atMs));
  }
  const total = Math.max(0, endMs - state.startedAtMs - state.parkedMs);
  const each = [...spent].map(([stage, ms]) => `${stageNames[stage]}${minutes(ms)}`);
  return `${minutes(total)}（${each.join('，')}）`;
}

function minutes(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return seconds < 60 ? `${seconds}秒` : `${Math.floor(seconds / 60)}分${String(seconds % 60).padStart(2, '0')}秒`;
}
