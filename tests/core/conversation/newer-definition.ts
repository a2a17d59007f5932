import type { ConversationDefinition } from '#contract/conversation/events.ts';

/** The same flow as a later release might lead it: more to do, a field and an outcome less, a question asked otherwise. */
export function newerDefinition({ flow, tables }: ConversationDefinition): ConversationDefinition {
  const [gone] = flow.stages.flatMap((stage) => stage.fields.filter((field) => !isNeeded(field.id, flow)));
  return {
    flow: {
      ...flow,
      provenance: { ...flow.provenance, version: flow.provenance.version + 1 },
      stages: flow.stages.map((stage) => ({
        ...stage,
        required: [...stage.required, { id: 'newlyAsked', label: '新加的一项', hint: '', readBack: false }],
        fields: stage.fields.filter((field) => field.id !== gone?.id),
      })),
      outcomes: flow.outcomes.slice(0, -1),
    },
    tables: tables.slice(0, Math.max(1, tables.length - 1)).map((table) => ({
      ...table,
      nodes: table.nodes.map((node, index) =>
        node.type === 'question' && index === 1 ? { ...node, ask: `${node.ask}（新问法）` } : node,
      ),
    })),
  };
}

function isNeeded(fieldId: string, flow: ConversationDefinition['flow']): boolean {
  const all = flow.stages.flatMap((stage) => stage.fields);
  return (
    flow.stages.some((stage) => stage.exit.fields.includes(fieldId)) ||
    all.some((field) => field.onlyIf?.field === fieldId || (field.id === fieldId && field.required))
  );
}
