import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { WalkView } from '#contract/conversation/view.ts';
import { nodeOf, tableOf } from './definition.ts';
import type { Conversation } from './state.ts';

/** The way through every table that was begun: what was asked, what was answered, what came of it. */
export function walkViews({ tables }: Pick<Conversation, 'tables'>, definition: ConversationDefinition): WalkView[] {
  return tables.flatMap((run): WalkView[] => {
    const table = tableOf(definition, run.tableId);
    const at = nodeOf(table, run.at);
    if (!table || !at) return [];
    const steps = run.path.flatMap(({ nodeId, answerId }): WalkView['steps'] => {
      const node = nodeOf(table, nodeId);
      if (!node) return [];
      if (node.type === 'finding') return [{ nodeId, text: node.title, answer: null }];
      const answer = node.answers.find((one) => one.id === answerId);
      return answer ? [{ nodeId, text: node.ask, answer: answer.label }] : [];
    });
    const end = at.type === 'finding' ? at.title : at.ask;
    const endIs = at.type === 'question' ? 'question' : run.accepted ? 'accepted' : 'finding';
    return [{ entryId: table.id, title: table.title, steps, end, endIs }];
  });
}
