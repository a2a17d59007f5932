import type { ServerConfig } from '#sync-server/config.ts';
import { openServerDatabase } from '#sync-server/db/open-database.ts';
import { CODE_LIFE_MS, codeHashOf, newCode } from '#sync-server/sites/enrolment-code.ts';
import { addCode } from '#sync-server/sites/enrolment-code-repo.ts';
import { addSite } from '#sync-server/sites/site-repo.ts';
import { SimulatedDesk } from './simulated-desk.ts';

/** So many desks of a running server at `url`, each with a token; their codes are written over one connection. */
export async function enrolDesks(
  config: ServerConfig,
  url: string,
  many: number,
  whose: (index: number) => { readonly installId: string; readonly siteId: string },
): Promise<SimulatedDesk[]> {
  const made: SimulatedDesk[] = [];
  const { db, close } = await openServerDatabase(config);
  for (let index = 0; index < many; index += 1) {
    const { installId, siteId } = whose(index);
    await addSite(db, { siteId, name: siteId, createdAtMs: Date.now() });
    const code = newCode();
    await addCode(db, { codeHash: codeHashOf(code), siteId, role: 'desk', expiresAtMs: Date.now() + CODE_LIFE_MS });
    const desk = new SimulatedDesk(url, installId);
    for (const answer of [await desk.enrol(code), await desk.takeToken(Date.now())]) {
      if (!answer.ok) throw new Error(`not enrolled: ${answer.status}`);
    }
    made.push(desk);
  }
  await close();
  return made;
}
