import type { TFunction } from 'i18next';
import type { Funnel, InsightFigures } from '#contract/insight/views.ts';
import type { ReckonedRule } from '#contract/lint.ts';

/** What a figure says, in one spoken sentence. Pure: from the numbers and the language alone. */
type Say = (figures: InsightFigures, t: TFunction) => string;

const percent = (part: number, whole: number): number => Math.round((100 * part) / whole);
export const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
/** From here on a change of pace is worth a word. */
const PACE_CHANGE = 0.07;
const FEW = 10;
const MOST_OF_ALL = 0.8;

/** Minutes and seconds as one says them. */
export function sayTime(ms: number, t: TFunction): string {
  const whole = Math.round(ms / 1_000);
  if (whole < 60) return t('insight.seconds', { seconds: whole });
  const minutes = Math.floor(whole / 60);
  return whole % 60 === 0
    ? t('insight.wholeMinutes', { minutes })
    : t('insight.minutes', { minutes, seconds: whole % 60 });
}

export const sayFailed: Say = ({ failed: { times, topics } }, t) => {
  if (times === 0) return t('insight.failed.none');
  const open = topics.filter(({ solvedBy }) => solvedBy.length === 0).length;
  return open === 0 ? t('insight.failed.solved', { times }) : t('insight.failed.open', { times, open });
};

export const saySpeed: Say = ({ speed }, t) => {
  const { copied, said, days } = speed;
  const main = said.times > copied.times ? said : copied;
  if (main.medianMs === null) return t('insight.speed.none');
  const of = days.flatMap(({ copiedMs, saidMs }) => (main === said ? (saidMs ?? []) : (copiedMs ?? [])));
  const half = Math.floor(of.length / 2);
  const [before, after] = [mean(of.slice(0, half)), mean(of.slice(of.length - half))];
  const values = { seconds: seconds(main.medianMs) };
  if (before === null || after === null || Math.abs(after - before) < before * PACE_CHANGE) {
    return t('insight.speed.steady', values);
  }
  return after < before ? t('insight.speed.faster', values) : t('insight.speed.slower', values);
};

export const sayLines: Say = ({ lines: { used, unusedTotal } }, t) => {
  const title = used[0]?.title;
  if (title === undefined) return t('insight.lines.none');
  return unusedTotal === 0
    ? t('insight.lines.all', { title })
    : t('insight.lines.found', { title, unused: unusedTotal });
};

export const sayStages: Say = ({ stages }, t) => {
  const longest = stages.reduce<(typeof stages)[number] | null>(
    (most, one) => (one.medianMs !== null && (most?.medianMs ?? -1) < one.medianMs ? one : most),
    null,
  );
  if (longest === null || longest.medianMs === null) return t('insight.stages.none');
  return t('insight.stages.found', {
    stage: t(`vocabulary.stage.${longest.stage}`),
    time: sayTime(longest.medianMs, t),
  });
};

export function sayFunnel(funnel: Funnel | undefined, t: TFunction): string {
  if (funnel === undefined) return t('insight.funnel.none');
  const { explained, accepted } = funnel;
  if (explained < FEW) return t('insight.funnel.few', { explained, accepted });
  if (accepted === explained) return t('insight.funnel.all');
  return t('insight.funnel.tenths', { tenths: Math.round((10 * accepted) / explained) });
}

export const sayOutcomes: Say = ({ outcomes }, t) => {
  const times = outcomes.reduce((sum, one) => sum + one.times, 0);
  const [first] = outcomes;
  if (first === undefined) return t('insight.outcomes.none');
  return t('insight.outcomes.found', { title: first.title, times, percent: percent(first.times, times) });
};

export const sayFirstContact: Say = ({ firstContact: { finished, resolved } }, t) =>
  finished === 0
    ? t('insight.firstContact.none')
    : t('insight.firstContact.found', { finished, percent: percent(resolved, finished) });

/** How many of the biggest kinds make up most of all orders, and their share. */
export function mostOrders({ orders }: InsightFigures): { top: number; share: number } {
  let sum = 0;
  const top = orders.categories.findIndex(({ total }) => {
    sum += total;
    return sum >= orders.total * MOST_OF_ALL;
  });
  return { top: top + 1, share: orders.total === 0 ? 0 : percent(sum, orders.total) };
}

export const sayOrders: Say = (figures, t) => {
  const { total, late, categories } = figures.orders;
  const [first] = categories;
  if (first === undefined) return t('insight.orders.none');
  const inTime = percent(total - late, total);
  if (categories.length === 1) {
    return t('insight.orders.single', { category: sayCategory(first.category, t), percent: inTime });
  }
  return t('insight.orders.found', { ...mostOrders(figures), percent: inTime });
};

export function sayCategory(
  category: InsightFigures['orders']['categories'][number]['category'],
  t: TFunction,
): string {
  return category === 'erased' ? t('insight.orders.erased') : t(`workOrders.category.${category}`);
}

export const sayCallbacks: Say = ({ callbacks: { satisfied, unsatisfied, notReached } }, t) => {
  const reached = satisfied + unsatisfied;
  if (reached + notReached === 0) return t('insight.callbacks.none');
  if (reached === 0) return t('insight.callbacks.noneReached', { count: notReached });
  return t('insight.callbacks.found', { reached, percent: percent(satisfied, reached) });
};

export const sayLint: Say = ({ lint: { times, mended } }, t) =>
  times === 0 ? t('insight.lint.none') : t('insight.lint.found', { times, mended });

export const sayRepeats: Say = ({ repeats: { times, withinDays } }, t) =>
  times === 0 ? t('insight.repeats.none', { days: withinDays }) : t('insight.repeats.found', { times });

export const sayNorms: Say = ({ norms }, t) => {
  const sorted = norms.toSorted((a, b) => b.percent - a.percent);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  if (best === undefined || worst === undefined) return t('insight.norms.none');
  const name = t(`rehearsal.norm.${best.norm}`);
  if (best === worst) return t('insight.norms.single', { best: name, percent: best.percent });
  return t('insight.norms.found', { best: name, worst: t(`rehearsal.norm.${worst.norm}`) });
};

export const sayDue: Say = ({ due }, t) => {
  if (due === null || due.entries.length === 0) return t('insight.due.none');
  const { overdue, soon, expired, basis } = due;
  const count = overdue + soon + expired;
  return basis > 0
    ? t('insight.due.found', { count, basis })
    : t('insight.due.foundPlain', { count, overdue: overdue + expired });
};

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A rule's phrase: those that reckon are named by the interface. */
export function sayRule(ruleId: string, phrase: string, t: TFunction): string {
  const reckoned = reckonedNames.find((name) => ruleId === `check/${name}`);
  return reckoned === undefined ? phrase : t(`lint.ruleNames.${reckoned}`);
}

const reckonedNames = [
  'amount',
  'guarantee',
  'vagueTime',
  'tooLate',
  'closedHour',
  'repairTime',
  'idCard',
  'bankCard',
  'mobile',
] as const satisfies readonly ReckonedRule[];
