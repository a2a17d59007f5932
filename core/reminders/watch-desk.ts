import { alertRaised } from '#contract/alerts.ts';
import type { DeskNotice } from '#contract/reminders.ts';
import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import type { Logger } from '../logger.ts';
import type { OrderRules } from '../work-orders/order-figures.ts';
import { listWorkOrders } from '../work-orders/work-order-repo.ts';
import { countOrders } from './count-orders.ts';
import { type ReminderRunner, runReminders } from './reminder-runner.ts';
import type { WatchHost } from './watch-host.ts';

export interface DeskWatch {
  start(): void;
  stop(): void;
}

interface WatchParts {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly logger: Logger;
  rules(): OrderRules;
}

/** Watches limits and alerts of this desk from `start` on, and tells the host; without a host it does nothing. */
export function watchDesk(parts: WatchParts, host: WatchHost | undefined): DeskWatch {
  const { db, journal, clock, logger, rules } = parts;
  let runner: ReminderRunner | null = null;
  let stopAlerts: (() => void) | null = null;

  function tellAlerts(notices: readonly DeskNotice[]): void {
    if (notices.length === 0) return;
    const orders = listWorkOrders(db, journal.fields, { state: null, settledSinceMs: Number.MAX_SAFE_INTEGER });
    host?.tell(notices, countOrders(orders, rules().figures, clock.nowMs()));
  }

  return {
    start() {
      if (!host || runner) return;
      stopAlerts = journal.onCommitted((events) =>
        tellAlerts(
          events.flatMap((event): DeskNotice[] => {
            if (event.kind !== alertRaised.kind) return [];
            const { alertId, alertKind } = alertRaised.payload.parse(event.payload);
            return [{ kind: 'alert', alertId, alertKind }];
          }),
        ),
      );
      runner = runReminders({
        db,
        journal,
        clock,
        rules,
        timer: host.timer,
        tell: host.tell,
        onError: (error) => logger.error('limits could not be looked at', error),
      });
      runner.look();
    },
    stop() {
      stopAlerts?.();
      runner?.stop();
    },
  };
}
