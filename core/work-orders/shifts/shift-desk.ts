import { ORPCError } from '@orpc/server';
import type { z } from 'zod';
import { promiseKept } from '#contract/conversation/events.ts';
import { sharedPromiseKept } from '#contract/conversation/shared.ts';
import type { Person } from '#contract/people.ts';
import { numberShown } from '#contract/records.ts';
import {
  type endShiftInput,
  type endShiftResult,
  promiseNoted,
  type ShiftView,
  shiftEnded,
  shiftLeftSeen,
} from '#contract/work-orders/shifts.ts';
import type { WorkOrderSummary } from '#contract/work-orders/view.ts';
import type { Clock } from '#core/clock.ts';
import { findConversation, readDefinition } from '#core/conversation/conversation-repo.ts';
import { lineValues } from '#core/conversation/line-values.ts';
import { maskedNumber } from '#core/conversation/mask-number.ts';
import { tellPassedOn } from '#core/conversation/sharing/tell-site.ts';
import type { WriteHandle } from '#core/db/open.ts';
import type { Journal } from '#core/journal/journal.ts';
import { findPerson, listPeople, nameOfPerson } from '#core/people/people-repo.ts';
import { numbersOfConversation } from '#core/records/whole-numbers.ts';
import { isHeldBy } from '../held-orders.ts';
import type { createOrderDesk } from '../order-desk.ts';
import type { OrderRules } from '../order-figures.ts';
import type { WorkOrder } from '../order-state.ts';
import { findMerged, listWorkOrders } from '../work-order-repo.ts';
import { closingOf, shiftEnds } from './closing.ts';
import { ACTING, isTakenBy, type OpenPromise, openPromises } from './open-promises.ts';
import { listLeft, promiseNoteOf } from './shift-repo.ts';

interface ShiftDeskDeps {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  rules(): OrderRules;
  readonly orders: ReturnType<typeof createOrderDesk>;
  /** Whether there are other desks, at one of which a promise may be kept. */
  travels(): boolean;
  /** Orders as lists show them. */
  show(orders: readonly WorkOrder[]): WorkOrderSummary[];
}

const LEADING: readonly Person['role'][] = ['lead', 'administrator'];
const LEFT_SHOWN_MS = 3 * 86_400_000;
const NEXT_SHIFT = '下一班';

/** What is in hand at the end of a shift, handing it over, and what was left. Throws the contract's failures. */
export function createShiftDesk({ db, journal, clock, rules, orders, travels, show }: ShiftDeskDeps) {
  const seal = journal.fields;
  const nameOf = (personId: string | null): string =>
    personId === null ? '' : (nameOfPerson(db, seal, personId) ?? '');
  const openOrders = () => listWorkOrders(db, seal, { state: null, settledSinceMs: Number.MAX_SAFE_INTEGER });

  function showPromise({ state }: OpenPromise): ShiftView['promises'] {
    const definition = readDefinition(db, state.definitionHash);
    if (!state.promise || !definition) return [];
    const { customerName = '', contactNumber = '' } = lineValues(state, definition);
    return [
      {
        conversationId: state.id,
        customerShown: [customerName, maskedNumber(contactNumber)].filter((part) => part !== '').join(' '),
        matter: definition.flow.title,
        ...state.promise,
        fromName: nameOf(state.ownerId),
        note: promiseNoteOf(db, seal, state.id),
      },
    ];
  }

  function left(person: Person, open: readonly WorkOrder[]): ShiftView['left'] {
    if (!LEADING.includes(person.role)) return [];
    const promised = new Set(openPromises(db, seal).map(({ state }) => state.id));
    return listLeft(db, clock.nowMs() - LEFT_SHOWN_MS).flatMap(
      ({ endId, personId, atMs, leftOrders, leftPromises }) => {
        const still = open.filter(({ id }) => leftOrders.includes(id)).filter((order) => isHeldBy(order, personId));
        // A promise that was made at another desk is known only there: it counts until somebody has seen to it.
        const promises = leftPromises.filter((id) => promised.has(id) || !findConversation(db, seal, id)).length;
        if (still.length + promises === 0) return [];
        const named = still.map(({ id, number, matter }) => ({ id, number, matter }));
        return [{ endId, personName: nameOf(personId), atMs, orders: named, promises }];
      },
    );
  }

  /** A promise that was passed on to this person, or to their shift; not found for anybody else. */
  function takenOver(person: Person, conversationId: string) {
    const found = openPromises(db, seal).find((one) => one.state.id === conversationId && isTakenBy(person, one));
    if (found) return found.state;
    throw new ORPCError('notFound', { defined: true, data: { what: 'promise', id: conversationId } });
  }

  return {
    view(person: Person | null): ShiftView {
      const { calendar, figures, holders } = rules();
      const nowMs = clock.nowMs();
      const open = person === null ? [] : openOrders();
      const promises = person === null ? [] : openPromises(db, seal);
      const mine = person === null ? [] : open.filter((order) => isHeldBy(order, person.id));
      const own = promises.filter(({ keeperId }) => keeperId === person?.id);
      const managers = new Set(holders.filter(({ duty }) => duty === 'areaManager').map(({ personId }) => personId));
      return {
        endsAtMs: closingOf(nowMs, calendar),
        dueNow: shiftEnds(nowMs, calendar, figures.reminderBeforeMinutes) !== null && mine.length + own.length > 0,
        orders: show(mine),
        promises: own.flatMap(showPromise),
        colleagues: listPeople(db, seal)
          .filter(({ id, role }) => id !== person?.id && (ACTING.includes(role) || managers.has(id)))
          .map(({ id, name, role }) => ({ id, name, role, areaManager: managers.has(id) })),
        waiting: show(open.filter(({ waitsForShift }) => waitsForShift)),
        promisesTaken: promises.filter((one) => person !== null && isTakenBy(person, one)).flatMap(showPromise),
        left: person === null ? [] : left(person, open),
      };
    },

    end(person: Person, input: z.output<typeof endShiftInput>): z.output<typeof endShiftResult> {
      const to = new Set([...input.orders, ...input.promises].flatMap((one) => (one.to === null ? [] : [one.to])));
      for (const id of to) {
        if (!findPerson(db, seal, id)) throw new ORPCError('notFound', { defined: true, data: { what: 'person', id } });
      }
      const refused: z.output<typeof endShiftResult>['refused'] = [];
      const passed: { workOrderId: string; toPersonId: string | null }[] = [];
      for (const { workOrderId, to: toPersonId } of input.orders) {
        const order = findMerged(db, seal, workOrderId)?.order;
        if (!order) continue;
        const whom = toPersonId === null ? { toName: NEXT_SHIFT, toNextShift: true } : { toName: nameOf(toPersonId) };
        const reason = orders.attempt(person, order, {
          type: 'handOver',
          toPersonId,
          ...whom,
          text: input.text,
        })?.reason;
        if (reason === undefined) passed.push({ workOrderId, toPersonId });
        else refused.push({ number: order.number, reason });
      }
      const own = openPromises(db, seal).filter(({ keeperId }) => keeperId === person.id);
      const passedOn = input.promises.flatMap(({ conversationId, to: toPersonId }) => {
        const found = own.find(({ state }) => state.id === conversationId);
        return found ? [{ state: found.state, toPersonId }] : [];
      });
      const promises = passedOn.map(({ state, toPersonId }) => ({ conversationId: state.id, toPersonId }));
      const leftOrders = openOrders()
        .filter((order) => isHeldBy(order, person.id))
        .map(({ id }) => id);
      const leftPromises = own
        .map(({ state }) => state.id)
        .filter((id) => !promises.some((one) => one.conversationId === id));
      journal.transaction(person.id, (tx) => {
        tx.append(shiftEnded, { orders: passed, promises, leftOrders, leftPromises });
        for (const { state } of input.text === '' ? [] : passedOn) {
          tx.append(promiseNoted, { conversationId: state.id, text: input.text }, [state.customerId, state.id]);
        }
        if (travels()) for (const { state } of passedOn) tellPassedOn(tx, { db, journal }, state);
      });
      return {
        handed: passed.length + promises.length,
        left: leftOrders.length + leftPromises.length,
        refused,
      };
    },

    seeLeft(person: Person, endId: string): void {
      journal.transaction(person.id, (tx) => tx.append(shiftLeftSeen, { endId }));
    },

    /** The customer had the answer from whoever it was passed on to. */
    keepPromise(person: Person, conversationId: string): void {
      if (findConversation(db, seal, conversationId)?.promiseKept) return;
      const state = takenOver(person, conversationId);
      // Whoever else knows of it has to hear that it is done.
      const kept = state.shared || state.elsewhere ? sharedPromiseKept : promiseKept;
      journal.transaction(person.id, (tx) => tx.append(kept, { conversationId }, [state.customerId, state.id]));
    },

    /** The numbers to ring, once it stands in the journal who looked and why. */
    showNumber(person: Person, conversationId: string, reason: string) {
      const state = takenOver(person, conversationId);
      const definition = readDefinition(db, state.definitionHash);
      const shown = { recordId: state.id, kind: 'conversation', reason } as const;
      journal.transaction(person.id, (tx) => tx.append(numberShown, shown, [state.customerId, state.id]));
      return definition ? numbersOfConversation(state, definition, '') : [];
    },
  };
}
