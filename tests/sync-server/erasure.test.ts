import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endPostgres, openTestServer, SERVER_DATABASES, type TestServer } from '#bench/sync/open-sync-server.ts';
import { filesWith, filesWithPieces } from '#tests/core/privacy/sealed-places.ts';

afterAll(endPostgres);

const HERS = ['欧阳雪莹', '13877665544', 'ouyangxueying'];

describe.each(SERVER_DATABASES)('an erasure on a server over %s', (database) => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openTestServer(database);
  }, 60_000);
  afterAll(() => test.close());

  const dataFolder = async (): Promise<string> => {
    if (database === 'sqlite') return test.config.dataDir;
    const { rows } = await sql<{ data_directory: string }>`SHOW data_directory`.execute(test.server.database.db);
    return rows[0]?.data_directory ?? '';
  };

  it('leaves no piece of what was sealed in any file: row, dead row, free page, log, or event set aside', async () => {
    const desk = await test.desk('forgets');
    for (let made = 0; made < 60; made += 1) {
      const subject = made % 3 === 0 ? 'her' : 'him';
      desk.append('workOrder.drafted', { text: `${HERS[0]} ${HERS[1]} ${made}` }, [subject]);
    }
    const poisoned = { ...desk.append('note.written', { text: '原话' }, ['her']), payload: { text: HERS.join() } };
    const sent = [...desk.events.slice(0, -1), poisoned];
    expect((await desk.upload(sent, Date.now())).status).toBe(200);
    const folder = await dataFolder();
    // Nobody without the key reads her, in rows or in what was set aside.
    expect(filesWith(folder, HERS)).toEqual([]);
    const { db } = test.server.database;
    const about = (name: string) => db.selectFrom('event').select('sealed').where('subject_ids', '=', `["${name}"]`);
    const named = (rows: { sealed: Uint8Array | null }[], what: string) =>
      new Map(rows.map(({ sealed }) => [Buffer.from(sealed ?? []).toString('hex'), what]));
    const hers = named(await about('her').execute(), 'event');
    const aside = named(await db.selectFrom('quarantine').select('sealed').execute(), 'quarantine');
    expect(hers.size).toBe(20);
    expect(aside.size).toBe(1);
    expect(filesWithPieces(folder, hers)).not.toEqual([]);

    desk.append('journal.erased', { reason: 'customerAsked', erasedEvents: 21 }, ['her']);
    // While the files were read the line may have been given up as idle.
    const last = desk.events.slice(-1);
    const answer = await desk.upload(last, Date.now()).catch(() => desk.upload(last, Date.now()));
    expect(answer.status).toBe(200);
    await test.server.shredder.look();
    expect(filesWithPieces(folder, new Map([...hers, ...aside]))).toEqual([]);
    const his = await about('him').execute();
    expect(his.filter(({ sealed }) => sealed !== null)).toHaveLength(40);
  });
});
