import { z } from 'zod';

/**
 * `yyMMdd-NNN`: the desk's calendar day and a count from 001 within it. Where two desks gave the same, each is shown with a
 * mark of its own, `yyMMdd-NNN-XX`; events carry the number as it was given.
 */
export const workOrderNumberSchema = z.string().regex(/^\d{6}-\d{3,}(?:-[2-9A-Z]{2,})?$/);

/**
 * Where an order stands. `passedOn` waits for the next department to sign; `returned` failed its recheck; `inReview` is a
 * 不满单 that somebody one level up still has to look at; `reopened` follows an unsatisfied callback.
 */
export const workOrderStateSchema = z.enum([
  'drafted',
  'dispatched',
  'signedFor',
  'verified',
  'passedOn',
  'handled',
  'answered',
  'rechecked',
  'returned',
  'inReview',
  'closed',
  'reopened',
]);
export type WorkOrderState = z.infer<typeof workOrderStateSchema>;

/** How the matter reached the house. */
export const orderSourceSchema = z.enum(['hotline', 'hall', 'letter', 'suggestionBook', 'chat']);
export type OrderSource = z.infer<typeof orderSourceSchema>;

/** What makes a contact an order; an enquiry is answered from the library and is none. */
export const orderTriggerSchema = z.enum(['demand', 'displeasure', 'proposal']);
export type OrderTrigger = z.infer<typeof orderTriggerSchema>;

export const greenServiceSchema = z.enum(['booking', 'entrusted', 'goods', 'device']);
export type GreenService = z.infer<typeof greenServiceSchema>;
export const urgencySchema = z.enum(['normal', 'urgent']);

/** The green channel's own template (绿色通道单). */
export const greenChannelSchema = z.strictObject({
  service: greenServiceSchema,
  urgency: urgencySchema,
  /** Which of the service's conditions holds; an id of its rule. */
  condition: z.string().min(1).max(40),
  wanted: z.string().trim().min(1).max(500),
  explained: z.string().trim().min(1).max(1_000),
  notAccepted: z.string().trim().min(1).max(500),
  demand: z.string().trim().min(1).max(500),
  identity: z.enum(['passed', 'failed', 'notNeeded']),
  leadNumber: z.string().trim().min(1).max(40),
  hall: z.string().trim().min(1).max(80),
  /** The branch contact is rung at the same moment; a message where nobody answers. */
  branchTold: z.enum(['voice', 'sms']),
});
export type GreenChannel = z.infer<typeof greenChannelSchema>;

/** Whose doing the matter was; `customer` closes only as a 不满单. */
export const orderCauseSchema = z.enum(['ours', 'unclear', 'customer']);
export type OrderCause = z.infer<typeof orderCauseSchema>;

/** The limits an order can have, each with its own clock. */
export const orderLimitSchema = z.enum(['response', 'result', 'reply', 'callback']);
export type OrderLimit = z.infer<typeof orderLimitSchema>;

/** Who hears of a limit, from the nearest up. */
export const watchLevelSchema = z.enum(['owner', 'lead', 'areaManager', 'trafficMonitor']);
export type WatchLevel = z.infer<typeof watchLevelSchema>;

export const callbackResultSchema = z.enum(['satisfied', 'unsatisfied', 'notReached']);

/** A big or delicate matter; each has a level and people who must be told. */
export const alertKindSchema = z.enum(['massComplaint', 'media', 'regulator', 'safety', 'legal', 'dataLeak']);
export type AlertKind = z.infer<typeof alertKindSchema>;

/** One thing the order carries so that nobody has to ring again. */
export const workOrderFieldSchema = z.object({
  id: z.string(),
  label: z.string(),
  value: z.string(),
  personal: z.boolean(),
});
export type WorkOrderField = z.infer<typeof workOrderFieldSchema>;

/** Why a step was refused, or why one that was taken elsewhere at the same time no longer counts. */
export const orderRefusalSchema = z.enum([
  /** Another role takes this step. */
  'notYourRole',
  /** The order stands elsewhere. */
  'wrongState',
  /** The customer hears the answer first, then it is rechecked. */
  'answerFirst',
  /** It is rechecked first, then the customer hears the answer or it is closed. */
  'recheckFirst',
  /** `missing` lists what the order has to carry first. */
  'fieldsMissing',
  /** Whoever handled it does not recheck it. */
  'ownHandling',
  /** The limit is over: it is handled here, not passed on. */
  'limitPassed',
  /** The department is not the next one on this order's route. */
  'notOnRoute',
  /** The customer has not accepted the answer, and it is no abnormal case. */
  'notAccepted',
  /** The customer's own cause closes only as a 不满单, after its review. */
  'needsReview',
  /** The review said that it is no 不满单: it has to be handled first. */
  'alreadyReviewed',
  /** A review comes from one level above whoever proposed it. */
  'notOneLevelUp',
  /** Only a green-channel order has this step. */
  'notGreen',
  /** A pre-handling is on record already. */
  'alreadyDone',
  /** Entrusted handling needs the identity check passed. */
  'identityNotPassed',
  /** None of the service's conditions holds. */
  'conditionMissing',
  /** The dissatisfied callback has not been audited yet. */
  'auditMissing',
  /** Nothing to audit, or audited already. */
  'nothingToAudit',
  /** Nobody has said that they are unsatisfied. */
  'notUnsatisfied',
  /** The customer is satisfied: no further callback is due. */
  'alreadySatisfied',
  /** The promised moment is past, or later than the house promises. */
  'promiseUnfit',
  /** An abnormal case is closed with what was learnt from it. */
  'lessonMissing',
]);
export type OrderRefusal = z.infer<typeof orderRefusalSchema>;
