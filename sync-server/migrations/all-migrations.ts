import { firstMigration } from './0010-first.ts';
import type { ServerMigration } from './server-migration.ts';

export const allMigrations: readonly ServerMigration[] = [firstMigration];
