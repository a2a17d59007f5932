import { enrolmentText, tokenRequestText } from '#contract/sync/proof.ts';
import { PROOF_SKEW_MS } from '#contract/sync/terms.ts';
import { signedBy } from '../auth/ed25519.ts';
import { CODE_LIFE_MS, codeHashOf, newCode } from '../sites/enrolment-code.ts';
import { addCode, takeCode } from '../sites/enrolment-code-repo.ts';
import { findInstall, listInstalls, putInstall, revokeInstall } from '../sites/install-repo.ts';
import { listPeople } from '../sites/person-repo.ts';
import { addSite, findSite, listSites } from '../sites/site-repo.ts';
import { allow, routes, siteAsked } from './authorised.ts';
import type { ServerParts } from './server-parts.ts';

/** Who belongs here: codes, installs, tokens, sites and people. */
export function enrolmentRoutes(parts: ServerParts) {
  const { db } = parts.database;
  const refused = (why: string) => ({ data: { why, serverAtMs: parts.nowMs() } });
  return {
    time: routes.time.handler(() => ({ serverAtMs: parts.nowMs() })),

    enrol: routes.enrol.handler(async ({ input, errors }) => {
      const publicKey = Buffer.from(input.publicKey, 'base64url');
      const text = enrolmentText(input.code, input.installId, input.publicKey);
      if (!signedBy(publicKey, text, input.signature)) throw errors.notProven(refused('proof'));
      const nowMs = parts.nowMs();
      return await db.transaction().execute(async (transaction) => {
        const known = await findInstall(transaction, input.installId);
        const code = await takeCode(transaction, codeHashOf(input.code), input.installId, nowMs);
        const site = code && (await findSite(transaction, code.siteId));
        // An id that another site's PC holds is not given away by a code of this one.
        if (!code || !site || (known !== null && known.siteId !== code.siteId)) throw errors.codeRefused();
        await putInstall(transaction, {
          installId: input.installId,
          siteId: code.siteId,
          role: code.role,
          name: input.name,
          publicKey,
          enrolledAtMs: nowMs,
          revokedAtMs: null,
          lastSeenAtMs: nowMs,
          appVersion: input.appVersion,
        });
        return { siteId: code.siteId, siteName: site.name, role: code.role, serverId: parts.serverId };
      });
    }),

    token: routes.token.handler(async ({ input, errors }) => {
      const nowMs = parts.nowMs();
      const install = await findInstall(db, input.installId);
      const text = tokenRequestText(input.installId, input.atMs, input.nonce);
      // One answer for all: a stranger learns nothing about which installs exist.
      if (!install || install.revokedAtMs !== null || !signedBy(install.publicKey, text, input.signature)) {
        throw errors.notProven(refused('install'));
      }
      if (Math.abs(input.atMs - nowMs) > PROOF_SKEW_MS) throw errors.notProven(refused('clock'));
      return { ...parts.tokens.issue(install, nowMs), serverAtMs: nowMs };
    }),

    sites: routes.sites.handler(async ({ context }) => {
      const siteId = siteAsked(parts, context, 'sites', undefined);
      const all = await listSites(db);
      return { sites: siteId === null ? all : all.filter((site) => site.siteId === siteId) };
    }),

    addSite: routes.addSite.handler(async ({ input, context, errors }) => {
      allow(parts, context, 'addSite', 'all');
      const site = { ...input, createdAtMs: parts.nowMs() };
      if (!(await addSite(db, site))) throw errors.conflict();
      return site;
    }),

    installs: routes.installs.handler(async ({ input, context }) => ({
      installs: await listInstalls(db, siteAsked(parts, context, 'installs', input.siteId)),
    })),

    revoke: routes.revoke.handler(async ({ input, context, errors }) => {
      allow(parts, context, 'revoke', 'all');
      await revokeInstall(db, input.installId, parts.nowMs());
      const install = await findInstall(db, input.installId);
      if (install === null) throw errors.notFound();
      return install;
    }),

    issueCode: routes.issueCode.handler(async ({ input, context, errors }) => {
      allow(parts, context, 'issueCode', 'all');
      if (!(await findSite(db, input.siteId))) throw errors.notFound();
      const code = newCode();
      const expiresAtMs = parts.nowMs() + CODE_LIFE_MS;
      await addCode(db, { ...input, codeHash: codeHashOf(code), expiresAtMs });
      return { code, expiresAtMs };
    }),

    people: routes.people.handler(async ({ input, context }) => {
      const rows = await listPeople(db, siteAsked(parts, context, 'people', input.siteId));
      return {
        people: rows.map(({ sealedName, ...person }) => ({
          ...person,
          name: Buffer.from(
            parts.sealers.people.open(sealedName, Buffer.from(`${person.siteId}\n${person.personId}`, 'utf8')),
          ).toString('utf8'),
        })),
      };
    }),
  };
}
