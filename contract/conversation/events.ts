import { z } from 'zod';
import { declareEvent } from '../declare-event.ts';
import { decisionTableSchema } from '../library/decision-table.ts';
import { flowSchema } from '../library/flow.ts';
import { channelSchema, stageSchema } from '../vocabulary.ts';
import { breakOffReasonSchema, customerSchema, moodSchema } from './terms.ts';

const of = { conversationId: z.string() };

/** The flow and its tables as a conversation keeps them for its whole life, whatever a later release changes. */
export const conversationDefinitionSchema = z.strictObject({
  flow: flowSchema,
  tables: z.array(decisionTableSchema),
});
export type ConversationDefinition = z.infer<typeof conversationDefinitionSchema>;

/** Written once for every definition that a conversation on this desk was ever started with. */
export const definitionPinned = declareEvent(
  'conversation.definitionPinned',
  1,
  z.strictObject({ definitionHash: z.string(), releaseVersion: z.string(), definition: conversationDefinitionSchema }),
);

export const conversationStarted = declareEvent(
  'conversation.started',
  1,
  z.strictObject({
    ...of,
    /** The random id under which the customer's data can be erased. */
    customerId: z.string(),
    definitionHash: z.string(),
    releaseVersion: z.string(),
    flowId: z.string(),
    flowVersion: z.int(),
    channel: channelSchema,
    scene: z.string(),
    customer: customerSchema,
  }),
);
export const customerNoted = declareEvent(
  'conversation.customerNoted',
  1,
  z.strictObject({ ...of, customer: customerSchema }),
);
const actionPayload = { ...of, stage: stageSchema, actionId: z.string() };
export const actionTicked = declareEvent('conversation.actionTicked', 1, z.strictObject(actionPayload));
/** `changed`: what had been read back was changed afterwards, so the yes no longer covers it. */
export const actionUnticked = declareEvent(
  'conversation.actionUnticked',
  1,
  z.strictObject({ ...actionPayload, why: z.enum(['slip', 'changed']) }),
);
/** An empty value takes the field back. */
export const fieldCaptured = declareEvent(
  'conversation.fieldCaptured',
  1,
  z.strictObject({ ...of, fieldId: z.string(), value: z.string() }),
);
/** A gap of a line, filled on the desk, for which no field captures the same. */
export const variableFilled = declareEvent(
  'conversation.variableFilled',
  1,
  z.strictObject({ ...of, name: z.string(), value: z.string() }),
);
export const noteWritten = declareEvent('conversation.noteWritten', 1, z.strictObject({ ...of, text: z.string() }));
export const moodMarked = declareEvent(
  'conversation.moodMarked',
  1,
  z.strictObject({ ...of, mood: moodSchema.nullable() }),
);
export const tableStarted = declareEvent(
  'conversation.tableStarted',
  1,
  z.strictObject({ ...of, tableId: z.string(), at: z.string() }),
);
export const questionAnswered = declareEvent(
  'conversation.questionAnswered',
  1,
  z.strictObject({ ...of, tableId: z.string(), nodeId: z.string(), answerId: z.string(), to: z.string() }),
);
export const questionRevisited = declareEvent(
  'conversation.questionRevisited',
  1,
  z.strictObject({ ...of, tableId: z.string(), nodeId: z.string() }),
);
export const findingAccepted = declareEvent(
  'conversation.findingAccepted',
  1,
  z.strictObject({ ...of, tableId: z.string(), nodeId: z.string() }),
);
export const findingRefused = declareEvent(
  'conversation.findingRefused',
  1,
  z.strictObject({ ...of, tableId: z.string(), nodeId: z.string(), to: z.string() }),
);
export const outcomeChosen = declareEvent(
  'conversation.outcomeChosen',
  1,
  z.strictObject({ ...of, outcomeId: z.string() }),
);
export const promiseMade = declareEvent(
  'conversation.promiseMade',
  1,
  z.strictObject({ ...of, text: z.string(), dueAtMs: z.int() }),
);
export const workOrderOpened = declareEvent(
  'conversation.workOrderOpened',
  1,
  z.strictObject({ ...of, workOrderId: z.string(), number: z.string() }),
);
const betweenStages = z.strictObject({ ...of, from: stageSchema, to: stageSchema });
export const stageAdvanced = declareEvent('conversation.stageAdvanced', 1, betweenStages);
export const steppedBack = declareEvent('conversation.steppedBack', 1, betweenStages);
export const conversationParked = declareEvent('conversation.parked', 1, z.strictObject(of));
export const conversationResumed = declareEvent('conversation.resumed', 1, z.strictObject(of));
export const conversationFinished = declareEvent(
  'conversation.finished',
  1,
  z.strictObject({ ...of, summary: z.string() }),
);
/** Ended before the four stages were through: recorded as what it is, without an outcome. */
export const conversationBrokenOff = declareEvent(
  'conversation.brokenOff',
  1,
  z.strictObject({ ...of, reason: breakOffReasonSchema, summary: z.string() }),
);
/** A correction of a finished record: new, and pointing at the old one. */
export const conversationCorrected = declareEvent(
  'conversation.corrected',
  1,
  z.strictObject({ ...of, text: z.string(), reason: z.string() }),
);
