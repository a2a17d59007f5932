import type { DeskNotice } from '#contract/reminders.ts';
import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import type { Logger } from '../logger.ts';
import type { OrderRules } from '../work-orders/order-figures.ts';
import { listWorkOrders } from '../work-orders/work-order-repo.ts';
import { countOrders } from './count-orders.ts';
import { type NoticedEvent, noticesOf } from './event-notices.ts';
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
  personId(): string | null;
}

/** Watches limits and alerts of this desk from `start` on, and tells the host; without a host it does nothing. */
export function watchDesk(parts: WatchParts, host: WatchHost | undefined): DeskWatch {
  const { db, journal, clock, logger, rules, personId } = parts;
  const lossesTold = new Set<string>();
  let runner: ReminderRunner | null = null;
  let stopListening: (() => void)[] = [];

  function tell(events: readonly NoticedEvent[], foreign: boolean): void {
    const { figures } = rules();
    const { installId } = journal.health();
    const seen = { db, seal: journal.fields, figures, installId, nowMs: clock.nowMs(), lossesTold };
    const notices: DeskNotice[] = noticesOf(seen, events, foreign);
    if (notices.length === 0) return;
    const orders = listWorkOrders(db, journal.fields, { state: null, settledSinceMs: Number.MAX_SAFE_INTEGER });
    host?.tell(notices, countOrders(orders, figures, clock.nowMs()));
  }

  return {
    start() {
      if (!host || runner) return;
      stopListening = [
        journal.onCommitted((events) => tell(events, false)),
        journal.onForeign((events) => tell(events, true)),
      ];
      runner = runReminders({
        db,
        journal,
        clock,
        rules,
        personId,
        timer: host.timer,
        tell: host.tell,
        onError: (error) => logger.error('limits could not be looked at', error),
      });
      runner.look();
    },
    stop() {
      for (const stop of stopListening) stop();
      runner?.stop();
    },
  };
}
