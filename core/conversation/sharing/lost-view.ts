import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { ConversationView } from '#contract/conversation/view.ts';
import { fieldsOf } from '../definition.ts';
import type { Looking } from '../ownership-view.ts';
import type { Conversation } from '../state.ts';

/** What somebody wrote here for nothing, so that they can pass it on; null where nothing was lost. */
export function lostView(
  state: Conversation,
  definition: ConversationDefinition,
  { nameOf }: Pick<Looking, 'nameOf'>,
): ConversationView['lost'] {
  if (!state.lost) return null;
  const { steps, byId, atMs, note, summary, fields } = state.lost;
  const labels = new Map(fieldsOf(state, definition).map(({ id, label }) => [id, label]));
  return {
    ...{ steps, atMs, note, summary },
    byName: nameOf(byId),
    fields: Object.entries(fields).map(([id, value]) => ({ label: labels.get(id) ?? id, value })),
  };
}
