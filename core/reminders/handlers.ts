import { implement } from '@orpc/server';
import { clockSetbackSeen, remindersContract } from '#contract/reminders.ts';
import { type CallContext, requirePerson } from '../call-context.ts';
import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import type { OrderRules } from '../work-orders/order-figures.ts';
import { openLimits } from '../work-orders/order-limits.ts';
import { listWorkOrders } from '../work-orders/work-order-repo.ts';
import { countOrders } from './count-orders.ts';
import { whoHears } from './plan-reminders.ts';
import { unseenSetback } from './setback-repo.ts';

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
      const orders = listWorkOrders(db, journal.fields, { state: null, settledSinceMs: Number.MAX_SAFE_INTEGER });
      return {
        counts: countOrders(orders, figures, clock.nowMs()),
        setback: unseenSetback(db),
        told: orders.flatMap((order) =>
          openLimits(order, figures).flatMap(({ limit, deadline: { dueAtMs } }) => {
            const told = order.toldLimits.filter((one) => one.limit === limit && one.dueAtMs === dueAtMs);
            const moment = told.some((one) => one.moment === 'atLimit') ? 'atLimit' : told[0]?.moment;
            if (moment === undefined) return [];
            const { id: workOrderId, number, matter } = order;
            return [{ workOrderId, number, matter, limit, moment, dueAtMs, tell: [...whoHears[limit][moment]] }];
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
