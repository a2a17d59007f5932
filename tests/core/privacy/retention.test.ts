import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForReading, openForWriting } from '#core/db/open.ts';
import { openHeadFile } from '#core/journal/head-file.ts';
import { createJournal } from '#core/journal/journal.ts';
import { verifyJournal } from '#core/journal/verify-journal.ts';
import { projections } from '#core/projections.ts';
import { fixedIds } from '#tests/harness/fixed-ids.ts';
import { memorySecrets, type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { tableDigest } from '#tests/harness/table-digest.ts';
import { alarm, rehearse, serve, tidied } from './known-customer.ts';
import { nameNoRuns } from './older-rehearsals.ts';
import { openedTexts } from './sealed-places.ts';

let desk: OpenCore;
afterEach(() => desk.remove());

const DAY_MS = 86_400_000;

test('each kind goes when its own time is over, open matters and what they need stay, and a rebuild agrees', async () => {
  const secrets = memorySecrets();
  desk = await openCore({ secrets });
  await signInAs(desk, 'lead');
  const { client, clock } = desk;
  const folder = dataFolder(desk.dataDir);
  const old = await serve(client, { name: '欧阳雪莹', number: '13877665544' });
  await client.library.reportMissing({ text: '司徒建国家的挖掘机' });
  await rehearse(desk, { name: '欧阳雪莹', number: '13877665544' });
  await (await alarm(desk, { name: '诸葛晓峰', number: '13500002222' })).end();
  const still = await alarm(desk, { name: '上官文静', number: '13600001111' });
  clock.advance(20 * DAY_MS);
  const open = await client.conversation.start({
    channel: 'phone',
    customer: { name: '上官文静', title: '女士', number: '13600001111', tier: 'standard' },
  });
  clock.advance(20 * DAY_MS);

  expect((await client.privacy.applyRetention()).erased).toBe(0);
  await client.siteRules.change({
    set: { retentionDays: { conversations: 30, searches: 30, workOrders: 1, alerts: 30, rehearsals: 30 } },
  });
  const before = (await client.privacy.overview()).retention;
  expect(before.find(({ kind }) => kind === 'conversations')).toMatchObject({ days: 30, due: 1 });
  expect(before.find(({ kind }) => kind === 'rehearsals')).toMatchObject({ days: 30, due: 2 });
  expect(before.find(({ kind }) => kind === 'alerts')).toMatchObject({ days: 30, due: 1 });
  // Its two orders are still open.
  expect(before.find(({ kind }) => kind === 'workOrders')).toMatchObject({ days: 1, due: 0 });
  expect((await client.privacy.applyRetention()).erased).toBeGreaterThan(0);

  const texts = openedTexts(folder.database, secrets.key ?? new Uint8Array(0)).join('\n');
  expect(texts).not.toContain('司徒建国');
  // Only the alert that is still on says it: its event and its row.
  expect(texts.split('阳台外面那台挖掘机')).toHaveLength(3);
  expect(texts).toContain('上官文静');
  expect(texts).not.toContain('诸葛晓峰');
  expect((await client.alerts.list({ ended: true })).map(({ id }) => id)).toEqual([still.alertId]);
  // The sheet of a role play outlives the remark on it.
  expect(await client.rehearsal.rolePlays()).toMatchObject([{ note: '', score: 70 }]);
  expect(openedTexts(folder.rehearsals, secrets.key ?? new Uint8Array(0)).join()).not.toContain('欧阳雪莹');
  expect((await client.rehearsal.progress()).people.some(({ runs }) => runs > 0)).toBe(true);
  expect((await client.records.find()).rows.map(({ id }) => id)).toEqual([open.id]);
  const orders = await client.workOrders.list();
  expect(orders).toHaveLength(2);
  // The promise was made in the conversation that is gone.
  expect(texts).toContain('回欧阳雪莹的电话');
  const after = await client.privacy.overview();
  expect(after.retention.find(({ kind }) => kind === 'conversations')).toMatchObject({ due: 0 });
  expect(after).toMatchObject({ keptFigures: 1, lastRoundAtMs: clock.nowMs(), erasures: [] });
  expect(old).not.toBe(open.id);

  const read = openForReading(folder.database);
  const tables = projections.flatMap((one) => one.tables);
  const digest = tableDigest(read, tables);
  const installId = String(read.prepare('SELECT install_id FROM journal LIMIT 1').pluck().get());
  read.close();
  desk.core.close();
  const db = openForWriting(folder.database);
  const headFile = openHeadFile(folder.head);
  const dataKey = secrets.key ?? new Uint8Array(0);
  const journal = createJournal({ db, clock, ids: fixedIds('again'), dataKey, headFile, projections, installId });
  journal.rebuild();
  expect(tableDigest(db, tables)).toBe(digest);
  expect(journal.health().faults).toEqual([]);
  db.close();
  headFile.close();
}, 300_000);

test('rehearsals from before their events named the run go one by one, also out of a copy that is put back', async () => {
  const secrets = memorySecrets();
  desk = await openCore({ secrets });
  await signInAs(desk, 'lead');
  const folder = dataFolder(desk.dataDir);
  const [early, late, newest] = ['欧阳雪莹', '司徒建国', '上官文静'].map((name) => ({ name, number: '13877665544' }));
  const kept = () => {
    const texts = openedTexts(folder.rehearsals, secrets.key ?? new Uint8Array(0)).join();
    return [early, late, newest].map((one) => texts.includes(one?.name ?? ''));
  };
  const sound = () => {
    const read = openForReading(folder.rehearsals);
    const { faults } = verifyJournal(read, { sealer: null, pages: true });
    read.close();
    return faults;
  };
  const first = await rehearse(desk, early ?? { name: '', number: '' });
  desk.clock.advance(20 * DAY_MS);
  const second = await rehearse(desk, late ?? { name: '', number: '' });
  desk.core.close();
  nameNoRuns(desk.dataDir, secrets.key ?? new Uint8Array(0));
  desk = await desk.reopen({ runId: 'run-2' });
  await signInAs(desk, 'lead');
  await rehearse(desk, newest ?? { name: '', number: '' });
  await desk.client.backups.make();
  expect(kept()).toEqual([true, true, true]);

  desk.clock.advance(20 * DAY_MS);
  await desk.client.siteRules.change({ set: { retentionDays: { rehearsals: 30 } } });
  await desk.client.privacy.applyRetention();
  expect(kept()).toEqual([false, true, true]);
  const standing = (await desk.client.privacy.overview()).retention.find(({ kind }) => kind === 'rehearsals');
  expect(standing).toMatchObject({ due: 0 });
  expect(sound()).toEqual([]);

  // Of the same person: the copy is older than the erasure, which must take no more out of it than it did here.
  desk.core.close();
  for (const file of [folder.rehearsals, folder.rehearsalsHead]) rmSync(file);
  desk = await desk.reopen({ runId: 'run-3' });
  await signInAs(desk, 'lead');
  // The first look at rehearsals puts the copy back.
  await desk.client.rehearsal.list();
  expect(await desk.client.privacy.find({ name: second.trainee.name })).toMatchObject([{ rehearsals: { count: 4 } }]);
  expect(kept()).toEqual([false, true, true]);

  const asked = { subjectIds: [second.runId] };
  const preview = await desk.client.privacy.preview(asked);
  expect(preview.backups).toHaveLength(1);
  const erased = await desk.client.privacy.erase({ ...asked, why: 'customerAsked' });
  expect(erased).toEqual({ outcome: 'erased', events: preview.ownEvents });
  await tidied(desk.client);
  expect(kept()).toEqual([false, false, true]);
  expect(sound()).toEqual([]);
  const copies = readdirSync(folder.backups).filter((name) => name.startsWith('rehearsal-'));
  expect(copies).toHaveLength(1);
  const copied = copies.map((name) => openedTexts(join(folder.backups, name), secrets.key ?? new Uint8Array(0)).join());
  expect(copied.map((texts) => [texts.includes(late?.name ?? ''), texts.includes(newest?.name ?? '')])).toEqual([
    [false, true],
  ]);
  expect(first.trainee.id).toBe(second.trainee.id);
}, 300_000);
