import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { ConversationView } from '#contract/conversation/view.ts';
import { fieldsOf, flowStage, nodeOf, outcomeOf, tableOf } from './definition.ts';
import type { Conversation, UndoEntry } from './state.ts';

/** The step that can be taken back now, named by what it was about; null without one. */
export function undoView(state: Conversation, definition: ConversationDefinition): ConversationView['undo'] {
  const last = state.undo.at(-1);
  if (!last || state.state !== 'running') return null;
  return { revision: last.revision, what: last.what, label: labelOf(last, state, definition) };
}

function labelOf({ what, id }: UndoEntry, state: Conversation, definition: ConversationDefinition): string {
  switch (what) {
    case 'actionTicked':
    case 'actionUnticked':
      return flowStage(definition, state.stage)?.required.find((one) => one.id === id)?.label ?? '';
    case 'fieldCaptured':
      return fieldsOf(state, definition).find((one) => one.id === id)?.label ?? '';
    case 'tableStarted':
      return tableOf(definition, id)?.title ?? '';
    case 'questionAnswered':
    case 'questionRevisited':
    case 'findingAccepted':
    case 'findingRefused': {
      const node = nodeOf(tableOf(definition, state.activeTable), id);
      return node?.type === 'question' ? node.ask : (node?.title ?? '');
    }
    case 'outcomeChosen':
      return outcomeOf(definition, id)?.label ?? '';
    case 'promiseMade':
      return state.promise?.text ?? '';
    case 'variableFilled':
    case 'customerNoted':
    case 'moodMarked':
      return '';
    default:
      return what satisfies never;
  }
}
