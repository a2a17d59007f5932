import { z } from 'zod';
import { declareEvent } from '../declare-event.ts';
import { decisionTableSchema } from '../library/decision-table.ts';
import { flowSchema } from '../library/flow.ts';
import { channelSchema, roleSchema, stageSchema } from '../vocabulary.ts';
import { breakOffReasonSchema, customerSchema, handOverWhySchema, moodSchema, undoableSchema } from './terms.ts';

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
    /** The post of whoever was asked first; events from before it was noted are an agent's. */
    role: roleSchema.optional(),
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
/** The line put before the agent with the finding that was reached, in the version in force at that moment. */
const shown = z.strictObject({ entryId: z.string(), version: z.int() }).optional();
export const questionAnswered = declareEvent(
  'conversation.questionAnswered',
  1,
  z.strictObject({ ...of, tableId: z.string(), nodeId: z.string(), answerId: z.string(), to: z.string(), shown }),
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
  z.strictObject({ ...of, tableId: z.string(), nodeId: z.string(), to: z.string(), shown }),
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

/** Offered to a person, or (null) to whichever lead takes it. Until somebody accepts, the first owner stays responsible. */
export const handOverOffered = declareEvent(
  'conversation.handOverOffered',
  1,
  z.strictObject({
    ...of,
    toId: z.string().nullable(),
    why: handOverWhySchema,
    note: z.string(),
    /** A lead gives it back with this much settled, in yuan; null when it says nothing about money. */
    backsYuan: z.number().nonnegative().nullable(),
  }),
);
export const handOverAccepted = declareEvent(
  'conversation.handOverAccepted',
  1,
  z.strictObject({ ...of, personId: z.string(), role: roleSchema }),
);
export const handOverDeclined = declareEvent(
  'conversation.handOverDeclined',
  1,
  z.strictObject({ ...of, words: z.string() }),
);
export const handOverWithdrawn = declareEvent('conversation.handOverWithdrawn', 1, z.strictObject(of));

/** The last step was a slip: what it changed is as before. `revision` is the one that step led to. */
export const stepUndone = declareEvent(
  'conversation.undone',
  1,
  z.strictObject({ ...of, what: undoableSchema, revision: z.int().min(1) }),
);

/** Goes on under a newer definition; what that one has no place for is carried along in words or asked again. */
export const movedToRelease = declareEvent(
  'conversation.movedToRelease',
  1,
  z.strictObject({
    ...of,
    definitionHash: z.string(),
    releaseVersion: z.string(),
    flowVersion: z.int(),
    /** Ticks that stay, and fields that no longer have a place, with what they held. */
    ticked: z.array(z.strictObject({ stage: stageSchema, actionId: z.string() })),
    carried: z.array(z.strictObject({ fieldId: z.string(), label: z.string(), value: z.string() })),
    /** Every table as far as its way still leads, and the one being walked. */
    tables: z.array(
      z.strictObject({
        tableId: z.string(),
        at: z.string(),
        path: z.array(z.strictObject({ nodeId: z.string(), answerId: z.string().nullable() })),
        accepted: z.boolean(),
      }),
    ),
    activeTable: z.string().nullable(),
    outcome: z.string().nullable(),
  }),
);

/** The customer had the answer that was promised; until then the promise stays listed. */
export const promiseKept = declareEvent('conversation.promiseKept', 1, z.strictObject(of));
/** Told to the customer before it was due: another time. Also after the end. */
export const promiseMoved = declareEvent(
  'conversation.promiseMoved',
  1,
  z.strictObject({ ...of, text: z.string(), dueAtMs: z.int(), why: z.string() }),
);
