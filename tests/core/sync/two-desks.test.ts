import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskNotice } from '#contract/reminders.ts';
import { systemTimer } from '#core/reminders/watch-host.ts';
import { issueCode } from '#sync-server/commands.ts';
import { letter, sampleStep } from '#tests/core/work-orders/order-fixtures.ts';
import { fixedClock } from '#tests/harness/fixed-clock.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { cable, openSite, until } from './site-of-desks.ts';

describe('two desks of a site', () => {
  let site: Awaited<ReturnType<typeof openSite>>;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());
  const desk: typeof site.desk = (network, siteId) => site.desk(network, siteId);

  const level = async ({ client }: OpenCore) => (await client.sync.status()).state === 'upToDate';

  it('send up what they have, and say so', async () => {
    const one = await desk(cable());
    await until('everything is up', () => level(one));
    const status = await one.client.sync.status();
    expect(status.enrolment?.siteName).toBe('中山路营业厅');
    expect(status.pending).toBe(0);
    expect(status.lastSuccessAtMs).not.toBeNull();
  });

  it('keep working without a network, and catch up by themselves', async () => {
    const network = cable();
    const one = await desk(network);
    await until('everything is up', () => level(one));
    network.plugged = false;
    await one.client.settings.change({ theme: 'dark' });
    await until('the trouble is told', async () => (await one.client.sync.status()).state === 'troubled');
    const troubled = await one.client.sync.status();
    expect(troubled.problem?.code).toBe('unreachable');
    expect(troubled.pending).toBeGreaterThan(0);
    expect(troubled.pendingSinceMs).not.toBeNull();
    network.plugged = true;
    await one.client.sync.tryNow();
    await until('everything is up', () => level(one));
    expect((await one.client.sync.status()).problem).toBeNull();
  });

  it('see each other’s work orders and site rules, act on one order apart, and end with the same', async () => {
    const cables = [cable(), cable()] as const;
    const one = await desk(cables[0], 'hall-2');
    const two = await desk(cables[1], 'hall-2');
    await one.client.siteRules.change({ set: { siteName: '人民路营业厅' } });
    const { id } = await one.client.workOrders.open({ ...letter, fields: [...letter.fields] });
    await until('the order arrived', async () => (await two.client.workOrders.list()).some((order) => order.id === id));
    await until('the rule arrived', async () => (await two.client.siteRules.read()).rules.siteName === '人民路营业厅');
    for (const network of cables) network.plugged = false;
    for (const apart of [one, two]) {
      const { history } = await apart.client.workOrders.act({ workOrderId: id, step: sampleStep('dispatch') });
      expect(history.length).toBeGreaterThan(0);
    }
    for (const network of cables) network.plugged = true;
    const seen = async ({ client }: OpenCore) => {
      const order = await client.workOrders.view({ workOrderId: id });
      return JSON.stringify([order.state, order.history.map((entry) => entry.atMs)]);
    };
    for (const apart of [one, two]) await apart.client.sync.tryNow();
    await until('both hold both steps', async () => {
      const { history } = await one.client.workOrders.view({ workOrderId: id });
      return history.length >= 3 && (await seen(one)) === (await seen(two));
    });
    // Whoever was second is told on their own desk, until they have seen it; the other desk has nothing to tell.
    const [lostAtOne = 0, lostAtTwo = 0] = await Promise.all(
      [one, two].map(
        async ({ client }) => (await client.workOrders.list()).find((order) => order.id === id)?.lostSteps,
      ),
    );
    expect([lostAtOne, lostAtTwo].toSorted()).toEqual([0, 1]);
    const loser = lostAtOne === 1 ? one : two;
    const { history } = await loser.client.workOrders.view({ workOrderId: id });
    expect(history.filter(({ lostByMe }) => lostByMe)).toMatchObject([{ type: 'dispatch', superseded: 'wrongState' }]);
    await loser.client.workOrders.seeLostSteps({ workOrderId: id });
    expect((await loser.client.workOrders.view({ workOrderId: id })).lostSteps).toBe(0);
    // A rebuild from own and foreign events ends where the desk stood.
    const before = await seen(two);
    two.core.close();
    const again = await two.reopen();
    site.keep(again);
    expect(await seen(again)).toBe(before);
  });

  it('hear of an alert raised at one of them, say the same lines, and know who has seen it at the other', async () => {
    const one = await site.desk(cable(), 'hall-3');
    const told: DeskNotice[] = [];
    const watch = { timer: systemTimer, tell: (notices: readonly DeskNotice[]) => void told.push(...notices) };
    const network = cable();
    const two = await openCore({ sync: network, watch, runId: 'watched', clock: fixedClock(Date.now()) });
    site.keep(two);
    two.core.watchLimits();
    await signInAs(two, 'lead');
    const { code } = await issueCode(
      site.server.config,
      { siteId: 'hall-3', siteName: '中山路营业厅', role: 'desk' },
      Date.now(),
    );
    await two.client.sync.enrol({ serverUrl: site.server.server.url, code, deskName: '五号台' });

    await signInAs(one, 'administrator');
    const colleague = await one.client.people.add({ name: '周晓燕', role: 'agent' });
    await signInAs(one, 'lead');
    const { id, number } = await one.client.workOrders.open({ ...letter, fields: [...letter.fields] });
    await one.client.workOrders.act({ workOrderId: id, step: sampleStep('markAbnormal', { alert: 'massComplaint' }) });
    const [raised] = await one.client.alerts.list();
    const alertId = raised?.id ?? '';
    await one.client.alerts.fill({ alertId, values: { affectedArea: '城东片', nextNewsTime: '十点' } });
    const here = async (desk: typeof two) => (await desk.client.alerts.list()).find((alert) => alert.id === alertId);
    await until('the filled alert arrived', async () =>
      Boolean((await here(two))?.noticeLines[0]?.excerpt.includes('城东片')),
    );
    const [atOne, atTwo] = [await here(one), await here(two)];
    expect(atTwo?.noticeLines).toEqual(atOne?.noticeLines);
    expect(atTwo).toMatchObject({ workOrderNumber: number, acknowledged: [], tell: atOne?.tell, text: atOne?.text });
    expect(told.filter(({ kind }) => kind === 'alert')).toEqual([
      { kind: 'alert', alertId, alertKind: 'massComplaint' },
    ]);

    // Without a network it is seen and told all the same; both desks know once the cable is back.
    await until('the colleague is known', async () =>
      (await two.client.people.list()).some((person) => person.id === colleague.id),
    );
    network.plugged = false;
    await two.client.people.signIn({ personId: colleague.id });
    expect(await two.client.alerts.acknowledge({ alertId })).toMatchObject({ acknowledgedByMe: true });
    await two.client.alerts.recordTold({ alertId, post: raised?.tell[0]?.post ?? '' });
    expect((await here(one))?.acknowledged).toEqual([]);
    network.plugged = true;
    await two.client.sync.tryNow();
    await until('the acknowledgement came back', async () => (await here(one))?.acknowledged.length === 1);
    await until('so did the telling', async () => (await here(one))?.tell[0]?.toldAtMs !== null);
    expect(await here(one)).toMatchObject({
      acknowledged: [{ personName: '周晓燕' }],
      acknowledgedByMe: false,
      tell: [{ toldBy: '周晓燕' }, {}, {}],
    });
    await one.client.alerts.end({ alertId, text: '恢复了' });
    await until('it is over there too', async () => (await two.client.alerts.list()).length === 0);
  }, 120_000);

  it('tell the lead at one how somebody rehearsed at the other, and the other what the lead assigned', async () => {
    const one = await desk(cable(), 'hall-rehearsing');
    const two = await desk(cable(), 'hall-rehearsing');
    const scenarioId = 'rehearsal/bank-card-swallowed-train';
    await signInAs(one, 'administrator');
    const { id: personId, name } = await one.client.people.add({ name: '孟学员', role: 'trainee' });
    await one.client.rehearsal.assign({ scenarioId, personIds: [personId] });
    const here = async () => (await two.client.people.list()).some(({ id }) => id === personId);
    await until('the person arrived', here);
    await two.client.people.signIn({ personId });
    const offered = async () => (await two.client.rehearsal.list()).scenarios[0];
    await until('the task arrived', async () => (await offered())?.assigned !== null);
    const { turns } = await two.client.rehearsal.rolePlaySheet({ scenarioId });
    for (let run = await two.client.rehearsal.start({ scenarioId }); run.turn; ) {
      const answers = turns.find(({ id }) => id === run.turn?.id)?.answers;
      const best = answers?.find(({ quality }) => quality === 'good');
      const { runId, moves } = run;
      const said = { way: 'choice', answerId: best?.id ?? '', text: best?.text ?? '' } as const;
      run = await two.client.rehearsal.answer({ runId, moves, ...said });
    }
    const seen = async () =>
      (await one.client.rehearsal.progress()).people.find((person) => person.personId === personId);
    await until('the result arrived', async () => (await seen())?.runs === 1);
    expect(await seen()).toMatchObject({ name, passed: 1, assigned: [{ done: true }] });
    expect((await seen())?.norms.find(({ norm }) => norm === 'soothing')?.percent).toBe(100);
    expect((await one.client.rehearsal.certify({ personId }))?.personName).toBe(name);
    await until('so did the certificate', async () => (await two.client.rehearsal.certificates()).length === 1);
  });

  it('leave the site and go on alone', async () => {
    const one = await desk(cable());
    await until('everything is up', () => level(one));
    const left = await one.client.sync.leave();
    expect(left.state).toBe('alone');
    await one.client.settings.change({ theme: 'light' });
    expect((await one.client.sync.status()).pending).toBe(0);
  });

  it('refuse a wrong code, an unreachable server, and a person who may not', async () => {
    const one = await openCore({ sync: cable() });
    site.keep(one);
    await signInAs(one, 'agent');
    const ask = { serverUrl: site.server.server.url, code: 'AAAAAAAAAA', deskName: '一号台' };
    await expect(one.client.sync.enrol(ask)).rejects.toMatchObject({ code: 'notAllowed' });
    await signInAs(one, 'lead');
    await expect(one.client.sync.enrol(ask)).rejects.toMatchObject({ code: 'enrolmentRefused', data: { why: 'code' } });
    const nobody = { ...ask, serverUrl: 'http://127.0.0.1:9' };
    await expect(one.client.sync.enrol(nobody)).rejects.toMatchObject({ data: { why: 'unreachable' } });
    await expect(one.client.sync.enrol({ ...ask, serverUrl: 'http://hall.example' })).rejects.toThrow();
  });
});
