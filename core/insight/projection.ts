import type { PayloadOf } from '#contract/declare-event.ts';
import { lintNoted, searchAnswered, talkCounted, zoneNoted } from '#contract/insight/events.ts';
import { lineCopied, lineSaid, missingReported } from '#contract/library.ts';
import { rehearsalScored } from '#contract/rehearsal/events.ts';
import { searchFailed } from '#contract/search-failures.ts';
import { siteRulesChanged } from '#contract/site-rules.ts';
import { stageSchema } from '#contract/vocabulary.ts';
import { limitTold, orderEvents, workOrderOpened } from '#contract/work-orders/events.ts';
import { workOrderDrafted } from '#contract/work-orders.ts';
import type { WriteHandle } from '../db/open.ts';
import type { OpenEvent } from '../journal/event.ts';
import { type Forgetting, on, projection } from '../journal/projection.ts';
import { countFact, type Fact, markTalk, noteZone } from './count-repo.ts';
import { countOrder, ERASED_ORDER, forgetOrder, noteCallback, noteLate, noteReopened } from './order-count-repo.ts';
import { answerBucket, stageBucket } from './spans.ts';

/** Limits that run out on a customer; the others are between departments. */
const CUSTOMERS_LIMITS: readonly string[] = ['reply', 'response'];

const countUse = (metric: 'copied' | 'said') => (db: WriteHandle, event: OpenEvent<PayloadOf<typeof lineCopied>>) => {
  const { entryId } = event.payload;
  // What people wrote for themselves is nobody else's business: only that it was used.
  countFact(db, event, { metric, key: entryId.startsWith('personal/') ? 'personal/' : entryId });
};

function countTalk(db: WriteHandle, event: OpenEvent<PayloadOf<typeof talkCounted>>): void {
  const { conversationId: ref, flowId, ownerId: personId, endedAtMs: atMs, ...talk } = event.payload;
  if (!markTalk(db, ref)) return;
  const count = (metric: Fact['metric'], key: string, value = 0) =>
    countFact(db, { installId: event.installId, atMs, personId }, { metric, key, value, ref });
  if (talk.brokenOff !== null) {
    count('brokenOff', `${flowId}|${talk.brokenOff}`);
    return;
  }
  count('talk', flowId);
  if (talk.firstContact) count('resolved', flowId);
  if (talk.outcome !== null) count('outcome', `${flowId}|${talk.outcome}`);
  if (talk.repeatAfterDays !== null) count('repeat', `${flowId}|${talk.repeatAfterDays}`);
  for (const stage of stageSchema.options) {
    const ms = talk.stages[stage];
    if (ms !== undefined) count(`stage.${stage}`, `${flowId}|${stageBucket(ms)}`, ms);
  }
  for (const { tableId, cleared, explained, accepted } of talk.tables) {
    count('table.started', tableId);
    if (cleared) count('table.cleared', tableId);
    if (explained) count('table.explained', tableId);
    if (accepted) count('table.accepted', tableId);
    else if (talk.handedOver) count('table.escalated', tableId);
    else if (talk.workOrder) count('table.order', tableId);
  }
}

const eraseOrder = (db: WriteHandle, event: OpenEvent<unknown>) => countOrder(db, event, event.id, ERASED_ORDER);

const DRAFTED = workOrderOpened.kind;

/** Orders go whole. A search that is let go of stays a search in vain on its day: only its words are gone. */
const forgetting: Forgetting = {
  forget(db, events) {
    const drafts = events.filter(({ kind }) => kind === DRAFTED);
    const going = new Set(drafts.map(workOrderIdOf));
    const orders = events.filter(({ kind }) => kind.startsWith('workOrder.'));
    if (!orders.every((event) => going.has(workOrderIdOf(event)))) return false;
    for (const id of going) forgetOrder(db, id);
    for (const event of drafts) eraseOrder(db, event);
    return true;
  },
};

const workOrderIdOf = ({ payload }: OpenEvent): string =>
  payload !== null && typeof payload === 'object' && 'workOrderId' in payload ? String(payload.workOrderId) : '';

/**
 * What insight counts, of this desk and of the others of the site. Days are those of the desk where it happened. Conversations
 * are counted by an event of their own once they are over, which holds nothing about the customer and so stays.
 */
export const insightProjection = projection(
  'insight',
  ['insight_fact', 'insight_sum', 'insight_talk', 'insight_order', 'insight_zone'],
  [
    on(zoneNoted, (db, { installId, atMs, payload }) => noteZone(db, installId, payload.timeZone, atMs)),
    on(siteRulesChanged, (db, { atMs, payload }) => {
      if (payload.set.timeZone !== undefined) noteZone(db, '', payload.set.timeZone, atMs);
      else if (payload.reset.includes('timeZone')) noteZone(db, '', '', atMs);
    }),
    on(lineCopied, countUse('copied')),
    on(lineSaid, countUse('said')),
    on(searchAnswered, (db, event) => {
      const { how, entryId, ms } = event.payload;
      const key = `${entryId.split('/')[0]}/|${answerBucket(ms)}`;
      countFact(db, event, { metric: `answered.${how}`, key, value: ms, ref: entryId });
    }),
    on(
      searchFailed,
      (db, event) => countFact(db, event, { metric: 'failed', key: '', ref: event.id }),
      (db, event) => countFact(db, event, { metric: 'failed', key: '', ref: event.id }),
    ),
    on(
      missingReported,
      (db, event) => countFact(db, event, { metric: 'reported', key: '', ref: event.id }),
      (db, event) => countFact(db, event, { metric: 'reported', key: '', ref: event.id }),
    ),
    on(talkCounted, countTalk),
    on(lintNoted, (db, event) => {
      const { ruleId, what, conversationId: ref } = event.payload;
      countFact(db, event, { metric: `lint.${what}`, key: ruleId, ref });
    }),
    on(rehearsalScored, (db, event) => {
      for (const [norm, percent] of Object.entries(event.payload.norms)) {
        countFact(db, event, { metric: 'norm', key: norm, value: percent, ref: event.payload.runId });
      }
    }),
    on(
      workOrderDrafted,
      (db, event) => countOrder(db, event, event.payload.workOrderId, event.payload.category),
      eraseOrder,
    ),
    on(
      workOrderOpened,
      (db, event) => countOrder(db, event, event.payload.workOrderId, event.payload.category),
      eraseOrder,
    ),
    on(limitTold, (db, { atMs, payload: { workOrderId, limit, moment } }) => {
      if (moment === 'atLimit' && CUSTOMERS_LIMITS.includes(limit)) noteLate(db, workOrderId, atMs);
    }),
    on(orderEvents.reopen, (db, { payload }) => noteReopened(db, payload.workOrderId)),
    on(orderEvents.callBack, (db, { atMs, payload }) => noteCallback(db, payload.workOrderId, payload.result, atMs)),
  ],
  () => true,
  () => false,
  forgetting,
);
