import { expect, test } from 'vitest';
import { migrations } from '#core/db/migrations/all-migrations.ts';
import { type FactBehind, factsBehind, ordersBehind } from '#core/insight/behind-repo.ts';
import { insightProjection } from '#core/insight/projection.ts';
import { type RawQuery, readFigures } from '#core/insight/raw-figures.ts';
import { toWire } from '#core/journal/event.ts';
import { searchFailuresProjection } from '#core/search/failures/projection.ts';
import { openJournal } from '#tests/harness/open-journal.ts';
import { tableDigest } from '#tests/harness/table-digest.ts';
import { dayNumberOf, type PlainAsk, plainFigures, tally } from './plain-figures.ts';
import { actSomehow } from './random-activity.ts';

const projections = [searchFailuresProjection, insightProjection];

function openCounting(installId: string) {
  return openJournal(undefined, {
    projections,
    installId,
    prepare: (db) => {
      for (const { version, up } of migrations) if (version > 10) up(db);
    },
  });
}

/** Two desks of a site, each having taken in what the other did. */
function twoDesks() {
  const [here, there] = [openCounting('install-a'), openCounting('install-b')];
  actSomehow(here.journal, here.clock, 260, 1);
  actSomehow(there.journal, there.clock, 160, 2);
  const foreign = there.journal.read({ epoch: 1, seq: 1 }, 10_000);
  here.journal.takeForeign(foreign.map(toWire));
  const own = here.journal.read({ epoch: 1, seq: 1 }, 10_000);
  return { ...here, events: [...own, ...foreign] };
}

const query = ({ from, to, personId, installId }: PlainAsk): RawQuery => ({
  scope: personId === undefined ? (installId === undefined ? '' : `d:${installId}`) : `p:${personId}`,
  fromDay: dayNumberOf(from),
  toDay: dayNumberOf(to),
  prefix: '',
  fromAtMs: 0,
  toAtMs: Number.MAX_SAFE_INTEGER,
});

const sums = (rows: readonly { key: string; n: number }[]) => sorted(rows.map(({ key, n }) => [key, n]));
const sorted = (pairs: readonly (readonly [string, number])[]) =>
  Object.fromEntries([...pairs].sort(([a], [b]) => (a < b ? -1 : 1)));

const asks: readonly PlainAsk[] = [
  { from: '2026-01-01', to: '2027-12-31' },
  { from: '2026-11-05', to: '2026-11-09' },
  { from: '2026-11-04', to: '2026-11-12', personId: 'person-2' },
  { from: '2026-01-01', to: '2027-12-31', installId: 'install-b' },
];

test('every figure is the one that a plain count over the opened journal gives', () => {
  const { db, journal, events } = twoDesks();
  for (const ask of asks) {
    const plain = plainFigures(events, ask);
    const raw = readFigures(db, journal.fields, query(ask));
    const of = (name: string) => `${name} ${JSON.stringify(ask)}`;
    expect(plain.finished + plain.brokenOff, of('something to count')).toBeGreaterThan(0);
    expect(sums(raw.copied), of('copied')).toEqual(plain.copied);
    expect(sums(raw.said), of('said')).toEqual(plain.said);
    expect(raw.failed.times, of('failed')).toBe(plain.failed);
    expect(raw.speed, of('speed')).toEqual(plain.speed);
    expect(raw.stages, of('stages')).toEqual(plain.stages);
    for (const [step, counts] of Object.entries(plain.funnel)) {
      const shown = raw.tables.filter((one) => one.step === step).map(({ tableId, n }) => [tableId, n] as const);
      expect(sorted(shown), of(step)).toEqual(counts);
    }
    expect(sums(raw.outcomes), of('outcomes')).toEqual(plain.outcomes);
    expect([raw.finished, raw.brokenOff, raw.resolved], of('talks')).toEqual([
      plain.finished,
      plain.brokenOff,
      plain.resolved,
    ]);
    const repeats = raw.repeats.filter(({ days }) => days <= 30).reduce((all, { n }) => all + n, 0);
    expect(repeats, of('repeats')).toBe(plain.repeats);
    expect(sorted(raw.orders.map(({ category, total }) => [category, total])), of('orders')).toEqual(plain.orders);
    const late = raw.orders.flatMap(({ category, late: n }) => (n === 0 ? [] : [[category, n] as const]));
    expect(sorted(late), of('late')).toEqual(plain.late);
    expect(
      raw.orders.reduce((all, { reopened }) => all + reopened, 0),
      of('reopened'),
    ).toBe(plain.reopened);
    expect(sorted(raw.callbacks.map(({ callback, n }) => [callback, n])), of('callbacks')).toEqual(plain.callbacks);
    expect(sums(raw.hits), of('hits')).toEqual(plain.hits);
    expect(sums(raw.mended), of('mended')).toEqual(plain.mended);
    expect(sums(raw.norms), of('norms')).toEqual(plain.norms);
    expect(
      raw.norms.reduce((all, { total }) => all + total, 0),
      of('norm percents'),
    ).toBe(plain.normTotals);
  }
});

test('what is listed behind a figure is exactly what it counts, page after page', () => {
  const { db, events } = twoDesks();
  for (const ask of asks) {
    const plain = plainFigures(events, ask);
    const listed = (what: FactBehind, key: string | null = null) => {
      const found: string[] = [];
      for (let after: { day: number; atMs: number; place: number } | null = null; ; ) {
        const page = factsBehind(db, what, { ...query(ask), key, after, limit: 7 });
        found.push(...page.map((fact) => fact.key));
        after = page.at(-1) ?? null;
        if (page.length < 7) return found;
      }
    };
    expect(tally(listed('copied'))).toEqual(plain.copied);
    expect(tally(listed('said'))).toEqual(plain.said);
    expect(listed('copied', 'telecom/a')).toHaveLength(plain.copied['telecom/a'] ?? 0);
    expect(listed('answered')).toHaveLength(plain.speed.copied.times + plain.speed.said.times);
    expect(listed('stages', 'clarify')).toHaveLength(plain.stages[1]?.times ?? 0);
    expect(tally(listed('tableAccepted'))).toEqual(plain.funnel.accepted);
    expect(tally(listed('outcomes'))).toEqual(plain.outcomes);
    expect(tally(listed('lint'))).toEqual(plain.hits);
    const orders = ordersBehind(db, 'orders', { ...query(ask), key: null, after: null, limit: 1_000 });
    expect(tally(orders.map(({ category }) => category))).toEqual(plain.orders);
    const late = ordersBehind(db, 'late', { ...query(ask), key: null, after: null, limit: 1_000 });
    expect(tally(late.map(({ category }) => category))).toEqual(plain.late);
  }
});

test('a rebuild counts the same, and an erased order is counted without what it was', () => {
  const { db, journal, events } = twoDesks();
  const digest = () => tableDigest(db, insightProjection.tables);
  const before = digest();
  journal.rebuild();
  expect(digest()).toBe(before);

  const drafted = events.find(({ kind, installId }) => kind === 'workOrder.drafted' && installId === 'install-a');
  const [customerId = ''] = drafted?.subjectIds ?? [];
  journal.erase('person-1', customerId, 'customerAsked');
  const after = digest();
  expect(after).not.toBe(before);
  journal.rebuild();
  expect(digest()).toBe(after);
  const [all] = asks;
  const raw = readFigures(db, journal.fields, query(all as PlainAsk));
  expect(raw.orders.find(({ category }) => category === 'erased')?.total).toBe(1);
  const total = plainFigures(events, all as PlainAsk);
  expect(raw.orders.reduce((sum, row) => sum + row.total, 0)).toBe(
    Object.values(total.orders).reduce((sum, n) => sum + n, 0),
  );
});
