import { existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isDefinedError, safe } from '@orpc/client';
import { afterEach, expect, test } from 'vitest';
import { SALVAGED_COPY } from '#core/backups/backup-folder.ts';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForReading, openForWriting } from '#core/db/open.ts';
import { createEventSealer } from '#core/journal/sealing.ts';
import { verifyJournal } from '#core/journal/verify-journal.ts';
import { writeFact } from '#core/sync/sync-state-repo.ts';
import { tableCells } from '#tests/harness/journal-cells.ts';
import { memorySecrets, type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';

let desk: OpenCore | null = null;
afterEach(() => {
  desk?.remove();
  desk = null;
});

/** A desk with some settings changed, closed so that everything is in the one file. */
async function usedDesk(secrets = memorySecrets()): Promise<OpenCore> {
  desk = await openCore({ secrets });
  await signInAs(desk, 'lead');
  for (const theme of ['dark', 'light', 'dark', 'light'] as const) await desk.client.settings.change({ theme });
  return desk;
}

/** Damages the newest event, or the one `back` before it, past any repair. */
function breakEvent(file: string, back = 0): void {
  const db = openForWriting(file);
  const rootPage = Number(db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'journal'`).pluck().get());
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const bytes = readFileSync(file);
  const cell = tableCells(bytes, rootPage).at(-1 - back);
  if (cell === undefined) throw new Error('there is no such event');
  // The end of a row holds its commitment and hash: other bytes there do not chain any more.
  bytes.fill(0x5a, cell.offset + cell.length - 20, cell.offset + cell.length);
  writeFileSync(file, bytes);
}

/** Makes the header of the newest row unreadable. */
function breakRecord(file: string): void {
  const db = openForWriting(file);
  const rootPage = Number(db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'journal'`).pluck().get());
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const bytes = readFileSync(file);
  const cell = tableCells(bytes, rootPage).at(-1);
  if (cell === undefined) throw new Error('there is no such event');
  bytes.fill(0xff, cell.offset + 2, cell.offset + 12);
  writeFileSync(file, bytes);
}

test('a damaged newest event does not end the desk: it says what can be read and offers backups and what is readable', async () => {
  const used = await usedDesk();
  const { backups } = await used.client.backups.make();
  const total = (await used.client.system.status()).journal?.headSeq ?? 0;
  used.core.close();
  breakRecord(dataFolder(used.dataDir).database);

  desk = await used.reopen();
  expect(await desk.client.system.status()).toMatchObject({ state: 'needsRestore', journal: null });
  const damage = await desk.client.system.damage();
  expect(damage.backups).toEqual(backups);
  expect(damage.events).toEqual({ readable: total - 1, unreadable: 1 });
  const { error } = await safe(desk.client.people.list());
  expect(isDefinedError(error) && error.code).toBe('locked');

  await desk.client.system.restoreDamaged({ name: backups[0]?.name ?? '' });
  expect(desk.restartRequests()).toBe(1);
  desk = await desk.reopen();
  expect((await desk.client.system.status()).journal).toMatchObject({ epoch: 2, faults: [] });
  await signInAs(desk, 'lead');
  expect((await desk.client.settings.read()).theme).toBe('light');
  expect((await desk.client.backups.overview()).setAside).toHaveLength(1);
});

test('going on with what is readable loses the damaged event only, in a whole journal of a new epoch', async () => {
  const secrets = memorySecrets();
  const used = await usedDesk(secrets);
  const total = (await used.client.system.status()).journal?.headSeq ?? 0;
  used.core.close();
  const { database, head, backups } = dataFolder(used.dataDir);
  const joined = {
    serverUrl: 'http://127.0.0.1:9',
    serverId: 's',
    siteId: 'hall',
    siteName: '大厅',
    role: 'desk',
  } as const;
  const writing = openForWriting(database);
  writeFact(writing, 'enrolment', { ...joined, enrolledAtMs: 1 });
  writing.close();
  breakEvent(database, 2);
  breakRecord(database);

  desk = await used.reopen();
  expect((await desk.client.system.damage()).events).toEqual({ readable: total - 2, unreadable: 2 });
  await desk.client.system.goOnWithReadable();
  expect(existsSync(join(backups, SALVAGED_COPY))).toBe(true);
  desk = await desk.reopen();
  expect(existsSync(join(backups, SALVAGED_COPY)), 'a copy that no erasure would reach').toBe(false);
  expect(await desk.client.sync.status(), 'somebody looks before it syncs').toMatchObject({
    state: 'held',
    held: { salvaged: true },
  });
  const status = await desk.client.system.status();
  expect(status).toMatchObject({ state: 'needsRecoveryPrint', journal: { faults: [] } });
  expect(status.journal?.epoch).toBe(3);
  await signInAs(desk, 'lead');
  // The change behind the damaged one was the last that can be read.
  expect((await desk.client.settings.read()).theme).toBe('dark');
  await desk.client.settings.change({ theme: 'light' });
  const reading = openForReading(database);
  const sealer = createEventSealer(secrets.key ?? new Uint8Array(32), (size) => new Uint8Array(size));
  expect(verifyJournal(reading, { sealer, pages: true }).faults).toEqual([]);
  reading.close();
  const [aside = ''] = readdirSync(dataFolder(used.dataDir).setAside);
  expect(existsSync(join(dataFolder(used.dataDir).setAside, aside, 'counterpart.db'))).toBe(true);
  expect(existsSync(head)).toBe(true);
});

test('a file that is no database at all is kept, and the backup is offered', async () => {
  const used = await usedDesk();
  const { backups } = await used.client.backups.make();
  used.core.close();
  const { database } = dataFolder(used.dataDir);
  const handle = openSync(database, 'r+');
  writeSync(handle, Buffer.alloc(4_096, 7), 0, 4_096, 0);
  desk = await used.reopen();
  expect(await desk.client.system.damage()).toMatchObject({ backups, events: null });
  const { error } = await safe(desk.client.system.goOnWithReadable());
  expect(isDefinedError(error) && error.code).toBe('backupUnusable');
  await desk.client.system.restoreDamaged({ name: backups[0]?.name ?? '' });
  desk = await desk.reopen();
  expect((await desk.client.system.status()).state).toBe('needsRecoveryPrint');
});

test('a lost end stays a fault until a lead takes note of it, also over restarts', async () => {
  const used = await usedDesk();
  const { database } = dataFolder(used.dataDir);
  // A handle of ours keeps the log from being folded in when the core closes.
  const reader = openForReading(database);
  reader.prepare('SELECT 1 FROM journal').get();
  used.core.close();
  const before = readFileSync(database);
  reader.close();
  writeFileSync(database, before);
  for (const end of ['-wal', '-shm']) rmSync(`${database}${end}`, { force: true });

  desk = await used.reopen();
  const found = (await desk.client.system.status()).journal;
  expect(found).toMatchObject({ state: 'broken', faults: [{ code: 'lostTail' }], acknowledged: [] });
  await signInAs(desk, 'agent');
  const { error } = await safe(desk.client.system.acknowledgeFindings());
  expect(isDefinedError(error) && error.code).toBe('notAllowed');
  desk = await desk.reopen();
  expect((await desk.client.system.status()).journal?.faults).toMatchObject([{ code: 'lostTail' }]);
  await signInAs(desk, 'lead');
  await desk.client.system.acknowledgeFindings();
  const noted = { faults: [], acknowledged: [{ code: 'lostTail' }] };
  expect((await desk.client.system.status()).journal).toMatchObject(noted);
  desk = await desk.reopen();
  expect((await desk.client.system.status()).journal).toMatchObject(noted);
});
