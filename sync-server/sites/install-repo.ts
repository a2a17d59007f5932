import type { InstallRole } from '#contract/sync/terms.ts';
import { installRoleSchema } from '#contract/sync/terms.ts';
import type { ServerDb } from '../db/open-database.ts';

export interface InstallRow {
  readonly installId: string;
  readonly siteId: string;
  readonly role: InstallRole;
  readonly name: string;
  readonly publicKey: Uint8Array;
  readonly enrolledAtMs: number;
  readonly revokedAtMs: number | null;
  readonly lastSeenAtMs: number | null;
  readonly appVersion: string;
}

const columns = [
  'install_id as installId',
  'site_id as siteId',
  'role',
  'name',
  'public_key as publicKey',
  'enrolled_at_ms as enrolledAtMs',
  'revoked_at_ms as revokedAtMs',
  'last_seen_at_ms as lastSeenAtMs',
  'app_version as appVersion',
] as const;

const typed = <Row extends { role: string }>(row: Row) => ({ ...row, role: installRoleSchema.parse(row.role) });

export async function findInstall(db: ServerDb, installId: string): Promise<InstallRow | null> {
  const row = await db.selectFrom('install').select(columns).where('install_id', '=', installId).executeTakeFirst();
  return row ? typed(row) : null;
}

export async function listInstalls(db: ServerDb, siteId: string | null): Promise<InstallRow[]> {
  let query = db.selectFrom('install').select(columns).orderBy('site_id').orderBy('name');
  if (siteId !== null) query = query.where('site_id', '=', siteId);
  return (await query.execute()).map(typed);
}

/** Enrols it, or enrols it again under the same id: a PC whose data was restored keeps its place. */
export async function putInstall(db: ServerDb, install: InstallRow): Promise<void> {
  const row = {
    install_id: install.installId,
    site_id: install.siteId,
    role: install.role,
    name: install.name,
    public_key: install.publicKey,
    enrolled_at_ms: install.enrolledAtMs,
    revoked_at_ms: null,
    last_seen_at_ms: install.lastSeenAtMs,
    app_version: install.appVersion,
  };
  await db
    .insertInto('install')
    .values(row)
    .onConflict((conflict) => conflict.column('install_id').doUpdateSet(row))
    .execute();
}

export async function revokeInstall(db: ServerDb, installId: string, atMs: number): Promise<boolean> {
  const done = await db
    .updateTable('install')
    .set({ revoked_at_ms: atMs })
    .where('install_id', '=', installId)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function markSeen(db: ServerDb, installId: string, atMs: number, appVersion: string): Promise<void> {
  await db
    .updateTable('install')
    .set(appVersion === '' ? { last_seen_at_ms: atMs } : { last_seen_at_ms: atMs, app_version: appVersion })
    .where('install_id', '=', installId)
    .execute();
}
