import type { Funnel, InsightFigures } from '#contract/insight/views.ts';
import { normSchema } from '#contract/judge.ts';
import { workOrderCategorySchema } from '#contract/vocabulary.ts';
import type { DueEntry } from '#contract/workshop/views.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { usabilityOn } from '../library/usability.ts';
import { dayText } from './count-repo.ts';
import { ERASED_ORDER } from './order-count-repo.ts';
import type { RawFigures } from './raw-figures.ts';
import { titlesOf } from './titles.ts';

export interface PresentParts {
  readonly catalogue: Catalogue;
  readonly fromDay: number;
  readonly toDay: number;
  /** Today at the site, YYYY-MM-DD. */
  readonly today: string;
  readonly packId: string | null;
  readonly repeatDays: number;
  readonly due: readonly DueEntry[] | null;
}

const LINES_SHOWN = 50;

/** Figures with the names that people know things by. Pure. */
export function presentFigures(raw: RawFigures, parts: PresentParts): InsightFigures {
  const { catalogue, repeatDays } = parts;
  const titles = titlesOf(catalogue);
  const sum = (counts: readonly { n: number }[]) => counts.reduce((all, { n }) => all + n, 0);
  const repeats = raw.repeats.filter(({ days }) => days <= repeatDays);
  return {
    fromDay: dayText(parts.fromDay),
    toDay: dayText(parts.toDay),
    people: raw.people,
    copied: sum(raw.copied),
    said: sum(raw.said),
    failed: {
      times: raw.failed.times,
      reported: raw.failed.reported,
      topics: raw.failed.topics.map(({ text, times, people, triedNext, solvedBy }) => ({
        ...{ text, times, people, triedNext },
        solvedBy: solvedBy.map((line) => ({ ...line, title: titles.entry(line.entryId) })),
      })),
    },
    speed: raw.speed,
    lines: linesOf(raw, parts),
    stages: raw.stages,
    funnels: funnelsOf(raw, titles.entry),
    outcomes: grouped(raw.outcomes.map(({ key, n }) => ({ id: key, title: titles.outcome(key), n }))),
    brokenOff: raw.brokenOff,
    firstContact: { finished: raw.finished, resolved: raw.resolved },
    repeats: {
      talks: raw.finished,
      times: sum(repeats),
      withinDays: repeatDays,
      flows: grouped(repeats.map(({ flowId, n }) => ({ id: flowId, title: titles.entry(flowId), n }))),
    },
    orders: ordersOf(raw),
    callbacks: {
      satisfied: sum(raw.callbacks.filter(({ callback }) => callback === 'satisfied')),
      unsatisfied: sum(raw.callbacks.filter(({ callback }) => callback === 'unsatisfied')),
      notReached: sum(raw.callbacks.filter(({ callback }) => callback === 'notReached')),
    },
    lint: {
      times: sum(raw.hits),
      mended: sum(raw.mended),
      rules: raw.hits
        .map(({ key, n }) => ({
          ruleId: key,
          ...titles.rule(key),
          times: n,
          mended: raw.mended.find((one) => one.key === key)?.n ?? 0,
        }))
        .sort((a, b) => b.times - a.times || (a.ruleId < b.ruleId ? -1 : 1)),
    },
    norms: normSchema.options.flatMap((norm) => {
      const found = raw.norms.find(({ key }) => key === norm);
      return found === undefined ? [] : [{ norm, percent: Math.round(found.total / found.n), runs: found.n }];
    }),
    due: parts.due && dueOf(parts.due, parts.today),
  };
}

/** Outcomes of several flows that are called the same are one. */
function grouped(counts: readonly { id: string; title: string; n: number }[]): InsightFigures['outcomes'] {
  const groups = Map.groupBy(counts, ({ title }) => title);
  return [...groups]
    .map(([title, same]) => ({
      id: [...new Set(same.map(({ id }) => id))].length === 1 ? (same[0]?.id ?? '') : '',
      title,
      times: same.reduce((all, { n }) => all + n, 0),
    }))
    .sort((a, b) => b.times - a.times || (a.title < b.title ? -1 : 1));
}

function linesOf(raw: RawFigures, { catalogue, packId, today }: PresentParts): InsightFigures['lines'] {
  const used = new Map<string, { copied: number; said: number }>();
  for (const how of ['copied', 'said'] as const) {
    for (const { key, n } of raw[how]) used.set(key, { ...(used.get(key) ?? { copied: 0, said: 0 }), [how]: n });
  }
  const inForce = catalogue.wordings.filter(
    (one) => (packId === null || one.packId === packId) && usabilityOn(today, one.entry.provenance).state === 'inForce',
  );
  const known = [...used].flatMap(([entryId, uses]) => {
    const title = catalogue.findWording(entryId)?.entry.title;
    return title === undefined ? [] : [{ entryId, title, ...uses }];
  });
  const unused = inForce.filter(({ entry }) => !used.has(entry.id));
  return {
    used: known
      .sort((a, b) => b.copied + b.said - a.copied - a.said || (a.entryId < b.entryId ? -1 : 1))
      .slice(0, LINES_SHOWN),
    linesUsed: inForce.length - unused.length,
    linesInForce: inForce.length,
    unusedTotal: unused.length,
    unused: unused.slice(0, LINES_SHOWN).map(({ entry, packId: pack }) => ({
      entryId: entry.id,
      title: entry.title,
      packTitle: catalogue.packTitle(pack),
    })),
  };
}

function funnelsOf(raw: RawFigures, title: (entryId: string) => string): Funnel[] {
  const tables = new Map<string, Funnel>();
  for (const { tableId, step, n } of raw.tables) {
    const before = tables.get(tableId) ?? { tableId, title: title(tableId), ...nothingYet };
    tables.set(tableId, { ...before, [step]: n });
  }
  return [...tables.values()].sort((a, b) => b.started - a.started || (a.tableId < b.tableId ? -1 : 1));
}

const nothingYet = { started: 0, cleared: 0, explained: 0, accepted: 0, order: 0, escalated: 0 };

function ordersOf({ orders }: RawFigures): InsightFigures['orders'] {
  const all = (of: 'total' | 'late' | 'reopened') => orders.reduce((sum, row) => sum + row[of], 0);
  return {
    total: all('total'),
    late: all('late'),
    reopened: all('reopened'),
    categories: orders.map(({ category, total, late }) => ({
      category: category === ERASED_ORDER ? ERASED_ORDER : workOrderCategorySchema.parse(category),
      ...{ total, late },
    })),
  };
}

function dueOf(entries: readonly DueEntry[], today: string): NonNullable<InsightFigures['due']> {
  const because = (why: DueEntry['why'][number]) => entries.filter((entry) => entry.why.includes(why)).length;
  return {
    today,
    overdue: because('overdue'),
    soon: because('soon') + because('expiring'),
    expired: because('expired'),
    basis: because('basisSuperseded'),
    entries: entries.slice(0, LINES_SHOWN),
  };
}
