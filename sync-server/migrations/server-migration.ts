import type { Kysely } from 'kysely';

export type Dialect = 'sqlite' | 'postgres';

/** Numbered in tens, additive; run once, in the order of their names. */
export interface ServerMigration {
  readonly name: string;
  up(db: Kysely<unknown>, dialect: Dialect): Promise<void>;
}
