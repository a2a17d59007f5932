import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { nodeOf, tableOf } from './definition.ts';
import type { StepEvent } from './step-event.ts';

/**
 * The event with the version of the line that its finding puts before the agent. The definition is pinned and its lines are
 * not: what was shown can only be told by the release in force when it was.
 */
export function withShownLine(
  event: StepEvent,
  definition: ConversationDefinition,
  { findWording }: Pick<Catalogue, 'findWording'>,
): StepEvent {
  if (event.kind !== 'conversation.questionAnswered' && event.kind !== 'conversation.findingRefused') return event;
  const reached = nodeOf(tableOf(definition, event.payload.tableId), event.payload.to);
  const entry = reached?.type === 'finding' ? findWording(reached.line)?.entry : undefined;
  if (!entry) return event;
  const shown = { entryId: entry.id, version: entry.provenance.version };
  // Spread apart, so that each kind keeps its own payload.
  return event.kind === 'conversation.questionAnswered'
    ? { ...event, payload: { ...event.payload, shown } }
    : { ...event, payload: { ...event.payload, shown } };
}
