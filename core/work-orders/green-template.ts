import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { Channel } from '#contract/vocabulary.ts';
import { fieldsOf, nodeOf, tableOf } from '../conversation/definition.ts';
import { spokenValue } from '../conversation/field-value.ts';
import { capturedValue, lineValues } from '../conversation/line-values.ts';
import { addressOf } from '../conversation/salutation.ts';
import type { Conversation } from '../conversation/state.ts';
import type { Catalogue } from '../library/catalogue.ts';

export interface GreenTemplate {
  customerName: string;
  customerNumber: string;
  matter: string;
  wanted: string;
  explained: string;
  notAccepted: string;
  demand: string;
  hall: string;
  channel: Channel;
}

/** The green-channel template as far as a conversation fills it: what was asked, how it was explained, what was not accepted. */
export function greenTemplateOf(
  state: Conversation,
  definition: ConversationDefinition,
  catalogue: Catalogue,
): GreenTemplate {
  const values = lineValues(state, definition);
  const captured = new Map(
    fieldsOf(state, definition).map((field) => {
      const value = capturedValue(state, field);
      return [field.id, value === '' ? '' : spokenValue(field, value)];
    }),
  );
  const said = [...new Set(state.said.map(({ entryId }) => catalogue.find(entryId)?.entry.title ?? entryId))];
  const refused = state.tables.flatMap(({ tableId, path }) =>
    path.flatMap(({ nodeId, answerId }) => {
      const node = answerId === null ? nodeOf(tableOf(definition, tableId), nodeId) : undefined;
      return node?.type === 'finding' ? [node.title] : [];
    }),
  );
  const matter = captured.get('matter') ?? '';
  return {
    customerName: addressOf(state.customer) || values['customerName'] || '',
    customerNumber: values['contactNumber'] ?? '',
    matter: (matter || definition.flow.title).slice(0, 60),
    wanted: matter,
    explained: said.join('、'),
    notAccepted: refused.join('、'),
    demand: captured.get('demand') ?? '',
    hall: values['hallName'] ?? '',
    channel: state.channel,
  };
}
