import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { incidentKindSchema } from './library/incident-plan.ts';
import { alertKindSchema, orderLimitSchema, watchLevelSchema } from './work-orders/terms.ts';

const setbackSchema = z.strictObject({ fromAtMs: z.int(), toAtMs: z.int() });

/** Something the desk tells by itself: a limit of an order, an alert, the end of a shift, a wall clock that was set back. No personal data. */
export const deskNoticeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('limit'),
    workOrderId: z.string(),
    number: z.string(),
    limit: orderLimitSchema,
    moment: z.enum(['before', 'atLimit']),
    dueAtMs: z.int(),
  }),
  /** A promise that no order carries is near (`before`) or due. It names nobody and no conversation: anybody may read it. */
  z.object({ kind: z.literal('promise'), moment: z.enum(['before', 'atLimit']), dueAtMs: z.int() }),
  z.object({ kind: z.literal('alert'), alertId: z.string(), alertKind: alertKindSchema }),
  /** Raised for where this desk stands; over; and, for leads, not read by so many in time. */
  z.object({ kind: z.literal('incident'), incidentId: z.string(), incidentKind: incidentKindSchema }),
  z.object({ kind: z.literal('incidentOver'), incidentId: z.string(), incidentKind: incidentKindSchema }),
  z.object({
    kind: z.literal('incidentUnread'),
    incidentId: z.string(),
    incidentKind: incidentKindSchema,
    unread: z.int(),
  }),
  z.object({ kind: z.literal('clockWentBack'), ...setbackSchema.shape }),
  /** The site closes soon or has closed, and the person at this desk still has something in hand. */
  z.object({ kind: z.literal('shiftEnds'), endsAtMs: z.int(), open: z.int() }),
  /** Somebody went and left something in hand: for the leads. */
  z.object({ kind: z.literal('shiftLeft'), left: z.int() }),
  /** The audit of a dissatisfied callback failed: for the traffic monitor. */
  z.object({ kind: z.literal('auditFailed'), workOrderId: z.string(), number: z.string() }),
  /** A step taken at this desk did not count: another desk was first. */
  z.object({ kind: z.literal('stepLost'), workOrderId: z.string(), number: z.string() }),
]);
export type DeskNotice = z.infer<typeof deskNoticeSchema>;

/** How many open orders are over a limit, and how many are close to one. */
export const orderCountsSchema = z.object({ overdue: z.int().min(0), soon: z.int().min(0), open: z.int().min(0) });
export type OrderCounts = z.infer<typeof orderCountsSchema>;

export const remindersContract = {
  /** Counts for the badge, what was told lately, and a clock setback that nobody has seen yet. */
  state: query.output(
    z.object({
      counts: orderCountsSchema,
      setback: setbackSchema.nullable(),
      told: z.array(
        z.object({
          workOrderId: z.string(),
          number: z.string(),
          matter: z.string(),
          limit: orderLimitSchema,
          moment: z.enum(['before', 'atLimit']),
          dueAtMs: z.int(),
          tell: z.array(watchLevelSchema),
        }),
      ),
    }),
  ),
  /** Somebody has seen that the clock was set back. */
  seeSetback: command.output(z.null()),
};

/** The desk itself said that a promise without an order is near or due; once for each promise, moment and due time. */
export const promiseTold = declareEvent(
  'promise.told',
  1,
  z.strictObject({ conversationId: z.string(), moment: z.enum(['before', 'atLimit']), dueAtMs: z.int() }),
);
/** The wall clock showed an earlier time than before; times recorded around it are to be read with care. */
export const clockWentBack = declareEvent('clock.wentBack', 1, setbackSchema);
export const clockSetbackSeen = declareEvent('clock.setbackSeen', 1, z.strictObject({}));
