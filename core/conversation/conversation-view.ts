import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { ConversationView, FieldView, NextStep } from '#contract/conversation/view.ts';
import type { CaptureField } from '#contract/library/capture-field.ts';
import type { SiteCalendar } from '../deadlines/site-calendar.ts';
import { authorityOf } from './authority.ts';
import { latestPromise, workOrderRefusal } from './decide-resolve.ts';
import { isOpenHere } from './decide-table.ts';
import { activeWalk, fieldsOf, flowStage, isFrom, stageAfter, stageBefore, stages } from './definition.ts';
import { applies, isTicked, missingForFinish, missingForWorkOrder, missingIn } from './gates.ts';
import { capturedValue } from './line-values.ts';
import { maskedNumber } from './mask-number.ts';
import { type Looking, ownershipView } from './ownership-view.ts';
import { paceOf } from './pace.ts';
import { promiseOptions } from './promise-options.ts';
import { addressOf } from './salutation.ts';
import { sayableValues } from './sayable-values.ts';
import { lostView } from './sharing/lost-view.ts';
import type { Conversation } from './state.ts';
import type { StepRules } from './step-rules.ts';
import { type LineOffer, suggestionsFor } from './suggestions.ts';
import { tableChoices, tableView } from './table-view.ts';
import { undoView } from './undo-view.ts';
import { walkViews } from './walk-view.ts';

export interface ViewParts extends LineOffer, Looking {
  readonly nowMs: number;
  readonly rules: StepRules;
  readonly calendar: SiteCalendar;
  readonly releaseOffer: ConversationView['releaseOffer'];
  /** Whole numbers are shown to who is looking after an open conversation; everybody else sees them masked. */
  readonly reveal: boolean;
}

/** Everything a screen needs to show one conversation and to offer its next step. */
export function conversationView(
  state: Conversation,
  definition: ConversationDefinition,
  parts: ViewParts,
): ConversationView {
  const { flow } = definition;
  const stage = flowStage(definition, state.stage);
  const { customer } = state;
  const next = nextStep(state, definition, parts.rules);
  const refusal =
    state.state === 'running' ? workOrderRefusal(state, definition) : ({ reason: state.state, missing: [] } as const);
  const number = customer.number ?? null;
  const values = sayableValues(state, definition, parts.rules);
  const offer = { ...parts, values };
  return {
    id: state.id,
    revision: state.revision,
    state: state.state,
    brokenOff: state.brokenOff,
    ...ownershipView(state, parts),
    lost: lostView(state, definition, parts),
    timeZone: parts.calendar.timeZone,
    channel: state.channel,
    scene: state.scene,
    flow: { entryId: flow.id, title: flow.title, version: flow.provenance.version },
    customer: {
      name: customer.name ?? null,
      title: customer.title ?? null,
      number: number === null || parts.reveal ? number : maskedNumber(number),
      tier: customer.tier,
      address: addressOf(customer),
    },
    mood: state.mood,
    stage: state.stage,
    stages: stages.map((one) => ({
      stage: one,
      state:
        one === state.stage && (state.state !== 'finished' || state.brokenOff)
          ? 'current'
          : isFrom(state.stage, one)
            ? 'done'
            : 'ahead',
    })),
    goal: stage?.goal ?? '',
    required: (stage?.required ?? []).map(({ id, label, hint }) => ({
      id,
      label,
      hint,
      ticked: isTicked(state, state.stage, id),
      again: state.again.some((one) => one.stage === state.stage && one.actionId === id),
    })),
    forbidden: stage?.forbidden ?? [],
    tables: tableChoices(state, definition, parts),
    walks: walkViews(state, definition),
    table: tableView(state, definition, offer),
    suggestions: suggestionsFor(state, definition, offer),
    fields: fieldViews(state, definition, next, parts.reveal),
    values: parts.reveal ? values : {},
    note: state.note,
    outcomes: flow.outcomes.map((outcome) => ({ ...outcome, chosen: outcome.id === state.outcome })),
    promise: state.promise && { ...state.promise, keptAtMs: state.promiseKept?.atMs ?? null },
    movedPromises: [...state.movedPromises],
    promiseOptions: promisesNow(state, definition, parts),
    authority: authorityOf(state, definition, parts.rules),
    releaseOffer: parts.releaseOffer,
    undo: undoView(state, definition),
    carried: [...state.carried],
    workOrder: state.workOrder,
    workOrderStep: {
      allowed: refusal === null,
      reason: refusal?.reason ?? null,
      missing: [...(refusal?.missing ?? [])],
    },
    said: state.said.map((line) => ({
      ...line,
      title: parts.catalogue.find(line.entryId)?.entry.title ?? line.entryId,
    })),
    timers: timersOf(state, parts.rules),
    next,
    back: state.state === 'finished' ? null : stageBefore(state.stage),
    summary: state.summary,
    corrections: state.corrections.map(({ atMs, personId, text, reason }) => ({
      atMs,
      personName: parts.nameOf(personId),
      text,
      reason,
    })),
  };
}

/** Reply times to choose from: while it runs, and afterwards as long as a promise may still have to be moved. */
function promisesNow(
  state: Conversation,
  definition: ConversationDefinition,
  { nowMs, rules, calendar }: ViewParts,
): ConversationView['promiseOptions'] {
  const open = state.state === 'finished' ? state.promise && !state.promiseKept : isFrom(state.stage, 'clarify');
  if (!open || state.state === 'parked') return [];
  return promiseOptions(nowMs, latestPromise(state, definition, rules, nowMs), calendar);
}

function nextStep(state: Conversation, definition: ConversationDefinition, rules: StepRules): NextStep {
  const to = stageAfter(state.stage);
  const kind = state.state === 'finished' ? 'none' : to === null ? 'finish' : 'advance';
  const missing =
    kind === 'none'
      ? []
      : to === null
        ? missingForFinish(state, definition, rules)
        : missingIn(state, definition, state.stage, rules);
  const blocked = missing.length > 0 ? 'stageIncomplete' : null;
  const reason = state.state === 'running' ? blocked : state.state;
  return { kind, to: kind === 'advance' ? to : null, allowed: reason === null, reason, missing };
}

/** Fields of the stage, then those the finding needs, then any other that the next step waits for; each once. */
function fieldViews(
  state: Conversation,
  definition: ConversationDefinition,
  next: NextStep,
  reveal: boolean,
): FieldView[] {
  const known = new Map(fieldsOf(state, definition).map((field) => [field.id, field]));
  const walk = activeWalk(state, definition);
  const shown = walk && isOpenHere(state, walk.table.id, definition) ? (walk.finding?.fields ?? []) : [];
  const ofStage = (flowStage(definition, state.stage)?.fields ?? []).map((field) => field.id);
  const awaited = next.missing.flatMap(({ kind, id }) => (kind === 'field' ? [id] : []));
  const missing = new Set([
    ...awaited,
    ...(shown.length > 0 ? missingForWorkOrder(state, definition).map(({ id }) => id) : []),
  ]);
  return [...new Set([...ofStage, ...shown, ...awaited])].flatMap((id) => {
    const field = known.get(id);
    if (!field || !applies(state, field, known)) return [];
    const from = ofStage.includes(id) || !shown.includes(id) ? ('stage' as const) : ('table' as const);
    return [{ ...field, value: shownValue(state, field, reveal), missing: missing.has(id), from }];
  });
}

function shownValue(state: Conversation, field: CaptureField, reveal: boolean): string {
  const value = capturedValue(state, field);
  const number = field.type === 'phone' || (field.personal && field.type === 'digits');
  return number && !reveal ? maskedNumber(value) : value;
}

function timersOf(state: Conversation, rules: StepRules): ConversationView['timers'] {
  return {
    pace: paceOf(state, rules),
    startedAtMs: state.startedAtMs,
    stageEnteredAtMs: state.entered.at(-1)?.atMs ?? state.startedAtMs,
    lastSaidAtMs: state.said.at(-1)?.atMs ?? null,
    parkedAtMs: state.parkedAtMs,
    parkedMs: state.parkedMs,
    finishedAtMs: state.finishedAtMs,
  };
}
