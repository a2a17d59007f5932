import type { Conversation, SaidLine, TableRun } from './state.ts';
import type { StepEvent } from './step-event.ts';

/** Who did it and when: the columns of the journal beside the payload. */
export interface Happened {
  readonly atMs: number;
  readonly personId: string | null;
}

/** The conversation after an event. Uses nothing but its arguments, so that a rebuild from the journal ends in the same state. */
export function evolve(before: Conversation, event: StepEvent, { atMs, personId }: Happened): Conversation {
  const state: Conversation = { ...before, revision: before.revision + 1, changedAtMs: atMs };
  switch (event.kind) {
    case 'conversation.customerNoted':
      return {
        ...state,
        customer: event.payload.customer,
        variables: without(state.variables, 'customerName', 'contactNumber', 'lastDigits'),
      };
    case 'conversation.actionTicked':
      return {
        ...state,
        ticked: [...withoutAction(state.ticked, event.payload), actionOf(event.payload)],
        again: withoutAction(state.again, event.payload),
      };
    case 'conversation.actionUnticked':
      return {
        ...state,
        ticked: withoutAction(state.ticked, event.payload),
        again:
          event.payload.why === 'changed'
            ? [...withoutAction(state.again, event.payload), actionOf(event.payload)]
            : state.again,
      };
    case 'conversation.fieldCaptured': {
      const { fieldId, value } = event.payload;
      const others = without(state.fields, fieldId);
      return { ...state, fields: value === '' ? others : { ...others, [fieldId]: value } };
    }
    case 'conversation.variableFilled': {
      const { name, value } = event.payload;
      const others = without(state.variables, name);
      return { ...state, variables: value === '' ? others : { ...others, [name]: value } };
    }
    case 'conversation.noteWritten':
      return { ...state, note: event.payload.text };
    case 'conversation.moodMarked':
      return { ...state, mood: event.payload.mood };
    case 'conversation.tableStarted':
      return startTable(state, event.payload.tableId, event.payload.at);
    case 'conversation.questionAnswered': {
      const { nodeId, answerId, to } = event.payload;
      return walk(state, event.payload.tableId, (run) => ({
        ...run,
        at: to,
        accepted: false,
        path: [...run.path, { nodeId, answerId }],
      }));
    }
    case 'conversation.questionRevisited': {
      const { nodeId } = event.payload;
      return walk(state, event.payload.tableId, (run) => {
        const index = run.path.findIndex((step) => step.nodeId === nodeId);
        return index < 0 ? run : { ...run, at: nodeId, accepted: false, path: run.path.slice(0, index) };
      });
    }
    case 'conversation.findingAccepted':
      return walk(state, event.payload.tableId, (run) => ({ ...run, accepted: true }));
    case 'conversation.findingRefused': {
      const { nodeId, to } = event.payload;
      return walk(state, event.payload.tableId, (run) => ({
        ...run,
        at: to,
        accepted: false,
        path: [...run.path, { nodeId, answerId: null }],
      }));
    }
    case 'conversation.outcomeChosen':
      return { ...state, outcome: event.payload.outcomeId };
    case 'conversation.promiseMade': {
      const { text, dueAtMs } = event.payload;
      return { ...state, promise: { text, dueAtMs }, variables: without(state.variables, 'replyTime') };
    }
    case 'conversation.workOrderOpened':
      return { ...state, workOrder: { id: event.payload.workOrderId, number: event.payload.number } };
    case 'conversation.stageAdvanced':
    case 'conversation.steppedBack':
      return { ...state, stage: event.payload.to, entered: [...state.entered, { stage: event.payload.to, atMs }] };
    case 'conversation.parked':
      return { ...state, state: 'parked', parkedAtMs: atMs };
    case 'conversation.resumed':
      return { ...unparked(state, atMs), state: 'running' };
    case 'conversation.finished':
      return { ...unparked(state, atMs), state: 'finished', finishedAtMs: atMs, summary: event.payload.summary };
    case 'conversation.brokenOff':
      return {
        ...unparked(state, atMs),
        state: 'finished',
        finishedAtMs: atMs,
        brokenOff: event.payload.reason,
        summary: event.payload.summary,
      };
    case 'conversation.corrected': {
      const { text, reason } = event.payload;
      return { ...state, corrections: [...state.corrections, { atMs, personId, text, reason }] };
    }
    default:
      return event satisfies never;
  }
}

/** The conversation after a line was said in it; after the end it is only counted by the library. */
export function evolveSaid(state: Conversation, line: Omit<SaidLine, 'stage'>): Conversation {
  if (state.state === 'finished') return state;
  return {
    ...state,
    revision: state.revision + 1,
    changedAtMs: line.atMs,
    said: [...state.said, { ...line, stage: state.stage }],
  };
}

function unparked(state: Conversation, atMs: number): Conversation {
  if (state.parkedAtMs === null) return state;
  // A clock that was set back must not make the time parked negative.
  return { ...state, parkedAtMs: null, parkedMs: state.parkedMs + Math.max(0, atMs - state.parkedAtMs) };
}

/** A table taken up again stands where it was left. */
function startTable(state: Conversation, tableId: string, at: string): Conversation {
  if (state.tables.some((run) => run.tableId === tableId)) return { ...state, activeTable: tableId };
  const run: TableRun = { tableId, at, path: [], accepted: false };
  return { ...state, tables: [...state.tables, run], activeTable: tableId };
}

function walk(state: Conversation, tableId: string, change: (run: TableRun) => TableRun): Conversation {
  return { ...state, tables: state.tables.map((run) => (run.tableId === tableId ? change(run) : run)) };
}

type ActionPlace = Conversation['ticked'][number];

function actionOf({ stage, actionId }: ActionPlace): ActionPlace {
  return { stage, actionId };
}

function withoutAction(list: readonly ActionPlace[], gone: ActionPlace): ActionPlace[] {
  return list.filter((one) => one.stage !== gone.stage || one.actionId !== gone.actionId);
}

function without(record: Readonly<Record<string, string>>, ...names: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}
