import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { channelSchema } from './vocabulary.ts';
import { draftedShape } from './work-orders/drafted-shape.ts';
import { endShiftInput, endShiftResult, shiftViewSchema } from './work-orders/shifts.ts';
import { orderStepSchema } from './work-orders/steps.ts';
import {
  greenChannelSchema,
  orderRefusalSchema,
  orderSourceSchema,
  workOrderFieldSchema,
  workOrderStateSchema,
} from './work-orders/terms.ts';
import { orderFormSchema, workOrderSummarySchema, workOrderViewSchema } from './work-orders/view.ts';

const ofOrder = { workOrderId: z.string() };
const shownNumbersSchema = z.object({
  numbers: z.array(z.object({ label: z.string(), value: z.string() })),
  hideAfterMs: z.int().min(1),
});
const step = command.errors({ notFound: callErrors.notFound, stepRefused: callErrors.stepRefused });
const open = step.errors({ notAllowed: callErrors.notAllowed }).output(workOrderViewSchema);
const customerShape = {
  matter: z.string().trim().min(2).max(60),
  customerName: z.string().trim().max(20).nullable(),
  customerNumber: z.string().trim().max(20).nullable(),
};

/** Most orders that one bulk step goes over. */
export const BULK_MAX = 100;

export const workOrdersContract = {
  /** Orders with something still to be done, and those settled within the last week; the next limit first. */
  list: query
    .input(
      z.object({ state: workOrderStateSchema.optional(), limit: z.int().min(1).max(1_000).default(500) }).prefault({}),
    )
    .output(z.array(workOrderSummarySchema)),
  view: query.errors({ notFound: callErrors.notFound }).input(z.object(ofOrder)).output(workOrderViewSchema),
  /** Kinds, fields and services that a new order can have. */
  form: query.output(orderFormSchema),
  /** One step on one order. A refusal names its reason; `stepRefused.reason` is one of `orderRefusalSchema`. */
  act: step.input(z.object({ ...ofOrder, step: orderStepSchema })).output(workOrderViewSchema),
  /**
   * The whole numbers of an order, for whoever calls the customer: that they were looked at, by whom and why, stands in its
   * history before they are shown. An empty label is the customer's own number.
   */
  showNumber: step
    .input(z.object({ ...ofOrder, reason: z.string().trim().min(2).max(120) }))
    .output(shownNumbersSchema),
  /** The same step on several orders, each decided by itself: what was refused is listed, the rest is done. */
  actOnMany: command
    .input(z.object({ workOrderIds: z.array(z.string()).min(1).max(BULK_MAX), step: orderStepSchema }))
    .output(z.array(z.object({ workOrderId: z.string(), number: z.string(), refused: orderRefusalSchema.nullable() }))),
  /** Opens an order without a table: a letter, the suggestion book, a matter told at the counter. An enquiry is refused. */
  open: open.input(
    z.object({
      ...customerShape,
      orderKind: z.string(),
      source: orderSourceSchema,
      channel: channelSchema,
      signs: z.object({
        concreteDemand: z.boolean(),
        strongDispleasure: z.boolean(),
        concreteProposal: z.boolean(),
      }),
      fields: z.array(workOrderFieldSchema.strict()).max(40),
    }),
  ),
  /** Leads and above open a green-channel order; the template can be filled from a conversation first. */
  openGreen: open.input(
    z.object({
      ...customerShape,
      conversationId: z.string().nullable(),
      channel: channelSchema,
      green: greenChannelSchema,
    }),
  ),
  /** The green-channel template as a conversation fills it. */
  greenTemplate: query
    .errors({ notFound: callErrors.notFound, notAllowed: callErrors.notAllowed })
    .input(z.object({ conversationId: z.string() }))
    .output(
      z.object({
        customerName: z.string(),
        customerNumber: z.string(),
        matter: z.string(),
        wanted: z.string(),
        explained: z.string(),
        notAccepted: z.string(),
        demand: z.string(),
        hall: z.string(),
        channel: channelSchema,
      }),
    ),
  /** The person has seen that steps of theirs on an order did not count: another desk was first. */
  seeLostSteps: command.input(z.object(ofOrder)).output(z.null()),
  /** What the person who is signed in has in hand, to whom it can go, and what others left. */
  shift: query.output(shiftViewSchema),
  /** Hands over and ends the shift; what stays in hand is told to the leads. */
  endShift: command.errors({ notFound: callErrors.notFound }).input(endShiftInput).output(endShiftResult),
  /** A lead has seen what somebody left. */
  seeLeft: command
    .errors({ notAllowed: callErrors.notAllowed })
    .input(z.object({ endId: z.string() }))
    .output(z.null()),
  /** A promise that was passed on is kept: the customer had the answer. */
  keepPromise: command
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ conversationId: z.string() }))
    .output(z.null()),
  /** The numbers behind a promise that was passed on, for whoever keeps it now; that they looked is recorded first. */
  showPromiseNumber: command
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ conversationId: z.string(), reason: z.string().trim().min(2).max(120) }))
    .output(shownNumbersSchema),
  /** The chosen orders as a workbook, or as .csv where the chosen file is one; numbers masked. */
  export: command
    .errors({ notFound: callErrors.notFound, storageFull: callErrors.storageFull })
    .input(z.object({ workOrderIds: z.array(z.string()).min(1).max(1_000), fileToken: z.string().min(1).max(60) }))
    .output(z.object({ exported: z.int() })),
};

/** Drafted by a conversation from what its table captured. Version 2 is `workOrderOpened` of contract/work-orders/events.ts. */
export const workOrderDrafted = declareEvent('workOrder.drafted', 1, z.strictObject(draftedShape));

/** The conversation an order came from was erased; what was promised to the customer in it stays with the order. */
export const orderPromiseHeld = declareEvent(
  'workOrder.promiseHeld',
  1,
  z.strictObject({ workOrderId: z.string(), dueAtMs: z.int(), text: z.string() }),
);
