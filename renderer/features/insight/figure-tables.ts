import type { TFunction } from 'i18next';
import type { InsightFigures } from '#contract/insight/views.ts';
import type { InsightSheet } from '#contract/insight.ts';
import * as say from './findings.ts';

/** The names of figures, in the order of the page. */
export const figureNames = [
  ...(['failed', 'speed', 'funnel', 'orders', 'lint', 'due', 'lines', 'stages', 'outcomes'] as const),
  ...(['firstContact', 'callbacks', 'repeats', 'norms'] as const),
] as const;
export type FigureName = (typeof figureNames)[number];

type Table = Pick<InsightSheet, 'header' | 'rows'>;

/** A figure as people read it: its name, what it says, and its table. For the eye's reader, the workbook and the report alike. */
export function figureTable(
  name: FigureName,
  figures: InsightFigures,
  t: TFunction,
  tableId: string | null,
): InsightSheet {
  return { name: nameOf(name, t), finding: findingOf(name, figures, t, tableId), ...tables[name](figures, t, tableId) };
}

export function allTables(figures: InsightFigures, t: TFunction): InsightSheet[] {
  return figureNames
    .filter((name) => name !== 'due' || figures.due !== null)
    .map((name) => figureTable(name, figures, t, null));
}

export const nameOf = (name: FigureName, t: TFunction): string =>
  name === 'funnel' ? t('insight.funnel.plainName') : t(`insight.${name}.name`);

export function findingOf(name: FigureName, figures: InsightFigures, t: TFunction, tableId: string | null): string {
  if (name === 'funnel') return say.sayFunnel(funnelOf(figures, tableId), t);
  return findings[name](figures, t);
}

const findings = {
  failed: say.sayFailed,
  speed: say.saySpeed,
  orders: say.sayOrders,
  lint: say.sayLint,
  due: say.sayDue,
  lines: say.sayLines,
  stages: say.sayStages,
  outcomes: say.sayOutcomes,
  firstContact: say.sayFirstContact,
  callbacks: say.sayCallbacks,
  repeats: say.sayRepeats,
  norms: say.sayNorms,
} as const;

/** The chosen table's way, or that of the one walked most. */
export const funnelOf = ({ funnels }: InsightFigures, tableId: string | null) =>
  funnels.find((one) => one.tableId === tableId) ?? funnels[0];

const tables: Record<FigureName, (figures: InsightFigures, t: TFunction, tableId: string | null) => Table> = {
  failed: ({ failed }, t) => ({
    header: [
      t('insight.failed.typed'),
      t('insight.failed.timesShort'),
      t('insight.failed.people'),
      t('insight.failed.later'),
    ],
    rows: failed.topics.map(({ text, times, people, solvedBy }) => [text, times, people, solvedBy[0]?.title ?? '']),
  }),
  speed: ({ speed }, t) => ({
    header: [t('insight.speed.day'), inSeconds(t('insight.speed.copied'), t), inSeconds(t('insight.speed.said'), t)],
    rows: [
      ...speed.days.map(({ day, copiedMs, saidMs }) => [day, secondsOf(copiedMs), secondsOf(saidMs)]),
      [t('insight.total'), secondsOf(speed.copied.medianMs), secondsOf(speed.said.medianMs)],
    ],
  }),
  funnel: ({ funnels }, t, tableId) => ({
    header: [
      t('insight.funnel.plainName'),
      ...(['started', 'cleared', 'explained', 'accepted'] as const).map((step) => t(`insight.funnel.${step}`)),
      t('insight.behind.what.tableOrder'),
      t('insight.behind.what.tableEscalated'),
    ],
    rows: funnels
      .filter((one) => tableId === null || one.tableId === tableId)
      .map((one) => [one.title, one.started, one.cleared, one.explained, one.accepted, one.order, one.escalated]),
  }),
  orders: ({ orders }, t) => ({
    header: [t('insight.orders.category'), t('insight.orders.total'), t('insight.orders.late')],
    rows: orders.categories.map(({ category, total, late }) => [say.sayCategory(category, t), total, late]),
  }),
  lint: ({ lint }, t) => ({
    header: [
      t('insight.lint.phrase'),
      t('insight.lint.instead'),
      t('insight.lint.timesShort'),
      t('insight.lint.mended'),
    ],
    rows: lint.rules.map(({ ruleId, phrase, rewording, times, mended }) => [
      say.sayRule(ruleId, phrase, t),
      rewording,
      times,
      mended,
    ]),
  }),
  due: ({ due }, t) => ({
    header: [t('insight.due.line'), t('insight.due.owner'), t('insight.due.when')],
    rows: (due?.entries ?? []).map(({ title, owner, dueOn }) => [title, owner, dueOn]),
  }),
  lines: ({ lines }, t) => ({
    header: [t('insight.lines.line'), t('insight.lines.copied'), t('insight.lines.said')],
    rows: lines.used.map(({ title, copied, said }) => [title, copied, said]),
  }),
  stages: ({ stages }, t) => ({
    header: [t('insight.stages.stage'), inSeconds(t('insight.stages.median'), t), t('insight.stages.times')],
    rows: stages.map(({ stage, medianMs, times }) => [t(`vocabulary.stage.${stage}`), secondsOf(medianMs), times]),
  }),
  outcomes: ({ outcomes }, t) => ({
    header: [t('insight.outcomes.outcome'), t('insight.outcomes.times')],
    rows: outcomes.map(({ title, times }) => [title, times]),
  }),
  firstContact: ({ firstContact: { finished, resolved } }, t) => ({
    header: [t('insight.firstContact.name'), t('insight.firstContact.times')],
    rows: [
      [t('insight.firstContact.resolved'), resolved],
      [t('insight.firstContact.later'), finished - resolved],
    ],
  }),
  callbacks: ({ callbacks }, t) => ({
    header: [t('insight.callbacks.result'), t('insight.callbacks.times')],
    rows: (['satisfied', 'unsatisfied', 'notReached'] as const).map((result) => [
      t(`insight.callbacks.${result}`),
      callbacks[result],
    ]),
  }),
  repeats: ({ repeats }, t) => ({
    header: [t('insight.repeats.flow'), t('insight.repeats.times')],
    rows: repeats.flows.map(({ title, times }) => [title, times]),
  }),
  norms: ({ norms }, t) => ({
    header: [t('insight.norms.norm'), `${t('insight.norms.percent')} %`, t('insight.norms.runs')],
    rows: norms.map(({ norm, percent, runs }) => [t(`rehearsal.norm.${norm}`), percent, runs]),
  }),
};

const inSeconds = (name: string, t: TFunction): string => `${name} (${t('insight.speed.unit')})`;
const secondsOf = (ms: number | null): number | string => (ms === null ? '' : ms / 1_000);
