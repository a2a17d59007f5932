import { z } from 'zod';
import { declareEvent } from '../declare-event.ts';
import { roleSchema } from '../vocabulary.ts';
import { orderRefusalSchema } from './terms.ts';
import { workOrderSummarySchema } from './view.ts';

/** To a person of this site by id; null: to whoever comes next. */
const toSchema = z.string().nullable();

const promiseToPassOnSchema = z.object({
  conversationId: z.string(),
  customerShown: z.string(),
  matter: z.string(),
  text: z.string(),
  dueAtMs: z.int(),
  /** Who promised it. */
  fromName: z.string(),
  /** What was said when it was passed on; empty where nothing was. */
  note: z.string(),
});

/** What one person has in hand at the end of a shift, whom it can go to, and what others left. */
export const shiftViewSchema = z.object({
  /** When the site closes today; null on a closed day and where it never closes. */
  endsAtMs: z.int().nullable(),
  /** The end is near or over and something is still in hand. */
  dueNow: z.boolean(),
  orders: z.array(workOrderSummarySchema),
  /** Promises to customers that no open order carries. */
  promises: z.array(promiseToPassOnSchema),
  colleagues: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: roleSchema,
      areaManager: z.boolean(),
    }),
  ),
  /** Orders that wait for somebody of this shift to take them. */
  waiting: z.array(workOrderSummarySchema),
  /** Promises handed to this person, or to this shift. */
  promisesTaken: z.array(promiseToPassOnSchema),
  /** For leads: what somebody left in hand when they went, until it is passed on or seen. */
  left: z.array(
    z.object({
      endId: z.string(),
      personName: z.string(),
      atMs: z.int(),
      orders: z.array(z.object({ id: z.string(), number: z.string(), matter: z.string() })),
      promises: z.int(),
    }),
  ),
});
export type ShiftView = z.infer<typeof shiftViewSchema>;

export const endShiftInput = z.object({
  orders: z.array(z.object({ workOrderId: z.string(), to: toSchema })).max(1_000),
  promises: z.array(z.object({ conversationId: z.string(), to: toSchema })).max(1_000),
  text: z.string().trim().max(500),
});

export const endShiftResult = z.object({
  handed: z.int(),
  /** What stays in hand; the leads are told. */
  left: z.int(),
  refused: z.array(z.object({ number: z.string(), reason: orderRefusalSchema })),
});

/** Somebody ended their shift: what they passed on, and what they left. */
export const shiftEnded = declareEvent(
  'shift.ended',
  1,
  z.strictObject({
    orders: z.array(z.strictObject({ workOrderId: z.string(), toPersonId: toSchema })),
    promises: z.array(z.strictObject({ conversationId: z.string(), toPersonId: toSchema })),
    leftOrders: z.array(z.string()),
    leftPromises: z.array(z.string()),
  }),
);
/** What was said when a promise was passed on; beside the end of the shift, because it is about a customer. */
export const promiseNoted = declareEvent(
  'shift.promiseNoted',
  1,
  z.strictObject({ conversationId: z.string(), text: z.string() }),
);
/** A lead has seen what was left. */
export const shiftLeftSeen = declareEvent('shift.leftSeen', 1, z.strictObject({ endId: z.string() }));
/** The desk said that the shift ends; once for a closing time. */
export const shiftPrompted = declareEvent('shift.prompted', 1, z.strictObject({ endsAtMs: z.int() }));
/** Somebody has seen that steps of theirs did not count because another desk was first. */
export const stepLossSeen = declareEvent(
  'workOrder.lossSeen',
  1,
  z.strictObject({ workOrderId: z.string(), eventIds: z.array(z.string()) }),
);
