import { z } from 'zod';
import { alertRaised } from '#contract/alerts.ts';
import { incidentEnded, incidentLapseNoted, incidentRaised, incidentUnreadTold } from '#contract/incidents.ts';
import type { DeskNotice } from '#contract/reminders.ts';
import { limitTold, orderEvents } from '#contract/work-orders/events.ts';
import { shiftEnded } from '#contract/work-orders/shifts.ts';
import { findAlert } from '../alerts/alert-repo.ts';
import type { ReadHandle } from '../db/open.ts';
import { holdsAt, standOf } from '../incidents/incident.ts';
import { findIncident, placeOfDesk } from '../incidents/incident-repo.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import type { OrderFigures } from '../work-orders/order-figures.ts';
import { openLimits } from '../work-orders/order-limits.ts';
import { findMerged } from '../work-orders/work-order-repo.ts';

/** What of an event bears on telling of it. */
export interface NoticedEvent {
  readonly kind: string;
  readonly atMs: number;
  readonly payload: unknown;
}

interface NoticeParts {
  readonly db: ReadHandle;
  readonly seal: FieldSealer;
  readonly figures: OrderFigures;
  readonly installId: string;
  readonly nowMs: number;
  /** Lost steps that were told of since the start. */
  readonly lossesTold: Set<string>;
}

/** What another desk recorded longer ago is history by the time it comes in: the board shows it, nothing rings. */
const NEWS_MS = 12 * 3_600_000;

/** What the people at this desk are told of when something was recorded here or at another desk of the site. */
export function noticesOf(parts: NoticeParts, events: readonly NoticedEvent[], foreign: boolean): DeskNotice[] {
  const fresh = events.filter(({ atMs }) => !foreign || Math.abs(parts.nowMs - atMs) <= NEWS_MS);
  const notices = fresh.flatMap((event) => noticeOf(parts, event, foreign));
  return foreign ? [...notices, ...lostSteps(parts, fresh)] : notices;
}

function noticeOf(parts: NoticeParts, { kind, payload }: NoticedEvent, foreign: boolean): DeskNotice[] {
  const { db, seal } = parts;
  switch (kind) {
    case alertRaised.kind: {
      const read = alertRaised.payload.safeParse(payload);
      if (!read.success) return [];
      const { alertId, alertKind } = read.data;
      const over = findAlert(db, seal, alertId)?.marks.some(({ mark }) => mark === 'ended') ?? false;
      return over ? [] : [{ kind: 'alert', alertId, alertKind }];
    }
    case incidentRaised.kind:
    case incidentEnded.kind:
    case incidentLapseNoted.kind:
      return aboutIncident(parts, kind === incidentRaised.kind ? 'incident' : 'incidentOver', payload);
    case incidentUnreadTold.kind:
      return foreign ? [] : aboutIncident(parts, 'incidentUnread', payload);
    case shiftEnded.kind: {
      const read = shiftEnded.payload.safeParse(payload);
      const left = read.success ? read.data.leftOrders.length + read.data.leftPromises.length : 0;
      return left > 0 ? [{ kind: 'shiftLeft', left }] : [];
    }
    case orderEvents.auditCallback.kind: {
      const read = orderEvents.auditCallback.payload.safeParse(payload);
      if (!read.success || (read.data.asPromised && read.data.rulesKept)) return [];
      const order = findMerged(db, seal, read.data.workOrderId)?.order;
      return order ? [{ kind: 'auditFailed', workOrderId: order.id, number: order.number }] : [];
    }
    case limitTold.kind: {
      const read = limitTold.payload.safeParse(payload);
      return foreign && read.success ? limitOfAnother(parts, read.data) : [];
    }
    default:
      return [];
  }
}

/** An incident that holds where this desk stands; a raised one that is over by the time it comes in is no news. */
function aboutIncident(
  { db, seal, installId, nowMs }: NoticeParts,
  kind: 'incident' | 'incidentOver' | 'incidentUnread',
  payload: unknown,
): DeskNotice[] {
  const read = z.object({ incidentId: z.string(), unread: z.int().default(0) }).safeParse(payload);
  const incident = read.success ? findIncident(db, seal, read.data.incidentId) : null;
  if (!read.success || !incident || !holdsAt(incident, placeOfDesk(db, installId))) return [];
  const { incidentId, incidentKind } = incident;
  if (kind === 'incidentUnread') return [{ kind, incidentId, incidentKind, unread: read.data.unread }];
  const over = standOf(incident, { nowMs, installId }).state === 'ended';
  return over === (kind === 'incidentOver') ? [{ kind, incidentId, incidentKind }] : [];
}

/** Another desk was a moment faster: this one tells its own people all the same, unless it has. */
function limitOfAnother(
  { db, seal, figures, installId }: NoticeParts,
  { workOrderId, limit, moment, dueAtMs }: (typeof limitTold.payload)['_output'],
): DeskNotice[] {
  const order = findMerged(db, seal, workOrderId)?.order;
  if (!order) return [];
  const runs = openLimits(order, figures).some((open) => open.limit === limit && open.deadline.dueAtMs === dueAtMs);
  const here = order.toldLimits.some(
    (told) =>
      told.installId === installId && told.limit === limit && told.moment === moment && told.dueAtMs === dueAtMs,
  );
  if (!runs || here) return [];
  return [{ kind: 'limit', workOrderId, number: order.number, limit, moment, dueAtMs }];
}

/** Steps of this desk that no longer count since another desk's came in. */
function lostSteps({ db, seal, installId, lossesTold }: NoticeParts, events: readonly NoticedEvent[]): DeskNotice[] {
  const touched = new Set(
    events.flatMap(({ kind, payload }) => (kind.startsWith('workOrder.') ? orderIdOf(payload) : [])),
  );
  return [...touched].flatMap((workOrderId): DeskNotice[] => {
    const merged = findMerged(db, seal, workOrderId);
    const lost = (merged?.superseded ?? []).filter(
      (one) => one.installId === installId && !lossesTold.has(one.eventId),
    );
    for (const { eventId } of lost) lossesTold.add(eventId);
    return merged && lost.length > 0 ? [{ kind: 'stepLost', workOrderId, number: merged.order.number }] : [];
  });
}

function orderIdOf(payload: unknown): string[] {
  if (typeof payload !== 'object' || payload === null || !('workOrderId' in payload)) return [];
  return typeof payload.workOrderId === 'string' ? [payload.workOrderId] : [];
}
