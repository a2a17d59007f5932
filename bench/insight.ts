import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#core/db/migrate.ts';
import { migrations } from '#core/db/migrations/all-migrations.ts';
import { openForReading, openForWriting, type ReadHandle, type WriteHandle } from '#core/db/open.ts';
import { factsBehind, ordersBehind } from '#core/insight/behind-repo.ts';
import { BLOCK_DAYS } from '#core/insight/count-repo.ts';
import type { Reach } from '#core/insight/figures-repo.ts';
import { readFigures } from '#core/insight/raw-figures.ts';
import { createFieldSealer } from '#core/journal/field-sealer.ts';
import type { BenchRow } from './bench-row.ts';

/** Each of them counted: more than five million events of a desk come to, of which not all count. */
const EVENTS = 5_000_000;
const DAYS = 730;
const LAST_DAY = 20_778;
const PEOPLE = 60;
const DESKS = 10;
const LINES = 1_800;
const ORDERS = 60_000;
const RUNS = 5;
const BAR_MS = 1_000;

/**
 * All charts of the page at once over 5,000,000 counted events of two years, sixty people and ten desks, written into the
 * tables of the projection as it would leave them. CPU time of the whole page, so that the bar for any one chart is kept by all together.
 */
export async function benchInsight(events = EVENTS): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-insight-'));
  try {
    const file = join(folder, 'bench.db');
    const writing = openForWriting(file);
    migrate(writing, migrations, { backupTo: null });
    fill(writing, events);
    writing.close();
    const db = openForReading(file);
    try {
      return measure(db, events);
    } finally {
      db.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(db: WriteHandle, events: number): void {
  // Nothing here has to survive a power cut.
  db.pragma('synchronous = OFF');
  db.prepare(
    `INSERT INTO insight_fact (metric, day, at_ms, install_id, person_id, key, value, ref)
     WITH RECURSIVE event (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM event WHERE n + 1 < @events),
     mixed AS (SELECT n, (n * 7919) % 100 AS kind, n * CAST(@days AS INTEGER) / CAST(@events AS INTEGER) AS day, (n * 48271) % 2147483647 AS h,
       (n * 69621) % 2147483647 AS g FROM event)
     SELECT CASE WHEN kind < 30 THEN 'copied' WHEN kind < 60 THEN 'said' WHEN kind < 75 THEN 'answered.copied'
         WHEN kind < 85 THEN 'answered.said' WHEN kind < 88 THEN 'failed' WHEN kind < 90 THEN 'lint.hit'
         WHEN kind < 91 THEN 'talk' WHEN kind < 92 THEN 'outcome' WHEN kind < 94 THEN 'stage.accept'
         WHEN kind < 96 THEN 'stage.clarify' WHEN kind < 98 THEN 'table.started' WHEN kind < 99 THEN 'repeat' ELSE 'norm' END,
       @last - @days + 1 + day, (@last - @days + 1 + day) * 86400000 + h % 86400000,
       'install-' || (g % CAST(@desks AS INTEGER)), 'person-' || (h % CAST(@people AS INTEGER)),
       CASE WHEN kind < 60 THEN 'telecom/line-' || (h % CAST(@lines AS INTEGER)) WHEN kind < 85 THEN 'telecom/|' || (h % 90)
         WHEN kind < 88 THEN '' WHEN kind < 90 THEN 'forbidden/rule-' || (h % 200) WHEN kind < 91 THEN 'flows/f' || (h % 8)
         WHEN kind < 92 THEN 'flows/f' || (h % 8) || '|o' || (g % 5) WHEN kind < 96 THEN 'flows/f' || (h % 8) || '|' || (g % 200)
         WHEN kind < 98 THEN 'telecom/t' || (h % 34) WHEN kind < 99 THEN 'flows/f' || (h % 8) || '|' || (g % 60)
         ELSE 'soothing' END,
       h % 9000, ''
     FROM mixed`,
  ).run({ events, days: DAYS, last: LAST_DAY, people: PEOPLE, desks: DESKS, lines: LINES });
  const sums = [
    [`''`, 'day'],
    [`''`, `-1 - day / ${BLOCK_DAYS}`],
    [`'p:' || person_id`, 'day'],
    [`'d:' || install_id`, 'day'],
  ];
  for (const [scope, day] of sums) {
    db.exec(
      `INSERT INTO insight_sum (scope, metric, day, key, n, total)
       SELECT ${scope}, metric, ${day}, key, count(*), sum(value) FROM insight_fact GROUP BY 1, 2, 3, 4`,
    );
  }
  db.prepare(
    `INSERT INTO insight_order (work_order_id, day, at_ms, install_id, person_id, category, late_at_ms)
     WITH RECURSIVE made (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM made WHERE n + 1 < ?)
     SELECT 'order-' || n, ? - n % CAST(? AS INTEGER), n, 'install-' || (n % 10), 'person-' || (n % 60),
       CASE n % 5 WHEN 0 THEN 'billing' WHEN 1 THEN 'data' ELSE 'network' END, CASE WHEN n % 20 = 0 THEN n END FROM made`,
  ).run(ORDERS, LAST_DAY, DAYS);
}

function measure(db: ReadHandle, events: number): BenchRow[] {
  const seal = createFieldSealer(new Uint8Array(32).fill(1));
  const reach = (scope: string, days: number): Reach => ({
    ...{ scope, prefix: '' },
    fromDay: LAST_DAY - days + 1,
    toDay: LAST_DAY,
  });
  const page = (scope: string, days: number) => () =>
    readFigures(db, seal, { ...reach(scope, days), fromAtMs: 0, toAtMs: Number.MAX_SAFE_INTEGER });
  const list = { key: null, after: null, limit: 51 };
  const rare = { ...list, key: 'telecom/line-7' };
  const row = (what: string, work: () => unknown): BenchRow => {
    const figure = cpuMs(work);
    return { bench: `insight: ${what}`, figure, unit: 'ms', bar: BAR_MS, ok: figure <= BAR_MS };
  };
  const size = `${(events / 1_000_000).toLocaleString('en')}M events`;
  return [
    row(`every chart, 7 days of ${size}`, page('', 7)),
    row(`every chart, 30 days of ${size}`, page('', 30)),
    row(`every chart, 90 days of ${size}`, page('', 90)),
    row(`every chart, all 730 days of ${size}`, page('', DAYS)),
    row(`every chart, all 730 days of ${size}, one person`, page('p:person-7', DAYS)),
    row(`every chart, all 730 days of ${size}, one desk`, page('d:install-7', DAYS)),
    row('events behind a figure, a page', () => factsBehind(db, 'said', { ...reach('', 90), ...list })),
    row('events behind one line, a page', () => factsBehind(db, 'said', { ...reach('', DAYS), ...rare })),
    row('orders behind a figure, a page', () => ordersBehind(db, 'late', { ...reach('', DAYS), ...list })),
  ];
}

/** The middle of several runs, in CPU time of this process: others may work on the machine meanwhile. */
function cpuMs(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  }).sort((a, b) => a - b);
  return times[Math.floor(RUNS / 2)] ?? Number.NaN;
}
