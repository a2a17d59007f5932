import type { AnsweredHandOver, Conversation, Happened, SaidLine, TableRun, UndoEntry } from './state.ts';
import type { StepEvent } from './step-event.ts';
import { changedBy } from './touched.ts';
import { undoAfter } from './undo-entry.ts';

/** The conversation after an event. Uses nothing but its arguments, so that a rebuild from the journal ends in the same state. */
export function evolve(before: Conversation, event: StepEvent, happened: Happened): Conversation {
  const after = apply(before, event, happened);
  if (event.kind === 'conversation.undone') return after;
  const changed = changedBy(event);
  return {
    ...after,
    undo: undoAfter(before, after, event),
    touched: changed === null ? before.touched : { ...before.touched, [changed]: after.revision },
  };
}

function apply(before: Conversation, event: StepEvent, happened: Happened): Conversation {
  const { atMs, personId } = happened;
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
      return promised(state, text, dueAtMs);
    }
    case 'conversation.promiseMoved': {
      const { text, dueAtMs, why } = event.payload;
      const moved = state.promise ? [...state.movedPromises, { ...state.promise, why, atMs }] : state.movedPromises;
      return { ...promised(state, text, dueAtMs), movedPromises: moved };
    }
    case 'conversation.promiseKept':
      return { ...state, promiseKept: { atMs, personId } };
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
    case 'conversation.handOverOffered': {
      const { toId, why, note, backsYuan } = event.payload;
      return { ...state, handOver: { fromId: state.ownerId, toId, why, note, backsYuan, offeredAtMs: atMs } };
    }
    case 'conversation.handOverAccepted': {
      const { personId: ownerId, role } = event.payload;
      return {
        ...unparked(handOverAnswered(state, 'accepted', '', happened), atMs),
        state: 'running',
        ownerId,
        owners: [...state.owners, { personId: ownerId, role, sinceMs: atMs }],
        backedYuan: state.handOver?.backsYuan ?? state.backedYuan,
      };
    }
    case 'conversation.handOverDeclined':
      return handOverAnswered(state, 'declined', event.payload.words, happened);
    case 'conversation.handOverWithdrawn':
      return handOverAnswered(state, 'withdrawn', '', happened);
    case 'conversation.undone':
      return undone(state, before.undo.at(-1));
    case 'conversation.movedToRelease': {
      const { definitionHash, releaseVersion, ticked, carried, tables, activeTable, outcome } = event.payload;
      return {
        ...state,
        definitionHash,
        releaseVersion,
        ticked,
        again: [],
        fields: without(state.fields, ...carried.map((one) => one.fieldId)),
        carried: [...state.carried, ...carried.map(({ label, value }) => ({ label, value }))],
        tables,
        activeTable,
        outcome,
      };
    }
    default:
      return event satisfies never;
  }
}

function promised(state: Conversation, text: string, dueAtMs: number): Conversation {
  return {
    ...state,
    promise: { text, dueAtMs },
    promiseKept: null,
    variables: without(state.variables, 'replyTime'),
  };
}

function handOverAnswered(
  state: Conversation,
  answer: AnsweredHandOver['answer'],
  words: string,
  { atMs, personId }: Happened,
): Conversation {
  if (!state.handOver) return state;
  const answered = { ...state.handOver, answer, byId: personId, words, answeredAtMs: atMs, revision: state.revision };
  return { ...state, handOver: null, handOvers: [...state.handOvers, answered] };
}

/** Everything the step changed is as before, and whoever had it in mind since then is behind. */
function undone(state: Conversation, last: UndoEntry | undefined): Conversation {
  if (!last) return state;
  const back = new Set(Object.keys(last.restore));
  const names = Object.keys(state.touched).filter((name) => {
    const [thing = ''] = name.split(':');
    return back.has(restoredAs[thing] ?? '');
  });
  return {
    ...state,
    ...last.restore,
    undo: state.undo.slice(0, -1),
    touched: { ...state.touched, ...Object.fromEntries(names.map((name) => [name, state.revision])) },
  };
}

/** Which part of a conversation holds a thing that can be touched. */
const restoredAs: Readonly<Record<string, string>> = {
  action: 'ticked',
  field: 'fields',
  variable: 'variables',
  customer: 'customer',
  mood: 'mood',
  table: 'tables',
  outcome: 'outcome',
  promise: 'promise',
};

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
