import { z } from 'zod';
import { deadlineSchema } from '../deadlines.ts';
import { declareEvent } from '../declare-event.ts';
import { roleSchema } from '../vocabulary.ts';
import { draftedShape } from './drafted-shape.ts';
import { stepShapes } from './steps.ts';
import {
  greenChannelSchema,
  orderLimitSchema,
  orderSourceSchema,
  orderTriggerSchema,
  watchLevelSchema,
} from './terms.ts';

/** An order opened without a conversation's table, or as a green channel. Version 1 is the conversation's (contract/work-orders.ts). */
export const workOrderOpened = declareEvent(
  'workOrder.drafted',
  2,
  z.strictObject({
    ...draftedShape,
    source: orderSourceSchema,
    trigger: orderTriggerSchema,
    /** Id of the kind of matter, among the kinds of core/work-orders/rules. */
    orderKind: z.string(),
    green: greenChannelSchema.nullable(),
    /** When the hall's first response is due; only for the green channel. */
    responseDue: deadlineSchema.nullable(),
  }),
);

/**
 * Every step carries `orderRevision`, one more than the highest its desk had seen on the order: that, and only then the
 * clock, puts steps of several desks in one order. `actingAs` is the role in which it was taken.
 */
const of = { workOrderId: z.string(), orderRevision: z.int().min(2), actingAs: roleSchema };

export const orderEvents = {
  dispatch: declareEvent('workOrder.dispatched', 1, z.strictObject({ ...of, ...stepShapes.dispatch })),
  signFor: declareEvent('workOrder.signedFor', 1, z.strictObject({ ...of, ...stepShapes.signFor })),
  verify: declareEvent('workOrder.verified', 1, z.strictObject({ ...of, ...stepShapes.verify })),
  passOn: declareEvent('workOrder.passedOn', 1, z.strictObject({ ...of, ...stepShapes.passOn })),
  preHandle: declareEvent('workOrder.preHandled', 1, z.strictObject({ ...of, ...stepShapes.preHandle })),
  handle: declareEvent('workOrder.handled', 1, z.strictObject({ ...of, ...stepShapes.handle })),
  answer: declareEvent('workOrder.answered', 1, z.strictObject({ ...of, ...stepShapes.answer })),
  passRecheck: declareEvent('workOrder.rechecked', 1, z.strictObject({ ...of, ...stepShapes.passRecheck })),
  failRecheck: declareEvent('workOrder.returned', 1, z.strictObject({ ...of, ...stepShapes.failRecheck })),
  /** `callbackDue` is null where no callback is due. */
  close: declareEvent(
    'workOrder.closed',
    1,
    z.strictObject({ ...of, ...stepShapes.close, callbackDue: deadlineSchema.nullable() }),
  ),
  proposeDissatisfaction: declareEvent(
    'workOrder.dissatisfactionProposed',
    1,
    z.strictObject({ ...of, ...stepShapes.proposeDissatisfaction }),
  ),
  reviewDissatisfaction: declareEvent(
    'workOrder.dissatisfactionReviewed',
    1,
    z.strictObject({ ...of, ...stepShapes.reviewDissatisfaction }),
  ),
  callBack: declareEvent('workOrder.calledBack', 1, z.strictObject({ ...of, ...stepShapes.callBack })),
  reopen: declareEvent('workOrder.reopened', 1, z.strictObject({ ...of, ...stepShapes.reopen })),
  auditCallback: declareEvent('workOrder.callbackAudited', 1, z.strictObject({ ...of, ...stepShapes.auditCallback })),
  remind: declareEvent('workOrder.chased', 1, z.strictObject({ ...of, ...stepShapes.remind })),
  handOver: declareEvent('workOrder.handedOver', 1, z.strictObject({ ...of, ...stepShapes.handOver })),
  tellCustomer: declareEvent('workOrder.customerTold', 1, z.strictObject({ ...of, ...stepShapes.tellCustomer })),
  note: declareEvent('workOrder.noted', 1, z.strictObject({ ...of, ...stepShapes.note })),
  fillFields: declareEvent('workOrder.fieldsFilled', 1, z.strictObject({ ...of, ...stepShapes.fillFields })),
  markAbnormal: declareEvent('workOrder.markedAbnormal', 1, z.strictObject({ ...of, ...stepShapes.markAbnormal })),
  lookAtNumber: declareEvent('workOrder.numberShown', 1, z.strictObject({ ...of, ...stepShapes.lookAtNumber })),
} as const;

/** The desk itself said that a limit is near or over; once for each order, limit, moment and due time. */
export const limitTold = declareEvent(
  'workOrder.limitTold',
  1,
  z.strictObject({
    workOrderId: z.string(),
    orderRevision: z.int().min(2),
    limit: orderLimitSchema,
    moment: z.enum(['before', 'atLimit']),
    dueAtMs: z.int(),
    tell: z.array(watchLevelSchema),
  }),
);
