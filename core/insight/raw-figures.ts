import { type Stage, stageSchema } from '#contract/vocabulary.ts';
import type { ReadHandle } from '../db/open.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import { failuresSince } from '../search/failures/failure-repo.ts';
import { groupFailures } from '../search/failures/group-failures.ts';
import { dayText } from './count-repo.ts';
import {
  callbackResults,
  countPeople,
  type KeySum,
  type OrderSum,
  ordersByCategory,
  type Reach,
  sumsByDay,
  sumsByKey,
} from './figures-repo.ts';
import { answerMs, medianBucket, stageMs } from './spans.ts';

/** What the worker is asked; moments bound the searches whose words are shown. */
export interface RawQuery extends Reach {
  readonly fromAtMs: number;
  readonly toAtMs: number;
}

/** Figures by id; what things are called is the business of whoever shows them. */
export type RawFigures = ReturnType<typeof readFigures>;

const TABLE_STEPS = ['started', 'cleared', 'explained', 'accepted', 'order', 'escalated'] as const;
/** So many of the newest searches in vain are opened and grouped by what was typed. */
const WORDS_READ = 5_000;
const TOPICS = 200;

/** All figures of a period from the sums of its days. */
export function readFigures(db: ReadHandle, seal: FieldSealer, query: RawQuery) {
  const all = (metric: Parameters<typeof sumsByKey>[1]) => sumsByKey(db, metric, query);
  const times = (metric: Parameters<typeof sumsByKey>[1]) => timesOf(all(metric));
  const orders: OrderSum[] = ordersByCategory(db, query);
  return {
    people: countPeople(db, query),
    copied: all('copied'),
    said: all('said'),
    failed: { times: times('failed'), reported: times('reported'), topics: topics(db, seal, query) },
    speed: {
      copied: answered(all('answered.copied')),
      said: answered(all('answered.said')),
      days: speedByDay(db, query),
    },
    stages: stageSchema.options.map((stage: Stage) => {
      const sums = all(`stage.${stage}`);
      const median = medianBucket(sums.map(({ key, n }) => [bucketOf(key), n]));
      return { stage, times: timesOf(sums), medianMs: median === null ? null : stageMs(median) };
    }),
    tables: TABLE_STEPS.flatMap((step) => all(`table.${step}`).map(({ key, n }) => ({ tableId: key, step, n }))),
    outcomes: all('outcome').map(({ key, n }) => ({ key, n })),
    brokenOff: times('brokenOff'),
    finished: times('talk'),
    resolved: times('resolved'),
    repeats: all('repeat').map(({ key, n }) => ({ flowId: key.split('|')[0] ?? '', days: bucketOf(key), n })),
    orders,
    callbacks: callbackResults(db, query),
    hits: all('lint.hit'),
    mended: all('lint.mended'),
    norms: sumsByKey(db, 'norm', { ...query, prefix: '' }),
  };
}

const timesOf = (sums: readonly KeySum[]): number => sums.reduce((sum, { n }) => sum + n, 0);
const bucketOf = (key: string): number => Number(key.split('|').at(-1));

function answered(sums: readonly KeySum[]): { times: number; medianMs: number | null } {
  const median = medianBucket(sums.map(({ key, n }) => [bucketOf(key), n]));
  return { times: timesOf(sums), medianMs: median === null ? null : answerMs(median) };
}

function speedByDay(db: ReadHandle, query: Reach): { day: string; copiedMs: number | null; saidMs: number | null }[] {
  const medians = (metric: 'answered.copied' | 'answered.said') =>
    new Map(
      [...Map.groupBy(sumsByDay(db, metric, query), ({ day }) => day)].map(([day, sums]) => {
        const median = medianBucket(sums.map(({ key, n }) => [bucketOf(key), n]));
        return [day, median === null ? null : answerMs(median)];
      }),
    );
  const [copied, said] = [medians('answered.copied'), medians('answered.said')];
  const days = [...new Set([...copied.keys(), ...said.keys()])].sort((a, b) => a - b);
  return days.map((day) => ({ day: dayText(day), copiedMs: copied.get(day) ?? null, saidMs: said.get(day) ?? null }));
}

/** What was typed in vain; a desk's words alone are not asked for, because a search does not say on which desk it was. */
function topics(db: ReadHandle, seal: FieldSealer, { scope, fromAtMs, toAtMs }: RawQuery) {
  const personId = scope.startsWith('p:') ? scope.slice(2) : null;
  const failures = failuresSince(db, seal, fromAtMs, WORDS_READ).filter(
    (failure) => failure.atMs < toAtMs && (personId === null || failure.personId === personId),
  );
  return groupFailures(failures, () => '').slice(0, TOPICS);
}
