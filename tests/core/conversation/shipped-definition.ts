import type { ConversationDefinition } from '#contract/conversation/events.ts';
import { pinDefinition, startableFlows } from '#core/conversation/pin-definition.ts';
import { type Conversation, startedConversation } from '#core/conversation/state.ts';
import { createCatalogue } from '#core/library/catalogue.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';

export const START_MS = Date.UTC(2026, 10, 2, 1, 0, 0);

/** The agent who was asked first, at the start. */
export const agentNow = { atMs: START_MS, personId: 'person-1', role: 'agent' } as const;

/** Every flow of the shipped library with its tables. */
export function shippedDefinitions(): ConversationDefinition[] {
  const catalogue = createCatalogue(shippedRelease());
  return startableFlows(catalogue).map((flow) => pinDefinition(catalogue, flow).definition);
}

export function freshConversation(definition: ConversationDefinition): Conversation {
  return startedConversation(
    {
      conversationId: 'conversation-1',
      customerId: 'customer-1',
      definitionHash: 'hash',
      releaseVersion: '2026.11.1',
      flowId: definition.flow.id,
      flowVersion: definition.flow.provenance.version,
      channel: 'counter',
      scene: definition.flow.scene,
      customer: { tier: 'standard' },
    },
    'person-1',
    START_MS,
  );
}
