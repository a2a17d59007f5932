import { z } from 'zod';
import { breakOffReasonSchema } from '../conversation/terms.ts';
import { declareEvent } from '../declare-event.ts';
import { tableActionSchema } from '../library/decision-table.ts';
import { channelSchema, stageSchema } from '../vocabulary.ts';

/** A search that ended with a line: from the first letter to the line, in ms. What was typed is not kept here. */
export const searchAnswered = declareEvent(
  'usage.searchAnswered',
  1,
  z.strictObject({ how: z.enum(['copied', 'said']), entryId: z.string(), ms: z.int().min(0) }),
);

const walkedTableSchema = z.strictObject({
  tableId: z.string(),
  /** Far enough for a finding, and its explanation was given. */
  cleared: z.boolean(),
  explained: z.boolean(),
  accepted: z.boolean(),
  /** What the finding reached asks for. */
  action: tableActionSchema.shape.type.nullable(),
});

/** What is counted of a conversation once it is over. Nothing of it says who the customer was, so it outlives an erasure. */
export const talkCounted = declareEvent(
  'usage.talkCounted',
  1,
  z.strictObject({
    conversationId: z.string(),
    flowId: z.string(),
    scene: z.string(),
    channel: channelSchema,
    ownerId: z.string().nullable(),
    endedAtMs: z.int(),
    brokenOff: breakOffReasonSchema.nullable(),
    outcome: z.string().nullable(),
    /** Settled within this one contact: nothing handed on, no order, no promise left open. */
    firstContact: z.boolean(),
    workOrder: z.boolean(),
    handedOver: z.boolean(),
    /** Time in each stage that was entered, in ms, without the time it was parked. */
    stages: z.partialRecord(stageSchema, z.int().min(0)),
    tables: z.array(walkedTableSchema),
    /** Whole days since the same customer came with the same matter; null: not before. */
    repeatAfterDays: z.int().min(0).nullable(),
  }),
);

/** Words in a note that should not stand there like that: when they turned up, and when they were put another way. */
export const lintNoted = declareEvent(
  'usage.lintNoted',
  1,
  z.strictObject({ conversationId: z.string(), ruleId: z.string(), what: z.enum(['hit', 'mended']) }),
);

/** By which zone the days of this desk are counted, until its site chooses one. */
export const zoneNoted = declareEvent('usage.zoneNoted', 1, z.strictObject({ timeZone: z.string().max(60) }));
