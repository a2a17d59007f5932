import type { TFunction } from 'i18next';
import type { DeadlineView } from '#contract/deadlines.ts';
import type { OrderRefusal } from '#contract/work-orders/terms.ts';
import type { OrderHistoryEntry } from '#contract/work-orders/view.ts';
import { ordersBoard as wording } from '#renderer/i18n/zh-cn/orders-board.ts';

const MINUTE_MS = 60_000;

/** How long, in the two largest units: 1 天 3 小时, 25 分钟. */
export function sayLength(ms: number, t: TFunction): string {
  const minutes = Math.max(1, Math.round(Math.abs(ms) / MINUTE_MS));
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60), minutes % 60];
  const parts = [
    days > 0 ? t('ordersBoard.days', { count: days }) : '',
    hours > 0 ? t('ordersBoard.hours', { count: hours }) : '',
    days === 0 && rest > 0 ? t('ordersBoard.minutes', { count: rest }) : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** 超时 25 分钟, 还剩 40 分钟, 工作时间还剩 3 小时 15 分钟: what is left is counted on the limit's own clock. */
export function sayLeft({ dueAtMs, limit, stretches }: DeadlineView, nowMs: number, t: TFunction): string {
  if (dueAtMs <= nowMs) return t('ordersBoard.late', { time: sayLength(nowMs - dueAtMs, t) });
  if (limit.clock === 'elapsed') return t('ordersBoard.left', { time: sayLength(dueAtMs - nowMs, t) });
  const open = stretches.reduce((sum, { fromMs, toMs }) => sum + Math.max(0, toMs - Math.max(fromMs, nowMs)), 0);
  return t('ordersBoard.leftOpen', { time: sayLength(open, t) });
}

/** Told apart by the words there are for it: the schema of refusals would bring all schemas into the desk. */
export const isOrderRefusal = (reason: string): reason is OrderRefusal => Object.hasOwn(wording.refused, reason);

export function sayRefused(reason: OrderRefusal, t: TFunction): string {
  return t(`ordersBoard.refused.${reason}`);
}

const isOutcome = (outcome: string): outcome is keyof typeof wording.outcome => Object.hasOwn(wording.outcome, outcome);
const isAlertKind = (outcome: string): outcome is keyof typeof wording.alert.kind =>
  Object.hasOwn(wording.alert.kind, outcome);

/** What happened, in a few words: 派给 省网络中心, 回访 · 不满意. */
export function sayHappened({ type, to, outcome, limit }: OrderHistoryEntry, t: TFunction): string {
  const what = t(`ordersBoard.happened.${type}`, { to: to ?? '' });
  const about = limit === null ? [] : [t(`ordersBoard.limit.${limit}`)];
  const how =
    outcome === null
      ? []
      : isOutcome(outcome)
        ? [t(`ordersBoard.outcome.${outcome}`)]
        : isAlertKind(outcome)
          ? [t(`ordersBoard.alert.kind.${outcome}`)]
          : [];
  return [what, ...about, ...how].join(' · ');
}
