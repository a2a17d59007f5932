import type { Kysely } from 'kysely';
import { firstMigration } from './0010-first.ts';

export type Dialect = 'sqlite' | 'postgres';

/** Numbered in tens, additive; run once, in the order of their names. */
export interface ServerMigration {
  readonly name: string;
  up(db: Kysely<unknown>, dialect: Dialect): Promise<void>;
}

export const allMigrations: readonly ServerMigration[] = [firstMigration];
