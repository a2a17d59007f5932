import { z } from 'zod';
import { declareEvent } from '../declare-event.ts';
import { variantNameSchema } from '../library/line.ts';
import { channelSchema, roleSchema, stageSchema } from '../vocabulary.ts';
import { conversationDefinitionSchema } from './events.ts';
import {
  breakOffReasonSchema,
  conversationStateSchema,
  customerSchema,
  handOverAnswerSchema,
  handOverWhySchema,
  moodSchema,
  ownershipSchema,
  promiseSchema,
} from './terms.ts';

const atMs = z.int();
const onStage = z.strictObject({ stage: stageSchema, actionId: z.string() });
const offered = {
  fromId: z.string().nullable(),
  toId: z.string().nullable(),
  why: handOverWhySchema,
  note: z.string(),
  offeredAtMs: atMs,
  backsYuan: z.number().nonnegative().nullable(),
};

/** A conversation as it travels: everything the next step depends on, but the way back over the last ones. */
export const sharedStateSchema = z.strictObject({
  id: z.string(),
  revision: z.int().min(1),
  ownerId: z.string().nullable(),
  owners: z.array(ownershipSchema),
  handOver: z.strictObject(offered).nullable(),
  handOvers: z.array(
    z.strictObject({
      ...offered,
      answer: handOverAnswerSchema,
      byId: z.string().nullable(),
      words: z.string(),
      answeredAtMs: atMs,
      /** The revision that the answer led to; answers from before it was noted have none. */
      revision: z.int().optional(),
    }),
  ),
  backedYuan: z.number().nonnegative().nullable(),
  customerId: z.string(),
  definitionHash: z.string(),
  releaseVersion: z.string(),
  state: conversationStateSchema,
  brokenOff: breakOffReasonSchema.nullable(),
  channel: channelSchema,
  scene: z.string(),
  customer: customerSchema,
  mood: moodSchema.nullable(),
  stage: stageSchema,
  entered: z.array(z.strictObject({ stage: stageSchema, atMs })),
  ticked: z.array(onStage),
  again: z.array(onStage),
  fields: z.record(z.string(), z.string()),
  variables: z.record(z.string(), z.string()),
  tables: z.array(
    z.strictObject({
      tableId: z.string(),
      at: z.string(),
      path: z.array(z.strictObject({ nodeId: z.string(), answerId: z.string().nullable() })),
      accepted: z.boolean(),
    }),
  ),
  activeTable: z.string().nullable(),
  said: z.array(
    z.strictObject({ entryId: z.string(), version: z.int(), variant: variantNameSchema, stage: stageSchema, atMs }),
  ),
  note: z.string(),
  outcome: z.string().nullable(),
  promise: promiseSchema.nullable(),
  promiseKept: z.strictObject({ atMs, personId: z.string().nullable() }).nullable(),
  movedPromises: z.array(promiseSchema.extend({ why: z.string(), atMs })),
  workOrder: z.strictObject({ id: z.string(), number: z.string() }).nullable(),
  startedAtMs: atMs,
  changedAtMs: atMs,
  parkedAtMs: atMs.nullable(),
  parkedMs: z.int(),
  finishedAtMs: atMs.nullable(),
  summary: z.string(),
  corrections: z.array(z.strictObject({ atMs, personId: z.string().nullable(), text: z.string(), reason: z.string() })),
  carried: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  touched: z.record(z.string(), z.int()),
});
export type SharedState = z.infer<typeof sharedStateSchema>;

/** What a shared conversation is led by; told once by each desk that shares one, before the first that needs it. */
export const sharedDefinitionTold = declareEvent(
  'sharedConversation.definitionTold',
  1,
  z.strictObject({ definitionHash: z.string(), definition: conversationDefinitionSchema }),
);

/** The desk that has a conversation tells the others of the site where it stands: while it is offered, when that was answered, at its end, and when its promise is passed on. */
export const sharedConversationTold = declareEvent(
  'sharedConversation.told',
  1,
  z.strictObject({
    conversationId: z.string(),
    state: sharedStateSchema,
    /** Whom it names, by person: another desk may know only some of them. */
    names: z.record(z.string(), z.string()),
  }),
);

/** The customer had the answer they were promised, from whoever it was passed on to, at whichever desk. */
export const sharedPromiseKept = declareEvent(
  'sharedConversation.promiseKept',
  1,
  z.strictObject({ conversationId: z.string() }),
);

/** Whose steps were overtaken has been told. */
export const lostStepsSeen = declareEvent(
  'conversation.lostStepsSeen',
  1,
  z.strictObject({ conversationId: z.string() }),
);

/** Somebody at another desk than the one that has it does not take it; `offer` counts its hand-overs from 1. */
export const sharedOfferDeclined = declareEvent(
  'sharedConversation.offerDeclined',
  1,
  z.strictObject({ conversationId: z.string(), offer: z.int().min(1), role: roleSchema, words: z.string() }),
);
