import type { Person } from '#contract/people.ts';
import { defaultRules } from '#contract/site-rules.ts';
import { workOrderDrafted } from '#contract/work-orders.ts';
import { createConversationDesk } from '#core/conversation/conversation-desk.ts';
import { conversationProjection } from '#core/conversation/projection.ts';
import type { Conversation } from '#core/conversation/state.ts';
import type { StepInput } from '#core/conversation/step-input.ts';
import { migrations } from '#core/db/migrations/all-migrations.ts';
import type { WriteHandle } from '#core/db/open.ts';
import { createCatalogue } from '#core/library/catalogue.ts';
import { draftWorkOrder } from '#core/work-orders/draft-work-order.ts';
import { workOrdersProjection } from '#core/work-orders/projection.ts';
import { nextWorkOrderNumber } from '#core/work-orders/work-order-number.ts';
import { fixedIds } from '#tests/harness/fixed-ids.ts';
import { openJournal, testFolder } from '#tests/harness/open-journal.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';

export const agent: Person = { id: 'person-1', name: '张敏', role: 'agent', hasPin: false, sample: true };
export const projectedTables = [...conversationProjection.tables, ...workOrdersProjection.tables];
const ZONE = 'Asia/Shanghai';

/** Conversations over a real journal in a folder; opening the folder again is a restart of the core. */
export function openConversations(folder = testFolder(), release = shippedRelease()) {
  const opened = openJournal(folder, {
    projections: [conversationProjection, workOrdersProjection],
    prepare(db: WriteHandle) {
      if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'conversation'").get() !== undefined) return;
      // The journal's own table is there already.
      for (const { version, up } of migrations) if (version > 10) up(db);
    },
  });
  const { db, journal, clock } = opened;
  const desk = createConversationDesk({
    db,
    journal,
    clock,
    ids: fixedIds(),
    catalogue: createCatalogue(release),
    rules: () => defaultRules,
  });
  return {
    ...opened,
    desk,
    do(conversationId: string, ...inputs: StepInput[]): Conversation {
      for (const input of inputs) {
        clock.advance(1_000);
        desk.step(agent, conversationId, input);
      }
      return desk.load(conversationId).state;
    },
    /** Opens the work order as the call does: both events in one transaction. */
    openWorkOrder(conversationId: string): string {
      const number = nextWorkOrderNumber(db, clock.nowMs(), ZONE);
      const workOrderId = `order-${number}`;
      desk.step(agent, conversationId, { type: 'openWorkOrder', workOrderId, number }, (tx, { state, definition }) =>
        tx.append(
          workOrderDrafted,
          draftWorkOrder(state, definition, { workOrderId, number, category: undefined, matter: undefined }),
          [state.customerId],
        ),
      );
      return number;
    },
  };
}

/** Everything up to the stage in which things are resolved, without a table. */
export const untilResolve: readonly StepInput[] = [
  { type: 'captureField', fieldId: 'matter', value: '家里打不通' },
  { type: 'captureField', fieldId: 'demand', value: '尽快修好' },
  ...['soothe', 'hearOut', 'oneByOne', 'readBack'].map(
    (actionId): StepInput => ({ type: 'tickAction', stage: 'accept', actionId }),
  ),
  { type: 'advanceStage', from: 'accept' },
  { type: 'captureField', fieldId: 'cause', value: 'unclear' },
  ...['theirSide', 'proofFirst', 'causeTold'].map(
    (actionId): StepInput => ({ type: 'tickAction', stage: 'clarify', actionId }),
  ),
  { type: 'advanceStage', from: 'clarify' },
];
