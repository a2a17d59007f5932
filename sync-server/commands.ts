import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type InstallRole, installRoleSchema, siteIdSchema } from '#contract/sync/terms.ts';
import type { ServerConfig } from './config.ts';
import { openServerDatabase } from './db/open-database.ts';
import { createSealer } from './sealer.ts';
import { CODE_LIFE_MS, codeHashOf, newCode } from './sites/enrolment-code.ts';
import { addCode } from './sites/enrolment-code-repo.ts';
import { listPeople } from './sites/person-repo.ts';
import { addSite, findSite } from './sites/site-repo.ts';

/** Makes the server key where there is none; readable by its owner alone. Says whether it did. */
export function makeKeyFile(file: string): boolean {
  if (existsSync(file)) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return true;
}

/** Adds the site where it is new, and issues a one-time code for a PC of it. */
export async function issueCode(
  config: ServerConfig,
  ask: { readonly siteId: string; readonly siteName: string; readonly role: string },
  nowMs: number,
): Promise<{ code: string; expiresAtMs: number }> {
  const siteId = siteIdSchema.parse(ask.siteId);
  const role: InstallRole = installRoleSchema.parse(ask.role);
  const { db, close } = await openServerDatabase(config);
  try {
    if (!(await findSite(db, siteId))) await addSite(db, { siteId, name: ask.siteName, createdAtMs: nowMs });
    const code = newCode();
    const expiresAtMs = nowMs + CODE_LIFE_MS;
    await addCode(db, { codeHash: codeHashOf(code), siteId, role, expiresAtMs });
    return { code, expiresAtMs };
  } finally {
    await close();
  }
}

/** People of all sites, one line each. */
export async function describePeople(config: ServerConfig): Promise<string[]> {
  const { db, close } = await openServerDatabase(config);
  const sealer = createSealer(config.masterKey, 'people');
  try {
    return (await listPeople(db, null)).map(({ personId, siteId, role, sealedName, retiredAtMs }) => {
      const name = Buffer.from(sealer.open(sealedName, Buffer.from(`${siteId}\n${personId}`, 'utf8'))).toString('utf8');
      return [siteId, role, name, personId, retiredAtMs === null ? '' : 'retired'].join('\t');
    });
  } finally {
    await close();
  }
}
