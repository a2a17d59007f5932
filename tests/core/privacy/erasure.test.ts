import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForReading, openForWriting } from '#core/db/open.ts';
import { openHeadFile } from '#core/journal/head-file.ts';
import { createJournal } from '#core/journal/journal.ts';
import { createEventSealer } from '#core/journal/sealing.ts';
import { verifyJournal } from '#core/journal/verify-journal.ts';
import { projections } from '#core/projections.ts';
import { fixedIds } from '#tests/harness/fixed-ids.ts';
import { memorySecrets, type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { tableDigest } from '#tests/harness/table-digest.ts';
import { alarm, rehearse, serve, settleAll, tidied } from './known-customer.ts';
import { filesWith, filesWithPieces, kindsWithSubjects, openedTexts, sealedValues } from './sealed-places.ts';
import { freeTexts, goes } from './written-words.ts';

let desk: OpenCore;
afterEach(() => desk.remove());

const HER = { name: '欧阳雪莹', number: '13877665544' } as const;
/** Her name as the search would spell it, her number in pieces, and what was written down about her. */
const HERS = [HER.name, HER.number, '77665544', 'ouyangxueying', 'ouyxy', '阳台外面那台挖掘机'];
/** What is about a customer, and so must be named by an id in the journal. */
const NAMED: ReadonlySet<string> = new Set(['customer', 'alert', 'searches', 'rehearsal']);
const HIS = { name: '司徒建国', number: '13911223344' } as const;

test('who asks to be forgotten is nowhere any more, with the key in hand; others, the counts and the chain are as before', async () => {
  const secrets = memorySecrets();
  desk = await openCore({ secrets });
  await signInAs(desk, 'lead');
  const folder = dataFolder(desk.dataDir);
  const spied = new Map<string, string>();
  const spy = () => {
    for (const file of [folder.database, folder.rehearsals]) {
      if (existsSync(file)) for (const [value, what] of sealedValues(file)) spied.set(value, what);
    }
  };
  await serve(desk.client, HER, spy);
  await serve(desk.client, HIS, spy);
  const hers = await rehearse(desk, HER);
  await rehearse(desk, HIS);
  const alert = await alarm(desk, HER);
  await desk.client.library.reportMissing({ text: `${HER.name}家的挖掘机怎么说` });
  await (await alarm(desk, HIS)).end();
  // A database set aside by a restore, and backups from before and after it.
  const { backups } = await desk.client.backups.make();
  await desk.client.backups.restore({ name: backups[0]?.name ?? '' });
  desk = await desk.reopen({ runId: 'run-2' });
  await signInAs(desk, 'lead');
  desk.clock.advance(86_400_000);
  await desk.client.backups.make();
  await settleAll(desk);
  spy();

  // Whatever somebody wrote of a customer stands under an id that can be erased, in events of every kind that met here.
  const texts = await freeTexts();
  expect([...texts.keys()].filter((kind) => goes(kind) === undefined)).toEqual([]);
  const subjectsOfKinds = [folder.database, folder.rehearsals].flatMap(kindsWithSubjects);
  const bare = subjectsOfKinds.filter(({ kind, named }) => !named && NAMED.has(goes(kind) ?? '') && texts.has(kind));
  expect(bare).toEqual([]);

  // Without the key nobody reads her anywhere, whatever the encoding.
  expect(filesWith(desk.dataDir, HERS)).toEqual([]);
  const before = await desk.client.workOrders.list();

  const [, , stillOn] = await desk.client.privacy.find({ ...HER });
  expect(stillOn).toMatchObject({ subjectId: alert.alertId, alerts: { count: 1 }, open: [{ what: 'alert' }] });
  const tooSoon = await desk.client.privacy.erase({ subjectIds: [alert.alertId], why: 'customerAsked' });
  expect(tooSoon).toEqual({ outcome: 'stillOpen' });
  await desk.client.alerts.end({ alertId: alert.alertId, text: `${HER.name}已经回家` });

  const [her, ...others] = await desk.client.privacy.find({ ...HER });
  expect(others).toMatchObject([
    {},
    { subjectId: alert.alertId, shown: expect.stringContaining('•••••'), open: [] },
    { searches: { count: 1 }, shown: HER.name },
    { subjectId: hers.runId, shown: hers.trainee.name, rehearsals: { count: 1 } },
    { subjectId: hers.rolePlayId, shown: hers.trainee.name, rehearsals: { count: 1 } },
  ]);
  const subjectIds = [her, ...others].map((one) => one?.subjectId ?? '');
  const preview = await desk.client.privacy.preview({ subjectIds });
  expect(preview.ownEvents).toBeGreaterThan(20);
  expect(preview.backups).toHaveLength(2);
  expect(preview.setAside).toHaveLength(1);
  const tables = projections.flatMap(({ tables }) => tables);
  const line = 'SELECT entry_id, stage, times FROM line_success ORDER BY 1, 2';
  const read = openForReading(folder.database);
  const helped = read.prepare(line).raw().all();
  const events = read.prepare('SELECT count(*) FROM journal').pluck().get();

  expect(await desk.client.privacy.erase({ subjectIds, why: 'customerAsked' })).toMatchObject({ outcome: 'erased' });
  await tidied(desk.client);

  const dataKey = secrets.key ?? new Uint8Array(0);
  const after = await desk.client.backups.overview();
  expect(after.backups).toHaveLength(1);
  expect(after.setAside).toEqual([]);
  const kept = `${folder.backups}/${after.backups[0]?.name}`;
  const copies = [folder.database, kept, folder.rehearsals, kept.replace('/counterpart-2', '/rehearsal-2')];
  expect(readdirSync(folder.backups)).toHaveLength(2);
  for (const file of copies) {
    const texts = openedTexts(file, dataKey).join('\n');
    for (const word of HERS.slice(0, 3)) expect(texts).not.toContain(word);
    expect(texts).toContain(HIS.name);
  }
  // Nor does a piece of what was sealed about her lie in a free page, a log or a copy.
  const living = new Set(copies.flatMap((file) => [...sealedValues(file).keys()]));
  const gone = new Map([...spied].filter(([value]) => !living.has(value)));
  expect(gone.size).toBeGreaterThan(20);
  expect(filesWithPieces(desk.dataDir, gone)).toEqual([]);

  expect(await desk.client.privacy.find({ ...HER })).toEqual([]);
  expect(await desk.client.privacy.find({ ...HIS })).toHaveLength(5);
  expect((await desk.client.alerts.list({ ended: true })).map(({ text }) => text.slice(0, 4))).toEqual([HIS.name]);
  const rolePlays = async () => (await desk.client.rehearsal.rolePlays()).map(({ note }) => note !== '');
  expect(await rolePlays()).toEqual([true, false]);
  expect(read.prepare(line).raw().all()).toEqual(helped);
  expect(Number(read.prepare('SELECT count(*) FROM journal').pluck().get())).toBeGreaterThan(Number(events));
  expect((await desk.client.privacy.overview()).keptFigures).toBe(1);
  expect((await desk.client.workOrders.list()).length).toBe(before.length - 2);
  // A colleague who leaves takes all of their rehearsals along; where they were damaged, the backup brings nobody back.
  const asTrainee = await desk.client.privacy.find({ name: hers.trainee.name });
  expect(asTrainee).toMatchObject([{ subjectId: hers.trainee.id, rehearsals: { count: 2 }, workOrders: { count: 0 } }]);
  const looks = await desk.client.records.looks();
  expect(looks.map(({ title }) => title === '')).toEqual([false, true]);

  const copyOfHis = readFileSync(copies[3] ?? '');
  const asked = { subjectIds: [hers.trainee.id] };
  const counted = (await desk.client.privacy.preview(asked)).ownEvents;
  const erased = await desk.client.privacy.erase({ ...asked, why: 'noLongerNeeded' });
  expect(erased).toEqual({ outcome: 'erased', events: counted });
  await tidied(desk.client);
  // The remark goes with the rehearsals, the sheet stays.
  expect(await rolePlays()).toEqual([false, false]);
  const digest = tableDigest(read, tables);
  read.close();
  expect(openedTexts(folder.rehearsals, dataKey).join()).not.toContain(HIS.name);
  expect((await desk.client.people.list()).some(({ id }) => id === hers.trainee.id)).toBe(true);
  expect((await desk.client.privacy.overview()).erasures).toHaveLength(4);
  // Somebody puts an older copy back by hand, and the database of rehearsals is damaged: it brings nobody back.
  await desk.reopen().then((again) => {
    desk = again;
    truncateSync(folder.rehearsals, 9_000);
    writeFileSync(copies[3] ?? '', copyOfHis);
  });
  await signInAs(desk, 'lead');
  expect(await desk.client.privacy.find({ ...HIS })).toHaveLength(3);
  expect(desk.errors.join()).toContain('kept aside');
  expect(openedTexts(folder.rehearsals, dataKey).join()).not.toContain(HIS.name);

  // The whole journal read again comes to the same tables, and its chain holds.
  desk.core.close();
  const db = openForWriting(folder.database);
  const headFile = openHeadFile(folder.head);
  const { clock } = desk;
  const installId = String(db.prepare('SELECT install_id FROM journal ORDER BY rowid DESC LIMIT 1').pluck().get());
  const journal = createJournal({ db, clock, ids: fixedIds('again'), dataKey, headFile, projections, installId });
  journal.rebuild();
  expect(tableDigest(db, tables)).toBe(digest);
  expect(journal.health().faults).toEqual([]);
  expect(
    verifyJournal(db, { sealer: createEventSealer(dataKey, () => new Uint8Array(12)), pages: true }).faults,
  ).toEqual([]);
  db.close();
  headFile.close();
}, 300_000);
