import type { Conversation } from './state.ts';
import { type Decision, type InputOf, refuse } from './step-input.ts';

/** The last step was a slip. It is taken back by a new event; `revision` names the step, so that a second press does nothing. */
export function decideUndo(state: Conversation, { revision }: InputOf<'undo'>): Decision {
  const last = state.undo.at(-1);
  if (!last) return refuse('nothingToUndo');
  if (last.revision !== revision) return refuse('moved');
  return {
    events: [{ kind: 'conversation.undone', payload: { conversationId: state.id, what: last.what, revision } }],
  };
}
