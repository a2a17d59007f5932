import { implement, ORPCError } from '@orpc/server';
import type { Person } from '#contract/people.ts';
import { NUMBER_SHOWN_MS } from '#contract/records.ts';
import { stepLossSeen } from '#contract/work-orders/shifts.ts';
import { workOrdersContract } from '#contract/work-orders.ts';
import { type CallContext, requirePerson, requireRole } from '../call-context.ts';
import type { Clock } from '../clock.ts';
import { findConversation, readDefinition } from '../conversation/conversation-repo.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import type { Journal } from '../journal/journal.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { writeExport } from '../library/exchange/write-export.ts';
import { nameOfPerson } from '../people/people-repo.ts';
import { siteTime } from '../site-time.ts';
import { exportOrders } from './export-orders.ts';
import { greenTemplateOf } from './green-template.ts';
import type { MergedOrder } from './merge-order.ts';
import { numberGiven } from './number-mark.ts';
import { createOrderDesk } from './order-desk.ts';
import { listEntries } from './order-entry-repo.ts';
import type { OrderRules } from './order-figures.ts';
import { openLimits } from './order-limits.ts';
import { numbersOfOrder } from './order-numbers.ts';
import type { WorkOrder } from './order-state.ts';
import { lostSteps, orderSummary, orderView, type ViewParts } from './order-view.ts';
import { greenConditions } from './rules/green.ts';
import { orderKinds } from './rules/kinds.ts';
import { createShiftDesk } from './shifts/shift-desk.ts';
import { lossesSeenBy } from './shifts/shift-repo.ts';
import { findMerged, idsWithNumber, listMerged, subjectsOf } from './work-order-repo.ts';

export interface WorkOrdersDeps {
  db: WriteHandle;
  journal: Journal;
  clock: Clock;
  ids: Ids;
  catalogue: Catalogue;
  /** The site's rules in force now. */
  rules(): OrderRules;
  /** The path behind a token that the shell gave for a file somebody chose; null when there is none. */
  chosenPath(token: string): Promise<string | null>;
  /** Whether there are other desks that hear of what is passed on. */
  travels(): boolean;
}

const DESK: readonly Person['role'][] = ['agent', 'lead', 'administrator'];
const LEADING: readonly Person['role'][] = ['lead', 'administrator'];
const WEEK_MS = 7 * 86_400_000;

export function workOrdersHandlers(deps: WorkOrdersDeps) {
  const { db, journal, clock, catalogue } = deps;
  const os = implement(workOrdersContract).$context<CallContext>();
  const desk = createOrderDesk(deps);

  const partsFor = (context: CallContext): ViewParts => {
    const rules = deps.rules();
    const nowMs = clock.nowMs();
    return {
      person: context.person(),
      nowMs,
      rules,
      catalogue,
      day: siteTime(nowMs, rules.calendar.timeZone).day,
      lossesSeen: lossesSeenBy(db, context.person()?.id ?? ''),
      nameOf: (personId) => (personId === null ? '' : (nameOfPerson(db, journal.fields, personId) ?? '')),
    };
  };

  const show = (merged: MergedOrder, context: CallContext) => {
    const { id, number } = merged.order;
    const sameNumber = idsWithNumber(db, numberGiven(number)).length - 1;
    return orderView(merged, listEntries(db, journal.fields, id), sameNumber, partsFor(context));
  };

  const orders = (context: CallContext, chosen: readonly MergedOrder[]) => {
    const parts = partsFor(context);
    const dueOf = new Map(chosen.map(({ order }) => [order.id, nextDue(order, parts.rules)]));
    const by = ({ id }: WorkOrder) => dueOf.get(id) ?? Number.MAX_SAFE_INTEGER;
    return chosen
      .toSorted(({ order: one }, { order: other }) => by(one) - by(other) || one.draftedAtMs - other.draftedAtMs)
      .map((merged) => orderSummary(merged, parts));
  };

  const shiftFor = (context: CallContext) =>
    createShiftDesk({
      ...deps,
      orders: desk,
      show: (chosen) =>
        orders(
          context,
          chosen.flatMap(({ id }) => findMerged(db, journal.fields, id) ?? []),
        ),
    });

  return os.router({
    list: os.list.handler(({ input, context }) => {
      const settledSinceMs = clock.nowMs() - WEEK_MS;
      const found = listMerged(db, journal.fields, { state: input.state ?? null, settledSinceMs });
      return orders(context, found).slice(0, input.limit);
    }),
    view: os.view.handler(({ input, context }) => show(desk.load(input.workOrderId), context)),
    form: os.form.handler(() => ({
      kinds: orderKinds.map(({ id, label, category, fields }) => ({ id, label, category, fields: [...fields] })),
      greenServices: (['booking', 'entrusted', 'goods', 'device'] as const).map((service) => ({
        service,
        conditions: [...greenConditions[service]],
      })),
    })),
    act: os.act.handler(({ input, context }) =>
      show(desk.act(requirePerson(context), input.workOrderId, input.step), context),
    ),
    showNumber: os.showNumber.handler(({ input, context }) => {
      const { order } = desk.act(requirePerson(context), input.workOrderId, {
        type: 'lookAtNumber',
        text: input.reason,
      });
      return { numbers: numbersOfOrder(order), hideAfterMs: NUMBER_SHOWN_MS };
    }),
    actOnMany: os.actOnMany.handler(({ input, context }) => {
      const person = requirePerson(context);
      return [...new Set(input.workOrderIds)].flatMap((workOrderId) => {
        const merged = findMerged(db, journal.fields, workOrderId);
        if (!merged) return [];
        const refused = desk.attempt(person, merged.order, input.step);
        return [{ workOrderId, number: merged.order.number, refused: refused?.reason ?? null }];
      });
    }),
    open: os.open.handler(({ input, context }) => {
      const person = requireRole(context, DESK);
      return show(desk.load(desk.openPlain(person, input)), context);
    }),
    openGreen: os.openGreen.handler(({ input, context }) => {
      const person = requireRole(context, LEADING);
      return show(desk.load(desk.openGreen(person, input)), context);
    }),
    greenTemplate: os.greenTemplate.handler(({ input, context }) => {
      requireRole(context, LEADING);
      const state = findConversation(db, journal.fields, input.conversationId);
      const definition = state && readDefinition(db, state.definitionHash);
      if (!definition) {
        throw new ORPCError('notFound', { defined: true, data: { what: 'conversation', id: input.conversationId } });
      }
      return greenTemplateOf(state, definition, catalogue);
    }),
    seeLostSteps: os.seeLostSteps.handler(({ input, context }) => {
      const person = requirePerson(context);
      const { superseded } = desk.load(input.workOrderId);
      const eventIds = [...lostSteps(superseded, partsFor(context))];
      if (eventIds.length > 0) {
        journal.transaction(person.id, (tx) =>
          tx.append(stepLossSeen, { workOrderId: input.workOrderId, eventIds }, subjectsOf(db, input.workOrderId)),
        );
      }
      return null;
    }),
    shift: os.shift.handler(({ context }) => shiftFor(context).view(context.person())),
    endShift: os.endShift.handler(({ input, context }) => shiftFor(context).end(requirePerson(context), input)),
    seeLeft: os.seeLeft.handler(({ input, context }) => {
      shiftFor(context).seeLeft(requireRole(context, LEADING), input.endId);
      return null;
    }),
    keepPromise: os.keepPromise.handler(({ input, context }) => {
      shiftFor(context).keepPromise(requirePerson(context), input.conversationId);
      return null;
    }),
    showPromiseNumber: os.showPromiseNumber.handler(({ input, context }) => {
      const { conversationId, reason } = input;
      const numbers = shiftFor(context).showNumber(requirePerson(context), conversationId, reason);
      return { numbers, hideAfterMs: NUMBER_SHOWN_MS };
    }),
    export: os.export.handler(async ({ input, context }) => {
      requirePerson(context);
      const found = input.workOrderIds.flatMap((id) => findMerged(db, journal.fields, id) ?? []);
      const { timeZone } = deps.rules().calendar;
      const path = await deps.chosenPath(input.fileToken);
      if (path === null)
        throw new ORPCError('notFound', { defined: true, data: { what: 'file', id: input.fileToken } });
      const failed = await writeExport(
        path,
        await exportOrders(orders(context, found), timeZone, /\.csv$/i.test(path) ? 'csv' : 'xlsx'),
        deps.ids.next(),
      );
      if (failed !== null) throw new ORPCError('storageFull', { defined: true });
      return { exported: found.length };
    }),
  });
}

function nextDue(order: WorkOrder, { figures }: OrderRules): number | undefined {
  return openLimits(order, figures)[0]?.deadline.dueAtMs;
}
