import { ORPCError } from '@orpc/server';
import type { EventDeclaration, PayloadOf } from '#contract/declare-event.ts';
import type { Person } from '#contract/people.ts';
import { orderEvents, workOrderOpened } from '#contract/work-orders/events.ts';
import type { OrderStep } from '#contract/work-orders/steps.ts';
import type { GreenChannel, WorkOrderField } from '#contract/work-orders/terms.ts';
import { raiseAlert } from '../alerts/raise-alert.ts';
import type { Clock } from '../clock.ts';
import { promiseText } from '../conversation/promise-text.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import type { Journal } from '../journal/journal.ts';
import { type Actor, decideOrder, type Refused } from './decide-order.ts';
import type { MergedOrder } from './merge-order.ts';
import type { OrderRules } from './order-figures.ts';
import { responseDue } from './order-limits.ts';
import type { DraftedPayload, WorkOrder } from './order-state.ts';
import { greenConditions } from './rules/green.ts';
import { kindOf, missingOf, orderKinds } from './rules/kinds.ts';
import { type ContactSigns, triggerOf } from './rules/triggers.ts';
import { nextWorkOrderNumber } from './work-order-number.ts';
import { findMerged, subjectsOf } from './work-order-repo.ts';

export interface OrderDeskDeps {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The site's rules in force now. */
  rules(): OrderRules;
}

type Opening = Pick<DraftedPayload, 'matter' | 'customerName' | 'customerNumber' | 'channel'>;

export interface PlainOpening extends Opening {
  readonly orderKind: string;
  readonly source: 'hotline' | 'hall' | 'letter' | 'suggestionBook' | 'chat';
  readonly signs: ContactSigns;
  readonly fields: readonly WorkOrderField[];
}

export interface GreenOpening extends Opening {
  readonly conversationId: string | null;
  readonly green: GreenChannel;
}

/** Orders as they are stored: opening them and taking steps, each one transaction. Throws the contract's failures. */
export function createOrderDesk({ db, journal, clock, ids, rules }: OrderDeskDeps) {
  function load(workOrderId: string): MergedOrder {
    const merged = findMerged(db, journal.fields, workOrderId);
    if (!merged) throw new ORPCError('notFound', { defined: true, data: { what: 'workOrder', id: workOrderId } });
    return merged;
  }

  /** Null when it was taken, otherwise why it was not. */
  function attempt(person: Person, order: WorkOrder, given: OrderStep): Refused | null {
    const actor: Actor = { personId: person.id, role: person.role, atMs: clock.nowMs() };
    const input = inSpokenWords(given, actor.atMs);
    const decided = decideOrder(order, input, actor, rules());
    if ('refused' in decided) return decided.refused;
    const { type, payload } = decided.step;
    const declaration: EventDeclaration = orderEvents[type];
    const subjects = subjectsOf(db, order.id);
    journal.transaction(person.id, (tx) => {
      tx.append(declaration, payload, subjects);
      if (input.type === 'markAbnormal') {
        raiseAlert(
          tx,
          { ids, atMs: actor.atMs },
          { alertKind: input.alert, text: input.text, workOrderId: order.id },
          subjects,
        );
      }
    });
    return null;
  }

  function inSpokenWords(input: OrderStep, atMs: number): OrderStep {
    if (input.type !== 'tellCustomer' || input.promise === null || input.promise.text !== '') return input;
    const { dueAtMs } = input.promise;
    return { ...input, promise: { dueAtMs, text: promiseText(dueAtMs, atMs, rules().calendar.timeZone) } };
  }

  function open(person: Person, payload: PayloadOf<typeof workOrderOpened>): string {
    journal.transaction(person.id, (tx) => tx.append(workOrderOpened, payload, [ids.next(), payload.workOrderId]));
    return payload.workOrderId;
  }

  function openingShape(opening: Opening) {
    const { matter, customerName, customerNumber, channel } = opening;
    const number = nextWorkOrderNumber(db, clock.nowMs(), rules().calendar.timeZone);
    return {
      workOrderId: ids.next(),
      number,
      matter,
      channel,
      customerName: customerName || null,
      customerNumber: customerNumber?.replaceAll(/[\s-]/g, '') || null,
      abnormal: false,
      promisedAtMs: null,
      promiseText: null,
    };
  }

  return {
    load,
    attempt,
    act(person: Person, workOrderId: string, input: OrderStep): MergedOrder {
      const refused = attempt(person, load(workOrderId).order, input);
      if (refused) throw stepRefused(refused);
      return load(workOrderId);
    },
    openPlain(person: Person, opening: PlainOpening): string {
      const trigger = triggerOf(opening.signs);
      if (trigger === null) throw stepRefused({ reason: 'conditionMissing', missing: [] });
      const kind = orderKinds.find(({ id }) => id === opening.orderKind);
      if (!kind) throw new ORPCError('notFound', { defined: true, data: { what: 'orderKind', id: opening.orderKind } });
      const missing = missingOf(kind, opening);
      if (missing.length > 0) {
        throw stepRefused({
          reason: 'fieldsMissing',
          missing: missing.map(({ id, label }) => ({ kind: 'field', id, label })),
        });
      }
      return open(person, {
        ...openingShape(opening),
        category: kind.category,
        orderKind: kind.id,
        source: opening.source,
        trigger,
        fields: opening.fields.filter(({ value }) => value.trim() !== ''),
        conversationId: null,
        green: null,
        responseDue: null,
      });
    },
    openGreen(person: Person, opening: GreenOpening): string {
      const { green } = opening;
      if (!greenConditions[green.service].some(({ id }) => id === green.condition)) {
        throw stepRefused({ reason: 'conditionMissing', missing: [] });
      }
      if (green.service === 'entrusted' && green.identity !== 'passed') {
        throw stepRefused({ reason: 'identityNotPassed', missing: [] });
      }
      const kind = kindOf('other', 'other');
      return open(person, {
        ...openingShape(opening),
        category: kind.category,
        orderKind: kind.id,
        source: opening.channel === 'chat' ? 'chat' : opening.channel === 'counter' ? 'hall' : 'hotline',
        trigger: 'demand',
        fields: [],
        conversationId: opening.conversationId,
        green,
        responseDue: responseDue(green.urgency, clock.nowMs(), rules()),
      });
    },
  };
}

function stepRefused({ reason, missing }: Refused): ORPCError<string, unknown> {
  return new ORPCError('stepRefused', { defined: true, data: { reason, missing: [...missing] } });
}
