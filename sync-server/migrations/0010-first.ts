import { type Kysely, sql } from 'kysely';
import type { ServerMigration } from './server-migration.ts';

/** The whole of the first server; types are those that both databases have under one name or another. */
export const firstMigration: ServerMigration = {
  name: '0010-first',
  async up(db: Kysely<unknown>, dialect) {
    const bytes = dialect === 'postgres' ? sql`bytea` : sql`blob`;
    const whole = dialect === 'postgres' ? sql`bigint` : sql`integer`;
    const strict = dialect === 'postgres' ? sql`` : sql`strict`;
    const table = (name: string) => db.schema.createTable(name).modifyEnd(strict);

    await table('site')
      .addColumn('site_id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('created_at_ms', whole, (c) => c.notNull())
      .addColumn('last_cursor', whole, (c) => c.notNull().defaultTo(0))
      .execute();
    await table('install')
      .addColumn('install_id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('site_id', 'text', (c) => c.notNull().references('site.site_id'))
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('public_key', bytes, (c) => c.notNull())
      .addColumn('enrolled_at_ms', whole, (c) => c.notNull())
      .addColumn('revoked_at_ms', whole)
      .addColumn('last_seen_at_ms', whole)
      .addColumn('app_version', 'text', (c) => c.notNull())
      .execute();
    await table('enrolment_code')
      .addColumn('code_hash', bytes, (c) => c.primaryKey().notNull())
      .addColumn('site_id', 'text', (c) => c.notNull().references('site.site_id'))
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('expires_at_ms', whole, (c) => c.notNull())
      .addColumn('used_by', 'text')
      .execute();
    await table('event')
      .addColumn('install_id', 'text', (c) => c.notNull())
      .addColumn('epoch', whole, (c) => c.notNull())
      .addColumn('seq', whole, (c) => c.notNull())
      .addColumn('site_id', 'text', (c) => c.notNull())
      .addColumn('cursor', whole)
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('at_ms', whole, (c) => c.notNull())
      .addColumn('person_id', 'text')
      .addColumn('subject_ids', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('schema_version', whole, (c) => c.notNull())
      .addColumn('sealed', bytes)
      .addColumn('commitment', bytes, (c) => c.notNull())
      .addColumn('hash', bytes, (c) => c.notNull())
      .addColumn('received_at_ms', whole, (c) => c.notNull())
      .addPrimaryKeyConstraint('event_place', ['install_id', 'epoch', 'seq'])
      .execute();
    await db.schema
      .createIndex('event_feed')
      .unique()
      .on('event')
      .columns(['site_id', 'cursor'])
      .where(sql.ref('cursor'), 'is not', null)
      .execute();
    await table('event_subject')
      .addColumn('site_id', 'text', (c) => c.notNull())
      .addColumn('subject_id', 'text', (c) => c.notNull())
      .addColumn('install_id', 'text', (c) => c.notNull())
      .addColumn('epoch', whole, (c) => c.notNull())
      .addColumn('seq', whole, (c) => c.notNull())
      .addPrimaryKeyConstraint('event_subject_key', ['site_id', 'subject_id', 'install_id', 'epoch', 'seq'])
      .execute();
    await table('erased_subject')
      .addColumn('site_id', 'text', (c) => c.notNull())
      .addColumn('subject_id', 'text', (c) => c.notNull())
      .addColumn('erased_at_ms', whole, (c) => c.notNull())
      .addPrimaryKeyConstraint('erased_subject_key', ['site_id', 'subject_id'])
      .execute();
    await table('head')
      .addColumn('install_id', 'text', (c) => c.notNull())
      .addColumn('epoch', whole, (c) => c.notNull())
      .addColumn('seq', whole, (c) => c.notNull())
      .addColumn('hash', bytes, (c) => c.notNull())
      .addPrimaryKeyConstraint('head_key', ['install_id', 'epoch'])
      .execute();
    await table('quarantine')
      .addColumn('install_id', 'text', (c) => c.notNull())
      .addColumn('site_id', 'text', (c) => c.notNull())
      .addColumn('epoch', whole, (c) => c.notNull())
      .addColumn('seq', whole, (c) => c.notNull())
      .addColumn('body_hash', bytes, (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('sealed', bytes, (c) => c.notNull())
      .addColumn('raised_at_ms', whole, (c) => c.notNull())
      .addPrimaryKeyConstraint('quarantine_key', ['install_id', 'epoch', 'seq', 'body_hash'])
      .execute();
    await table('person')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('site_id', 'text', (c) => c.notNull())
      .addColumn('sealed_name', bytes, (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('retired_at_ms', whole)
      .addPrimaryKeyConstraint('person_key', ['site_id', 'person_id'])
      .execute();
    await table('release_file')
      .addColumn('file', 'text', (c) => c.primaryKey().notNull())
      .addColumn('content', bytes, (c) => c.notNull())
      .addColumn('stored_at_ms', whole, (c) => c.notNull())
      .execute();
    await table('server_fact')
      .addColumn('key', 'text', (c) => c.primaryKey().notNull())
      .addColumn('value', bytes, (c) => c.notNull())
      .execute();
  },
};
