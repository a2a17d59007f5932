import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { WalkView } from '#contract/conversation/view.ts';
import type { Language, Stage } from '#contract/vocabulary.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { fieldsOf, flowStage, outcomeOf, stages } from './definition.ts';
import { spokenValue } from './field-value.ts';
import { applies } from './gates.ts';
import { capturedValue } from './line-values.ts';
import { maskedNumber } from './mask-number.ts';
import { addressOf } from './salutation.ts';
import type { Conversation } from './state.ts';
import { type SummaryWords, summaryWords } from './summary-words.ts';
import { walkViews } from './walk-view.ts';
import { recordTime } from './wall-time.ts';

export interface SummaryParts {
  readonly catalogue: Catalogue;
  readonly timeZone: string;
  readonly nowMs: number;
  readonly language: Language;
  nameOf(personId: string | null): string;
}

/**
 * The record in the words of an objective note: when, where, who, what was asked, how it was judged, which version of which
 * line answered, what was promised, how it ended. Drafted from the events alone; numbers are masked.
 */
export function draftSummary(state: Conversation, definition: ConversationDefinition, parts: SummaryParts): string {
  const words = summaryWords[parts.language];
  const { rows, between } = words;
  const at = (atMs: number) => recordTime(atMs, parts.timeZone);
  const said = state.said.map(({ entryId, version }) =>
    words.line(parts.catalogue.find(entryId)?.entry.title ?? entryId, version),
  );
  const first = state.owners[0]?.personId;
  const { promise } = state;
  const lines: [string, string][] = [
    [rows.time, `${at(state.startedAtMs)}${between.part}${words.channels[state.channel]}`],
    [rows.customer, customerWords(state, words)],
    [rows.firstAsked, first !== undefined && first !== state.ownerId ? parts.nameOf(first) : ''],
    [rows.served, parts.nameOf(state.ownerId)],
    ...stages.map((stage): [string, string] => [words.stages[stage], capturedWords(state, definition, stage, words)]),
    ...walkViews(state, definition).map((walk): [string, string] => [rows.judged, walkWords(walk, words)]),
    [rows.said, [...new Set(said)].join(between.item)],
    [rows.promise, promise ? words.promise(promise.text, at(promise.dueAtMs)) : ''],
    [rows.order, state.workOrder?.number ?? ''],
    [
      rows.outcome,
      state.brokenOff ? words.endings[state.brokenOff] : (outcomeOf(definition, state.outcome)?.label ?? ''),
    ],
    [rows.carried, state.carried.map(({ label, value }) => `${label} ${value}`).join(between.clause)],
    [rows.note, state.note.trim()],
    [rows.spent, durationWords(state, parts.nowMs, words)],
  ];
  return lines
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}${between.row}${text}`)
    .join('\n');
}

function customerWords({ customer, mood }: Conversation, words: SummaryWords): string {
  const number = customer.number ? maskedNumber(customer.number) : '';
  return [addressOf(customer), number, mood ? words.mood(words.moods[mood]) : '']
    .filter((part) => part !== '')
    .join(words.between.part);
}

function capturedWords(
  state: Conversation,
  definition: ConversationDefinition,
  stage: Stage,
  { between, yesNo }: SummaryWords,
): string {
  const known = new Map(fieldsOf(state, definition).map((field) => [field.id, field]));
  return (flowStage(definition, stage)?.fields ?? [])
    .flatMap((field) => {
      const value = capturedValue(state, field);
      if (value === '' || !applies(state, field, known)) return [];
      if (field.type === 'phone') return [`${field.label} ${maskedNumber(value)}`];
      const spoken = field.type === 'yesNo' && (value === 'yes' || value === 'no') ? yesNo[value] : null;
      return [`${field.label} ${spoken ?? spokenValue(field, value)}`];
    })
    .join(between.clause);
}

function walkWords({ steps, end, endIs }: WalkView, words: SummaryWords): string {
  const way = steps.map(({ text, answer }) => (answer === null ? words.refused(text) : words.answered(text, answer)));
  const reached = endIs === 'question' ? [] : [endIs === 'accepted' ? words.accepted(end) : end];
  return [...way, ...reached].join(words.between.clause);
}

/** Time in each stage, parked time left out of the total. */
function durationWords(state: Conversation, nowMs: number, words: SummaryWords): string {
  const endMs = state.finishedAtMs ?? nowMs;
  const spent = new Map<Stage, number>();
  for (const [index, { stage, atMs }] of state.entered.entries()) {
    const until = state.entered[index + 1]?.atMs ?? endMs;
    spent.set(stage, (spent.get(stage) ?? 0) + Math.max(0, until - atMs));
  }
  const total = Math.max(0, endMs - state.startedAtMs - state.parkedMs);
  const space = words.between.row === '：' ? '' : ' ';
  const each = [...spent].map(([stage, ms]) => `${words.stages[stage]}${space}${duration(ms, words)}`);
  return words.spent(duration(total, words), each.join(words.between.part));
}

function duration(ms: number, words: SummaryWords): string {
  const seconds = Math.round(ms / 1_000);
  return words.duration(Math.floor(seconds / 60), seconds % 60);
}
