import type { InstallRole } from '#contract/sync/terms.ts';
import { installRoleSchema } from '#contract/sync/terms.ts';
import type { ServerDb } from '../db/open-database.ts';

export async function addCode(
  db: ServerDb,
  code: { codeHash: Uint8Array; siteId: string; role: InstallRole; expiresAtMs: number },
): Promise<void> {
  await db
    .insertInto('enrolment_code')
    .values({
      code_hash: code.codeHash,
      site_id: code.siteId,
      role: code.role,
      expires_at_ms: code.expiresAtMs,
      used_by: null,
    })
    .execute();
}

/** Takes the code for this install, once: of two that try at the same moment one gets it. A retry by the same install does too. */
export async function takeCode(
  db: ServerDb,
  codeHash: Uint8Array,
  installId: string,
  nowMs: number,
): Promise<{ siteId: string; role: InstallRole } | null> {
  const row = await db
    .updateTable('enrolment_code')
    .set({ used_by: installId })
    .where('code_hash', '=', codeHash)
    .where('expires_at_ms', '>', nowMs)
    .where((where) => where.or([where('used_by', 'is', null), where('used_by', '=', installId)]))
    .returning(['site_id as siteId', 'role'])
    .executeTakeFirst();
  return row ? { siteId: row.siteId, role: installRoleSchema.parse(row.role) } : null;
}
