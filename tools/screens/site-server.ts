import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { DeskClient } from '../drive/seed-desk.ts';
import { PROJECT_ROOT } from '../runtime/provision.ts';

export interface SiteServer {
  /** Joins the desk, and waits until everything of it is up. */
  join(client: DeskClient): Promise<void>;
  stop(): Promise<void>;
}

/** The server of a site as an operator runs it, with its data in `parent`. */
export async function startSiteServer(parent: string): Promise<SiteServer> {
  const env = { ...process.env, COUNTERPART_SERVER_DATA: join(parent, 'site-server'), PORT: '0' };
  const run = { cwd: PROJECT_ROOT, env };
  const child = spawn(process.execPath, ['sync-server/main.ts'], { ...run, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const port = await new Promise<string>((resolve, reject) => {
    let told = '';
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString('utf8');
      const found = /"port":(\d+)/.exec(told)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the server ended: ${told}`)));
  });
  return {
    async join(client) {
      const words = ['sync-server/main.ts', 'enrol', '--site', 'hall-1', '--name', '中山路营业厅'];
      const [code = ''] = execFileSync(process.execPath, words, { ...run, encoding: 'utf8' }).split('\t');
      await client.sync.enrol({ serverUrl: `http://127.0.0.1:${port}`, code, deskName: '三号台' });
      await levelWithServer(client);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Waits until nothing of this desk is on the way up any more. */
export async function levelWithServer(client: DeskClient): Promise<void> {
  while ((await client.sync.status()).state !== 'upToDate') await new Promise((resolve) => setTimeout(resolve, 50));
}
