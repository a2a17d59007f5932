import { afterEach, expect, test } from 'vitest';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForReading, openForWriting } from '#core/db/open.ts';
import { openHeadFile } from '#core/journal/head-file.ts';
import { createJournal } from '#core/journal/journal.ts';
import { projections } from '#core/projections.ts';
import { fixedIds } from '#tests/harness/fixed-ids.ts';
import { memorySecrets, type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { tableDigest } from '#tests/harness/table-digest.ts';
import { rehearse, serve } from './known-customer.ts';
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
  clock.advance(20 * DAY_MS);
  const open = await client.conversation.start({
    channel: 'phone',
    customer: { name: '上官文静', title: '女士', number: '13600001111', tier: 'standard' },
  });
  clock.advance(20 * DAY_MS);

  expect((await client.privacy.applyRetention()).erased).toBe(0);
  await client.siteRules.change({
    set: { retentionDays: { conversations: 30, searches: 30, workOrders: 1, rehearsals: 30 } },
  });
  const before = (await client.privacy.overview()).retention;
  expect(before.find(({ kind }) => kind === 'conversations')).toMatchObject({ days: 30, due: 1 });
  expect(before.find(({ kind }) => kind === 'rehearsals')).toMatchObject({ days: 30, due: 1 });
  // Its two orders are still open.
  expect(before.find(({ kind }) => kind === 'workOrders')).toMatchObject({ days: 1, due: 0 });
  expect((await client.privacy.applyRetention()).erased).toBeGreaterThan(0);

  const texts = openedTexts(folder.database, secrets.key ?? new Uint8Array(0)).join('\n');
  expect(texts).not.toContain('司徒建国');
  expect(texts).not.toContain('阳台外面那台挖掘机');
  expect(texts).toContain('上官文静');
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
