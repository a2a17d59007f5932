import type { Migration } from '../migrate.ts';

/** What was said when an alert ended may name somebody: sealed, where a search for a person finds it. */
export const endsOfAlertsMigration: Migration = {
  version: 350,
  name: 'ends of alerts',
  up(db) {
    db.exec('ALTER TABLE alert_mark ADD COLUMN text_sealed BLOB');
  },
};
