import type { ServerDb } from '../db/open-database.ts';

export interface SiteRow {
  readonly siteId: string;
  readonly name: string;
  readonly createdAtMs: number;
}

const columns = ['site_id as siteId', 'name', 'created_at_ms as createdAtMs'] as const;

export function listSites(db: ServerDb): Promise<SiteRow[]> {
  return db.selectFrom('site').select(columns).orderBy('site_id').execute();
}

export function findSite(db: ServerDb, siteId: string): Promise<SiteRow | undefined> {
  return db.selectFrom('site').select(columns).where('site_id', '=', siteId).executeTakeFirst();
}

/** False where the site exists already. */
export async function addSite(db: ServerDb, site: SiteRow): Promise<boolean> {
  const added = await db
    .insertInto('site')
    .values({ site_id: site.siteId, name: site.name, created_at_ms: site.createdAtMs })
    .onConflict((conflict) => conflict.column('site_id').doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
