import type { Migration } from '../migrate.ts';

/**
 * What insight counts: every counted event once, and sums a day, of everybody (scope ''), of a person (p:id) and of a desk
 * (d:id). Lines that were used and searches that failed before this version are counted from what is kept of them; the days
 * of those are China's. A rebuild counts them again from the journal.
 */
export const insightMigration: Migration = {
  version: 270,
  name: 'insight',
  up(db) {
    db.exec(`
      CREATE TABLE insight_fact (
        metric TEXT NOT NULL,
        day INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        install_id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        key TEXT NOT NULL,
        value INTEGER NOT NULL,
        ref TEXT NOT NULL
      ) STRICT;
      CREATE INDEX insight_fact_by_day ON insight_fact (metric, day, at_ms);
      CREATE TABLE insight_sum (
        scope TEXT NOT NULL,
        metric TEXT NOT NULL,
        day INTEGER NOT NULL,
        key TEXT NOT NULL,
        n INTEGER NOT NULL,
        total INTEGER NOT NULL,
        PRIMARY KEY (scope, metric, day, key)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE insight_talk (
        conversation_id TEXT PRIMARY KEY
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE insight_order (
        work_order_id TEXT PRIMARY KEY,
        day INTEGER,
        at_ms INTEGER,
        install_id TEXT,
        person_id TEXT,
        category TEXT,
        late_at_ms INTEGER,
        reopened INTEGER NOT NULL DEFAULT 0,
        callback TEXT,
        callback_at_ms INTEGER
      ) STRICT;
      CREATE INDEX insight_order_by_day ON insight_order (day);
      CREATE TABLE insight_zone (
        install_id TEXT PRIMARY KEY,
        zone TEXT NOT NULL,
        at_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      INSERT INTO insight_fact (metric, day, at_ms, install_id, person_id, key, value, ref)
        SELECT how, (at_ms + 28800000) / 86400000, at_ms,
          coalesce((SELECT install_id FROM journal ORDER BY rowid DESC LIMIT 1), ''), coalesce(person_id, ''),
          CASE WHEN entry_id LIKE 'personal/%' THEN 'personal/' ELSE entry_id END, 0, ''
        FROM line_use ORDER BY epoch, seq;
      INSERT INTO insight_fact (metric, day, at_ms, install_id, person_id, key, value, ref)
        SELECT 'failed', (at_ms + 28800000) / 86400000, at_ms,
          coalesce((SELECT install_id FROM journal ORDER BY rowid DESC LIMIT 1), ''), coalesce(person_id, ''), '', 0,
          event_id
        FROM search_failure ORDER BY at_ms;
      INSERT INTO insight_sum (scope, metric, day, key, n, total)
        SELECT '', metric, day, key, count(*), 0 FROM insight_fact GROUP BY metric, day, key;
      INSERT INTO insight_sum (scope, metric, day, key, n, total)
        SELECT '', metric, -1 - day / 32, key, count(*), 0 FROM insight_fact GROUP BY metric, day / 32, key;
      INSERT INTO insight_sum (scope, metric, day, key, n, total)
        SELECT 'p:' || person_id, metric, day, key, count(*), 0 FROM insight_fact GROUP BY person_id, metric, day, key;
      INSERT INTO insight_sum (scope, metric, day, key, n, total)
        SELECT 'd:' || install_id, metric, day, key, count(*), 0 FROM insight_fact GROUP BY install_id, metric, day, key;
    `);
  },
};
