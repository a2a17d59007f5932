import { openTestServer, type TestServer } from '#bench/sync/open-sync-server.ts';
import { systemTimer } from '#core/reminders/watch-host.ts';
import type { SyncHost } from '#core/sync/sync-host.ts';
import { issueCode } from '#sync-server/commands.ts';
import { fixedClock } from '#tests/harness/fixed-clock.ts';
import { memorySecrets, type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';

/** A network that can be pulled out. */
export function cable(): Omit<SyncHost, 'fetch'> & { fetch: typeof fetch; plugged: boolean; requests: number } {
  const host = {
    plugged: true,
    requests: 0,
    fetch: (async (...request: Parameters<typeof fetch>) => {
      host.requests += 1;
      if (!host.plugged) throw new TypeError('no network');
      return await fetch(...request);
    }) as typeof fetch,
    timer: systemTimer,
    random: () => 0.5,
    appVersion: 'test',
  };
  return host;
}

export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const start = Date.now(); Date.now() - start < 40_000; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`it never came to this: ${what}`);
}

export type EnrolledDesk = OpenCore & { readonly secrets: ReturnType<typeof memorySecrets> };

/** A server and the desks that join it, each a whole core over a folder of its own. */
export async function openSite() {
  const server: TestServer = await openTestServer('sqlite');
  const desks: OpenCore[] = [];
  return {
    server,
    /** Removed with the others at the end. */
    keep(desk: OpenCore): void {
      desks.push(desk);
    },
    /** A desk of the site, with its lead signed in. */
    async desk(network: SyncHost, siteId = 'hall-1'): Promise<EnrolledDesk> {
      const secrets = memorySecrets();
      const clock = fixedClock(Date.now());
      const opened = await openCore({ sync: network, runId: `run-${desks.length}`, clock, secrets });
      desks.push(opened);
      await signInAs(opened, 'lead');
      const { code } = await issueCode(server.config, { siteId, siteName: '中山路营业厅', role: 'desk' }, Date.now());
      await opened.client.sync.enrol({ serverUrl: server.server.url, code, deskName: '三号台' });
      return { ...opened, secrets };
    },
    async close(): Promise<void> {
      for (const desk of desks) desk.remove();
      await server.close();
    },
  };
}
