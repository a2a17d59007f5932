import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endPostgres, openTestServer, SERVER_DATABASES, type TestServer } from '#bench/sync/open-sync-server.ts';
import type { SimulatedDesk } from '#bench/sync/simulated-desk.ts';

afterAll(endPostgres);

const said = (text: string) => ({ text });

describe.each(SERVER_DATABASES)('journals on %s', (database) => {
  let test: TestServer;
  beforeAll(async () => {
    test = await openTestServer(database);
  }, 60_000);
  afterAll(() => test.close());

  async function upload(desk: SimulatedDesk, events: readonly unknown[]) {
    const answer = await desk.upload(events, Date.now());
    expect(answer.status).toBe(200);
    return (await answer.json()) as { ackedSeq: number; quarantined: { seq: number; reason: string }[] };
  }
  async function feed(desk: SimulatedDesk, after: number, limit = 500) {
    const answer = await desk.call('GET', `/v1/feed?after=${after}&limit=${limit}`, undefined, Date.now());
    expect(answer.status).toBe(200);
    return (await answer.json()) as {
      items: { cursor: number; event: Record<string, unknown> }[];
      cursor: number;
      more: boolean;
    };
  }

  it('keeps what a desk sends, and says up to where', async () => {
    const desk = await test.desk('keeps');
    for (let count = 0; count < 5; count += 1) desk.append('note.written', said(`第${count}条`));
    expect(await upload(desk, desk.events.slice(0, 3))).toEqual({ ackedSeq: 3, quarantined: [] });
    expect(await upload(desk, desk.events.slice(3))).toEqual({ ackedSeq: 5, quarantined: [] });
    const heads = (await (await desk.call('GET', '/v1/journal/heads', undefined, Date.now())).json()) as unknown;
    expect(heads).toEqual({ heads: [{ epoch: 1, seq: 5, hash: desk.events[4]?.hash }] });
  });

  it('changes nothing when a batch comes twice, overlapping, or before a missing one', async () => {
    const desk = await test.desk('repeats');
    for (let count = 0; count < 6; count += 1) desk.append('note.written', said(`${count}`));
    expect((await upload(desk, desk.events.slice(0, 2))).ackedSeq).toBe(2);
    expect((await upload(desk, desk.events.slice(4))).ackedSeq).toBe(2);
    expect((await upload(desk, desk.events.slice(0, 2))).ackedSeq).toBe(2);
    expect(await upload(desk, desk.events)).toEqual({ ackedSeq: 6, quarantined: [] });
    expect(await upload(desk, desk.events)).toEqual({ ackedSeq: 6, quarantined: [] });
  });

  it('sets a poisoned event aside and takes the rest', async () => {
    const desk = await test.desk('poisoned');
    for (let count = 0; count < 4; count += 1) desk.append('note.written', said(`${count}`));
    const events = desk.events.map((event) => ({ ...event }));
    const poisoned = events[1];
    if (poisoned) poisoned.payload = said('不是当初那句');
    const unreadable = events[2];
    const sent = [events[0], poisoned, { ...unreadable, kind: 7 }, events[3]];
    const answer = await upload(desk, sent);
    expect(answer.ackedSeq).toBe(4);
    expect(answer.quarantined).toEqual([
      { seq: 2, reason: 'commitmentMismatch' },
      { seq: 3, reason: 'unreadable' },
    ]);
    const raised = (await (await desk.call('GET', '/v1/journal/quarantine', undefined, Date.now())).json()) as {
      events: { seq: number }[];
    };
    expect(raised.events.map(({ seq }) => seq)).toEqual([2, 3]);
    // A lost answer: the desk hears of them again, and there are still two.
    expect((await upload(desk, sent)).quarantined.map(({ seq }) => seq)).toEqual([2, 3]);
  });

  it('raises another event at a place that was taken, and keeps the first', async () => {
    const desk = await test.desk('rewritten');
    desk.append('note.written', said('原来'));
    await upload(desk, desk.events);
    const other = await test.desk('another-journal');
    const forged = { ...other.append('note.written', said('改写')), installId: 'rewritten' };
    const answer = await upload(desk, [forged]);
    expect(answer).toEqual({ ackedSeq: 1, quarantined: [{ seq: 1, reason: 'otherHash' }] });
    const heads = (await (await desk.call('GET', '/v1/journal/heads', undefined, Date.now())).json()) as {
      heads: { hash: string }[];
    };
    expect(heads.heads[0]?.hash).toBe(desk.events[0]?.hash);
  });

  it('hands on to the other desks of the site what travels, in order and once, and to nobody else', async () => {
    const one = await test.desk('feed-one', 'feed-site');
    const two = await test.desk('feed-two', 'feed-site');
    const stranger = await test.desk('feed-stranger', 'other-site');
    one.append('workOrder.drafted', said('甲'));
    one.append('settings.changed', said('只归这台'));
    one.append('workOrder.signedFor', said('乙'));
    two.append('workOrder.drafted', said('丙'));
    await upload(one, one.events);
    await upload(two, two.events);
    const first = await feed(two, 0, 1);
    expect(first.items.map(({ event }) => event.payload)).toEqual([said('甲')]);
    expect(first.more).toBe(true);
    const rest = await feed(two, first.cursor);
    expect(rest.items.map(({ event }) => event.payload)).toEqual([said('乙')]);
    expect(rest.items[0]?.event.hash).toBe(one.events[2]?.hash);
    expect((await feed(two, rest.cursor)).items).toEqual([]);
    expect((await feed(one, 0)).items.map(({ event }) => event.payload)).toEqual([said('丙')]);
    expect((await feed(stranger, 0)).items).toEqual([]);
  });

  it('takes a person’s data out everywhere when an erasure arrives, also of what comes later from another desk', async () => {
    const one = await test.desk('erase-one', 'erase-site');
    const two = await test.desk('erase-two', 'erase-site');
    const three = await test.desk('erase-three', 'erase-site');
    one.append('workOrder.drafted', said('王女士 13800000000'), ['customer-1']);
    two.append('workOrder.drafted', said('王女士 又来'), ['customer-1']);
    await upload(one, one.events);
    one.append('journal.erased', { reason: '客户要求', erasedEvents: 1 }, ['customer-1']);
    await upload(one, one.events.slice(1));
    await upload(two, two.events);
    const page = await feed(three, 0);
    expect(page.items.map(({ event }) => [event.kind, event.payload === null])).toEqual([
      ['workOrder.drafted', true],
      ['journal.erased', false],
      ['workOrder.drafted', true],
    ]);
  });

  it('keeps nothing readable at rest, and nothing anybody said in its log', async () => {
    const desk = await test.desk('sealed');
    desk.append('workOrder.drafted', said('张三丰13912345678'), ['customer-9']);
    await upload(desk, desk.events);
    const rows = await test.server.database.db
      .selectFrom('event')
      .selectAll()
      .where('install_id', '=', 'sealed')
      .execute();
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.sealed ?? []).toString('utf8')).not.toContain('张三丰');
    expect(test.log.join('\n')).not.toContain('张三丰');
  });

  it('tells a waiting desk that the feed grew', async () => {
    const one = await test.desk('stream-one', 'stream-site');
    const two = await test.desk('stream-two', 'stream-site');
    const answer = await two.call('GET', '/v1/feed/stream', undefined, Date.now());
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const reader = answer.body?.getReader();
    const told = async () => new TextDecoder().decode((await reader?.read())?.value);
    let heard = await told();
    while (!heard.includes('"cursor":0')) heard += await told();
    one.append('workOrder.drafted', said('新的一单'));
    await upload(one, one.events);
    heard = '';
    while (!heard.includes('"cursor":1')) heard += await told();
    await reader?.cancel();
  });
});
