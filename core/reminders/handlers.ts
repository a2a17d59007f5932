import { implement } from '@orpc/server';
import { clockSetbackSeen, remindersContract } from '#contract/reminders.ts';
import { type CallContext, requirePerson } from '../call-context.ts';
import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import type { OrderRules } from '../work-orders/order-figures.ts';
import { listWorkOrders } from '../work-orders/work-order-repo.ts';
import { countOrders } from './count-orders.ts';
import { toldNow } from './plan-reminders.ts';
import { listSetbacks, unseenSetback } from './setback-repo.ts';

export interface RemindersDeps {
  db: WriteHandle;
  journal: Journal;
  clock: Clock;
  rules(): OrderRules;
}

export function remindersHandlers({ db, journal, clock, rules }: RemindersDeps) {
  const os = implement(remindersContract).$context<CallContext>();
  return os.router({
    state: os.state.handler(() => {
      const { figures } = rules();
      const nowMs = clock.nowMs();
      const inForce = { nowMs, installId: journal.health().installId, setbacks: listSetbacks(db) };
      const orders = listWorkOrders(db, journal.fields, { state: null, settledSinceMs: Number.MAX_SAFE_INTEGER });
      return {
        counts: countOrders(orders, figures, nowMs),
        setback: unseenSetback(db),
        told: orders.flatMap((order) =>
          toldNow(order, figures, inForce).map(({ limit, moment, dueAtMs, tell }) => {
            const { id: workOrderId, number, matter } = order;
            return { workOrderId, number, matter, limit, moment, dueAtMs, tell: [...tell] };
          }),
        ),
      };
    }),
    seeSetback: os.seeSetback.handler(({ context }) => {
      const person = requirePerson(context);
      if (unseenSetback(db)) journal.transaction(person.id, (tx) => tx.append(clockSetbackSeen, {}));
      return null;
    }),
  });
}
