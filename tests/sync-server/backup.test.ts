import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { endPostgres, openTestServer, SERVER_DATABASES } from '#bench/sync/open-sync-server.ts';
import { startServerChild } from '#bench/sync/server-child.ts';
import { backUp, restore } from '#sync-server/backup.ts';
import { openServerDatabase } from '#sync-server/db/open-database.ts';
import { PROJECT_ROOT } from '#tools/runtime/provision.ts';

afterAll(endPostgres);

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-server-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe.each(SERVER_DATABASES)('a backup of a server over %s', (database) => {
  it('is made while it runs, and brings back what was there then, set-aside events and all', async () => {
    const test = await openTestServer(database);
    onTestFinished(() => rmSync(test.config.dataDir, { recursive: true, force: true }));
    const desk = await test.desk('kept');
    for (let made = 0; made < 12; made += 1) desk.append('workOrder.drafted', { made }, ['customer']);
    await desk.upload(desk.events.slice(0, 8), Date.now());
    const file = join(ownFolder(), 'server.backup');
    expect(await backUp(test.config, file)).toContain(file);
    await expect(backUp(test.config, file)).rejects.toThrow('is there already');
    await desk.upload(desk.events.slice(8), Date.now());
    if (database === 'sqlite') await expect(restore(test.config, file, Date.now())).rejects.toThrow('still runs');
    await test.server.stop();
    await restore(test.config, file, Date.now());
    const { db, close } = await openServerDatabase(test.config);
    const site = await db.selectFrom('site').select('last_cursor').executeTakeFirstOrThrow();
    const rows = await db.selectFrom('event').select('hash').orderBy('seq').execute();
    await close();
    expect(rows.map(({ hash }) => Buffer.from(hash).toString('hex'))).toEqual(
      desk.events.slice(0, 8).map(({ hash }) => hash),
    );
    // What comes in from now on stands behind everything that any desk has ever been given.
    expect(Number(site.last_cursor)).toBeGreaterThan(12);
    if (database === 'sqlite') {
      expect(readdirSync(test.config.dataDir).some((name) => name.startsWith('server.db.before-'))).toBe(true);
    }
  });
});

describe('the command line of the server', () => {
  it('makes a key, issues codes, lists people, backs up and restores; refuses a damaged backup; stops gracefully when asked to', async () => {
    const folder = ownFolder();
    const environment = {
      COUNTERPART_SERVER_DATA: join(folder, 'data'),
      COUNTERPART_SERVER_KEY_FILE: join(folder, 'server.key'),
    };
    const command = (...words: string[]) =>
      promisify(execFile)(process.execPath, ['sync-server/main.ts', ...words], {
        cwd: PROJECT_ROOT,
        env: { ...process.env, ...environment },
      });
    expect((await command('init')).stdout).toContain(`made ${environment.COUNTERPART_SERVER_KEY_FILE}`);
    expect(statSync(environment.COUNTERPART_SERVER_KEY_FILE).mode & 0o777).toBe(0o600);
    const { stdout: issued } = await command('enrol', '--site', 'hall', '--name', '营业厅', '--role', 'leadDesk');
    expect(issued).toMatch(/^[0-9A-Z-]{8,}\tgood until \d{4}-/);
    expect((await command('people')).stdout).toBe('');
    const server = await startServerChild(environment);
    const stream = await fetch(`${server.url}/healthz`);
    expect(await stream.json()).toEqual({ state: 'ready' });
    expect(await server.kill('SIGTERM')).toBe(0);
    expect(server.log()).toContain('"what":"stopped"');
    const file = join(folder, 'good.backup');
    expect((await command('backup', file)).stdout).toContain('0 events, checked');
    expect((await command('restore', file)).stdout).not.toBe('');
    truncateSync(file, 9_000);
    writeFileSync(join(folder, 'other.backup'), 'no database at all');
    for (const bad of ['good.backup', 'other.backup']) {
      await expect(command('restore', join(folder, bad))).rejects.toMatchObject({ code: 1 });
    }
    expect(readdirSync(environment.COUNTERPART_SERVER_DATA)).toContain('server.db');
  }, 180_000);
});
