import type { ConversationDefinition } from '#contract/conversation/events.ts';
import type { PayloadOf } from '#contract/declare-event.ts';
import type { talkCounted } from '#contract/insight/events.ts';
import type { Stage } from '#contract/vocabulary.ts';
import { nodeOf, tableOf } from '../conversation/definition.ts';
import type { Conversation, TableRun } from '../conversation/state.ts';

export type TalkFigures = PayloadOf<typeof talkCounted>;

/** What is counted of a conversation that is over. Pure. */
export function talkFigures(
  state: Conversation,
  definition: ConversationDefinition,
  endedAtMs: number,
  repeatAfterDays: number | null,
): TalkFigures {
  const handedOver = state.owners.length > 1;
  const workOrder = state.workOrder !== null;
  const promiseOpen = state.promise !== null && state.promiseKept === null;
  return {
    conversationId: state.id,
    flowId: definition.flow.id,
    scene: state.scene,
    channel: state.channel,
    ownerId: state.ownerId,
    endedAtMs,
    brokenOff: state.brokenOff,
    outcome: state.outcome,
    firstContact: state.brokenOff === null && !handedOver && !workOrder && !promiseOpen,
    workOrder,
    handedOver,
    stages: stageTimes(state, endedAtMs),
    tables: state.tables.map((run) => walked(run, state, definition)),
    repeatAfterDays,
  };
}

/** Time between entering and leaving, summed a stage. What was parked is taken from the longest stay, where it lies. */
function stageTimes(
  { entered, parkedMs }: Pick<Conversation, 'entered' | 'parkedMs'>,
  endedAtMs: number,
): Partial<Record<Stage, number>> {
  // A clock that was set back makes no stay shorter than nothing.
  const stays = entered.map(({ stage, atMs }, index) => ({
    stage,
    ms: Math.max(0, (entered[index + 1]?.atMs ?? endedAtMs) - atMs),
  }));
  const longest = stays.reduce<(typeof stays)[number] | null>(
    (most, stay) => (most && most.ms >= stay.ms ? most : stay),
    null,
  );
  const times: Partial<Record<Stage, number>> = {};
  for (const stay of stays) {
    const ms = stay === longest ? Math.max(0, stay.ms - parkedMs) : stay.ms;
    times[stay.stage] = (times[stay.stage] ?? 0) + ms;
  }
  return times;
}

function walked(
  run: TableRun,
  { said }: Conversation,
  definition: ConversationDefinition,
): TalkFigures['tables'][number] {
  const table = tableOf(definition, run.tableId);
  const node = nodeOf(table, run.at);
  const finding = node?.type === 'finding' ? node : null;
  const refused = run.path.flatMap(({ nodeId, answerId }) => (answerId === null ? [nodeId] : []));
  const lines = [run.at, ...refused].flatMap((id) => {
    const reached = nodeOf(table, id);
    return reached?.type === 'finding' ? [reached.line] : [];
  });
  // Whoever took or refused a finding has heard it.
  const heard = run.accepted || refused.length > 0 || said.some(({ entryId }) => lines.includes(entryId));
  return {
    tableId: run.tableId,
    cleared: run.accepted || finding !== null || refused.length > 0,
    explained: heard,
    accepted: run.accepted,
    action: finding?.action.type ?? null,
  };
}
