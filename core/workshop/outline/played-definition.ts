import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { DecisionTable } from '#contract/library/decision-table.ts';
import type { Flow } from '#contract/library/flow.ts';
import type { Stage } from '#contract/vocabulary.ts';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import { pinDefinition, startableFlows } from '#core/conversation/pin-definition.ts';
import { type Conversation, startedConversation } from '#core/conversation/state.ts';
import type { Catalogue } from '#core/library/catalogue.ts';
import { looseFlow, looseTable } from './loose-outline.ts';

/** A conversation that never happened, in which a draft stands as if it were in force. */
export interface Played {
  readonly definition: ConversationDefinition;
  readonly begun: Conversation;
}

/** Nobody in particular: whoever tries a draft out looks after the conversation that is made up for it. */
export const PLAYER = 'player';

/** Where a draft is tried out: a flow from its beginning, a table in the stage that walks it. Null for other kinds. */
export function playedDefinition(entry: LooseEntry, catalogue: Catalogue, atMs: number): Played | null {
  const flow = looseFlow(entry);
  if (flow !== null) return { definition: pinDefinition(catalogue, flow).definition, begun: begin(flow, atMs) };
  const table = looseTable(entry);
  return table === null ? null : tablePlayed(table, catalogue, atMs);
}

/** The table in the flow that lists it, or in the first one, of which it is made a part. */
export function tablePlayed(table: DecisionTable, catalogue: Catalogue, atMs: number): Played | null {
  const flows = startableFlows(catalogue);
  const listed = (flow: Flow) => flow.stages.find(({ tables }) => tables.includes(table.id))?.stage;
  const home = flows.find((flow) => listed(flow) !== undefined);
  const flow = home ?? flows.find(({ scene }) => scene === table.scene) ?? flows[0];
  if (flow === undefined) return null;
  const stage: Stage = listed(flow) ?? 'clarify';
  const stages = flow.stages.map((one) =>
    one.stage === stage ? { ...one, tables: [...new Set([...one.tables, table.id])] } : one,
  );
  const { definition } = pinDefinition(catalogue, { ...flow, stages });
  const tables = [...definition.tables.filter(({ id }) => id !== table.id), table];
  const run = { tableId: table.id, at: table.start, path: [], accepted: false };
  const begun = { ...begin(flow, atMs), stage, tables: [run], activeTable: table.id };
  return { definition: { ...definition, tables }, begun };
}

const begin = (flow: Flow, atMs: number): Conversation =>
  startedConversation(
    {
      ...{ conversationId: 'played', customerId: 'played', definitionHash: '', releaseVersion: '' },
      ...{ flowId: flow.id, flowVersion: 1, channel: 'counter', scene: flow.scene, customer: { tier: 'standard' } },
      role: 'agent',
    },
    PLAYER,
    atMs,
  );
