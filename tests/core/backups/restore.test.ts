import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDefinedError, safe } from '@orpc/client';
import { afterEach, expect, test } from 'vitest';
import { openErasureLedger } from '#core/backups/erasure-ledger.ts';
import { placeBackup } from '#core/backups/place-backup.ts';
import { readRestoreOrder, writeRestoreOrder } from '#core/backups/restore-order.ts';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForReading } from '#core/db/open.ts';
import { memorySecrets, type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';

let desks: OpenCore[] = [];
afterEach(() => {
  for (const desk of desks) desk.remove();
  desks = [];
});
async function openDesk(): Promise<OpenCore> {
  const desk = await openCore({ secrets: memorySecrets() });
  desks.push(desk);
  await signInAs(desk, 'lead');
  return desk;
}

async function backUp(desk: OpenCore): Promise<string> {
  const { backups } = await desk.client.backups.make();
  return backups[0]?.name ?? '';
}

test('a backup is one whole file that opens by itself, checked, with its size shown', async () => {
  const desk = await openDesk();
  const overview = await desk.client.backups.make();
  expect(overview).toMatchObject({ running: false, problem: null, setAside: [], mayRestore: true });
  const [backup] = overview.backups;
  expect(backup).toMatchObject({ kind: 'whole', madeAtMs: desk.clock.nowMs() });
  expect(readdirSync(overview.folder)).toEqual([backup?.name]);
  expect(backup?.sizeBytes).toBe(readFileSync(join(overview.folder, backup?.name ?? '')).length);
  const copy = openForReading(join(overview.folder, backup?.name ?? ''));
  expect(copy.prepare('SELECT count(*) FROM journal').pluck().get()).toBeGreaterThan(0);
  copy.close();
});

test('a restore goes on from the backup in a new epoch, keeps what it replaced aside, and says who asked', async () => {
  const desk = await openDesk();
  const name = await backUp(desk);
  const before = (await desk.client.system.status()).journal;
  await desk.client.settings.change({ theme: 'dark' });
  await desk.client.backups.restore({ name });
  expect(desk.restartRequests()).toBe(1);

  const after = await desk.reopen();
  desks = [after];
  expect((await after.client.settings.read()).theme).toBe('system');
  const health = (await after.client.system.status()).journal;
  expect(health).toMatchObject({ epoch: (before?.epoch ?? 0) + 1, faults: [] });
  await signInAs(after, 'lead');
  const overview = await after.client.backups.overview();
  expect(overview.setAside).toHaveLength(1);
  const folder = dataFolder(after.dataDir);
  const kept = openForReading(join(folder.setAside, overview.setAside[0]?.name ?? '', 'counterpart.db'));
  expect(kept.prepare(`SELECT count(*) FROM journal WHERE kind = 'settings.changed'`).pluck().get()).toBe(1);
  kept.close();
  const kinds = openForReading(folder.database);
  expect(
    kinds
      .prepare('SELECT kind, seq, person_id IS NOT NULL FROM journal WHERE epoch = 2 ORDER BY seq LIMIT 2')
      .raw()
      .all(),
  ).toEqual([
    ['journal.restored', 1, 0],
    ['backup.restored', 2, 1],
  ]);
  kinds.close();
  expect(readRestoreOrder(folder.restoreOrder)).toBeNull();

  const again = await after.reopen();
  desks = [again];
  expect((await again.client.system.status()).journal).toMatchObject({ epoch: 2, faults: [] });
});

test('a restore cut off at any step is finished by the next start', async () => {
  const desk = await openDesk();
  const name = await backUp(desk);
  await desk.client.backups.restore({ name });
  desk.core.close();
  const folder = dataFolder(desk.dataDir);
  const asked = readRestoreOrder(folder.restoreOrder);
  if (asked === null) throw new Error('no restore was asked for');
  for (const phase of ['asked', 'copied', 'setAside'] as const) {
    placeBackup(folder);
    // As if the power had gone right before this phase was written down: its work is done, its word is not.
    if (phase === 'copied') copyFileSync(folder.database, `${folder.database}.restoring`);
    writeRestoreOrder(folder.restoreOrder, { ...asked, phase });
    expect(placeBackup(folder)).toMatchObject({ phase: 'placed' });
    expect(existsSync(folder.database)).toBe(true);
  }
  const after = await desk.reopen();
  desks = [after];
  expect((await after.client.system.status()).journal).toMatchObject({ epoch: 2, faults: [] });
});

test('what was erased after the backup is erased again in what it brings back', async () => {
  const desk = await openDesk();
  const name = await backUp(desk);
  const folder = dataFolder(desk.dataDir);
  const personId = (await desk.client.people.list()).find(({ role }) => role === 'trainee')?.id ?? '';
  openErasureLedger(folder.erasures).note([{ id: 'erasure-1', kind: 'journal.erased', subjectIds: [personId] }]);
  await desk.client.backups.restore({ name });
  const after = await desk.reopen();
  desks = [after];
  const db = openForReading(folder.database);
  const about = `FROM journal WHERE kind <> 'journal.erased' AND subject_ids LIKE '%' || ? || '%'`;
  expect(db.prepare(`SELECT count(*) > 0, count(payload) ${about}`).raw().get(personId)).toEqual([1, 0]);
  db.close();
  expect((await after.client.system.status()).journal?.faults).toEqual([]);
  expect(readFileSync(folder.erasures, 'utf8').trim().split('\n')).toHaveLength(2);
});

test('a damaged backup is refused and the database stays; so is a person who may not', async () => {
  const desk = await openDesk();
  const name = await backUp(desk);
  const file = join(dataFolder(desk.dataDir).backups, name);
  truncateSync(file, 9_000);
  const [error] = await safe(desk.client.backups.restore({ name }));
  expect(error && isDefinedError(error) && (error as { code: string }).code).toBe('backupUnusable');
  await signInAs(desk, 'agent');
  const [refused] = await safe(desk.client.backups.restore({ name }));
  expect(refused).toMatchObject({ code: 'notAllowed' });
  expect(desk.restartRequests()).toBe(0);
});

test('a copy that a power cut left half made is neither listed nor kept', async () => {
  const desk = await openDesk();
  await backUp(desk);
  const { backups } = dataFolder(desk.dataDir);
  writeFileSync(join(backups, 'counterpart-20260101-000000.db.part'), 'half');
  desk.clock.advance(1_000);
  await backUp(desk);
  expect(readdirSync(backups).filter((file) => file.endsWith('.part'))).toEqual([]);
  expect(readdirSync(backups)).toHaveLength(1);
});
