import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  rehearsalAssigned,
  rehearsalRulesSet,
  rehearsalScored,
  rehearsalUnassigned,
  rolePlayNoted,
  sheetScored,
} from '#contract/rehearsal/events.ts';
import { defaultWeights } from '#contract/rehearsal/terms.ts';
import type { RunView } from '#contract/rehearsal/view.ts';
import { travels } from '#contract/sync/terms.ts';
import { dataFolder } from '#core/db/data-folder.ts';
import { migrations } from '#core/db/migrations/all-migrations.ts';
import { openForReading } from '#core/db/open.ts';
import { toWire } from '#core/journal/event.ts';
import { rehearsalProjection } from '#core/rehearsal/projection.ts';
import { listAssignments, listRolePlays, listScores, readRehearsalRules } from '#core/rehearsal/score-repo.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { openJournal } from '#tests/harness/open-journal.ts';

const TRAIN = 'rehearsal/bank-card-swallowed-train';

let opened: OpenCore;
beforeAll(async () => {
  opened = await openCore();
}, 60_000);
beforeEach(() => signInAs(opened, 'agent'));
afterAll(() => opened.remove());

const calls = () => opened.client.rehearsal;
const start = (more: { timed?: boolean; scenarioId?: string } = {}) =>
  calls().start({ scenarioId: TRAIN, seed: 7, ...more });

const scenarioOf = async (scenarioId: string) => calls().rolePlaySheet({ scenarioId });

/** Takes the offered answer of a quality. */
async function answer(view: RunView, quality: 'good' | 'fair' | 'poor', afterMs = 0): Promise<RunView> {
  const scenario = await scenarioOf(view.scenarioId);
  const turn = scenario.turns.find(({ id }) => id === view.turn?.id);
  const chosen = turn?.answers.find((one) => one.quality === quality);
  if (!chosen) throw new Error('no such answer');
  opened.clock.advance(afterMs);
  return calls().answer({
    runId: view.runId,
    moves: view.moves,
    way: 'choice',
    answerId: chosen.id,
    text: chosen.text,
  });
}

async function play(view: RunView, quality: 'good' | 'fair' | 'poor', afterMs = 6_000): Promise<RunView> {
  let now = view;
  while (now.state === 'running') now = await answer(now, quality, afterMs);
  return now;
}

describe('a run', () => {
  test('goes from turn to turn, tells facts, ends and is told of in one page', async () => {
    let view = await start();
    expect(view).toMatchObject({ state: 'running', temper: 3, stage: 'accept', factsUntold: 3, facts: [] });
    view = await answer(view, 'good');
    expect(view).toMatchObject({ temper: 2, stage: 'clarify', exchanges: [{ temperBy: -1, quality: 'good' }] });
    expect(view.facts).toEqual([{ id: 'trainTime', text: expect.stringContaining('一点四十'), fresh: true }]);
    view = await play(view, 'good');
    expect(view).toMatchObject({ state: 'ended', ending: { quality: 'good' }, turn: null });
    const page = await calls().debrief({ runId: view.runId });
    expect(page.score).toBeGreaterThanOrEqual(90);
    expect(page).toMatchObject({ passed: true, workOn: [{ code: 'next.timed' }, { code: 'next.harder' }] });
    expect(page.norms.find(({ norm }) => norm === 'timing')).toMatchObject({ got: null });
    expect((await calls().list()).scenarios.find((one) => one.scenarioId === TRAIN)).toMatchObject({ passed: true });
  });

  test('names two things to work on with a better line, and is taken up again from either', async () => {
    let view = await start();
    view = await answer(view, 'good');
    const ended = await play(view, 'poor');
    const page = await calls().debrief({ runId: ended.runId });
    expect(page.passed).toBe(false);
    expect(page.well).toHaveLength(1);
    const [slip] = page.workOn;
    expect(slip).toMatchObject({
      index: 1,
      why: expect.stringContaining('来不及'),
      better: expect.stringContaining('主管'),
    });
    const again = await calls().start({ scenarioId: TRAIN, follows: { runId: ended.runId, moves: slip?.index ?? 0 } });
    expect(again).toMatchObject({ state: 'running', turn: { id: 'look' }, exchanges: [{ index: 0 }] });
    expect(again.runId).not.toBe(ended.runId);
    expect((await calls().debrief({ runId: ended.runId })).score).toBe(page.score);
    await calls().quit({ runId: again.runId, moves: again.moves });
  });

  test('is taken up again from any of its turns, with everything that led up to it', async () => {
    const ended = await play(await start(), 'fair');
    const { exchanges } = await calls().run({ runId: ended.runId });
    expect(exchanges.length).toBeGreaterThan(3);
    for (const [place, { index, customerSaid }] of exchanges.entries()) {
      const again = await calls().start({ scenarioId: TRAIN, follows: { runId: ended.runId, moves: index } });
      expect(again.turn?.says).toBe(customerSaid);
      expect(again.exchanges).toEqual(exchanges.slice(0, place));
      await calls().quit({ runId: again.runId, moves: again.moves });
    }
  });

  test('offers the same answers in the same order for the same seed, and in another for another', async () => {
    const orders: string[] = [];
    for (const seed of [7, 7, 8, 9, 10]) {
      const view = await calls().start({ scenarioId: TRAIN, seed });
      orders.push((view.turn?.answers ?? []).map(({ id }) => id).join(' '));
      await calls().quit({ runId: view.runId, moves: view.moves });
    }
    expect(orders[0]).toBe(orders[1]);
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  test('keeps the gates of live work: a stage that still owes something is not left', async () => {
    const view = await start();
    const of = { runId: view.runId, moves: view.moves };
    await expect(calls().moveStage({ ...of, way: 'on' })).rejects.toMatchObject({
      data: {
        reason: 'stageIncomplete',
        missing: expect.arrayContaining([expect.objectContaining({ id: 'acknowledge' })]),
      },
    });
    const next = await answer(view, 'poor');
    expect(next).toMatchObject({ stage: 'accept', temper: 5 });
    const later = await answer(next, 'fair');
    expect(later).toMatchObject({ turn: { stage: 'clarify' }, stage: 'accept' });
    expect(later.owes.length).toBeGreaterThan(0);
    await calls().quit({ runId: later.runId, moves: later.moves });
  });

  test('a second press moves nothing', async () => {
    const view = await start();
    await calls().hint({ runId: view.runId, moves: 0 });
    await expect(calls().hint({ runId: view.runId, moves: 0 })).rejects.toMatchObject({ code: 'outOfDate' });
    const now = await calls().run({ runId: view.runId });
    expect(now.turn?.hint?.elements).toEqual(['acknowledge', 'ask']);
    await calls().quit({ runId: view.runId, moves: now.moves });
  });
});

describe('a timed run', () => {
  test('minds who is slow, and who says nothing at all', async () => {
    const view = await start({ timed: true });
    const from = view.turn?.silenceFromMs ?? 0;
    opened.clock.advance(1_000);
    expect(await calls().stayedSilent({ runId: view.runId, moves: 0 })).toMatchObject({ turn: { id: 'opening' } });
    opened.clock.advance(from);
    const after = await calls().stayedSilent({ runId: view.runId, moves: 0 });
    expect(after).toMatchObject({
      turn: { id: 'stuck' },
      temper: 4,
      exchanges: [{ way: 'silence', happenings: ['silent'] }],
    });
    const late = await answer(after, 'good', 20_000);
    expect(late.exchanges.at(-1)?.happenings).toContain('late');
    const hasty = await answer(late, 'good', 100);
    expect(hasty.exchanges.at(-1)?.happenings).toContain('interrupted');
    const waiting = await answer(hasty, 'good', 70_000);
    expect(waiting.exchanges.at(-1)?.happenings.filter((one) => one === 'keptWaiting')).toHaveLength(2);
    const ended = await play(waiting, 'good');
    const page = await calls().debrief({ runId: ended.runId });
    expect(page.norms.find(({ norm }) => norm === 'timing')?.got).toBeLessThan(8);
    // A customer who calmed down all the same felt better for it; the clock has its say in the norms and in what to work on.
    const slips = ['late', 'interrupted', 'keptWaiting'];
    for (const { better, code } of page.marks) if (better) expect(slips).not.toContain(code);
    expect(page.marks.some(({ better, code }) => !better && slips.includes(code))).toBe(true);
  });

  test('a sound of listening in time is in time, and a pause stops the clock', async () => {
    let view = await start({ timed: true });
    opened.clock.advance((view.turn?.heardAtMs ?? 0) + 1_000);
    view = await calls().acknowledge({ runId: view.runId, moves: view.moves });
    view = await calls().pause({ runId: view.runId, moves: view.moves });
    opened.clock.advance(600_000);
    view = await calls().resume({ runId: view.runId, moves: view.moves });
    const next = await answer(view, 'good', 20_000);
    expect(next.exchanges[0]?.happenings).toEqual(['factTold']);
    expect(next.atMs).toBeLessThan(60_000);
    await calls().quit({ runId: next.runId, moves: next.moves });
  });
});

test('a run stands where it stood after the core was killed, and live work never sees its conversation', async () => {
  const view = await answer(await start(), 'good');
  const live = (await opened.client.conversation.list({ whose: 'mine', limit: 10 })).length;
  opened = await opened.reopen();
  await signInAs(opened, 'agent');
  const list = await calls().list();
  expect(list.running).toBe(view.runId);
  expect(await calls().run({ runId: view.runId })).toEqual(view);
  await play(view, 'good');
  expect(await opened.client.conversation.list({ whose: 'mine', limit: 10 })).toHaveLength(live);
  const count = (file: string) => {
    const db = openForReading(file);
    const found = db.prepare("SELECT count(*) FROM journal WHERE kind LIKE 'conversation.%'").pluck().get();
    db.close();
    return found;
  };
  expect(count(dataFolder(opened.dataDir).database)).toBe(0);
  expect(count(join(opened.dataDir, 'rehearsal.db'))).toBeGreaterThan(10);
});

describe('a lead', () => {
  test('assigns, sees progress by norm and by name, and certifies who passed', async () => {
    const agent = await signInAs(opened, 'agent');
    const assign = { scenarioId: 'rehearsal/bank-wrong-account', personIds: [agent.id], dueDay: '2026-12-01' };
    await expect(calls().assign(assign)).rejects.toMatchObject({ code: 'notAllowed' });
    await signInAs(opened, 'lead');
    await calls().assign(assign);
    await signInAs(opened, 'agent');
    const [first] = (await calls().list()).scenarios;
    expect(first).toMatchObject({ scenarioId: assign.scenarioId, assigned: { dueDay: '2026-12-01' } });
    await signInAs(opened, 'lead');
    expect(await calls().certify({ personId: agent.id })).toBeNull();
    await signInAs(opened, 'agent');
    await play(await start({ scenarioId: assign.scenarioId }), 'good');
    await signInAs(opened, 'lead');
    const { ranked, people } = await calls().progress();
    expect(ranked).toBe(false);
    const own = people.find(({ personId }) => personId === agent.id);
    expect(own?.assigned).toMatchObject([{ done: true }]);
    expect(own?.norms.find(({ norm }) => norm === 'soothing')?.percent).toBe(100);
    const names = people.map(({ name }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator('zh-CN').compare));
    const given = await calls().certify({ personId: agent.id });
    expect(given).toMatchObject({ personName: agent.name, passMark: 75 });
    await signInAs(opened, 'agent');
    expect(await calls().certificates()).toHaveLength(1);
  });

  test('sees people by name, and by score only after turning the ranking on', async () => {
    const boss = await signInAs(opened, 'administrator');
    const names = ['阿宝', '左丘'];
    for (const [place, name] of names.entries()) {
      const { id } = await opened.client.people.add({ name, role: 'agent' });
      await opened.client.people.signIn({ personId: id });
      await play(await start(), place === 0 ? 'poor' : 'good');
      await opened.client.people.signIn({ personId: boss.id });
    }
    await signInAs(opened, 'lead');
    const order = async () =>
      (await calls().progress()).people.map(({ name }) => name).filter((name) => names.includes(name));
    const { rules } = await calls().list();
    expect(rules.ranking).toBe(false);
    expect(await order()).toEqual(names);
    await calls().setRules({ ...rules, ranking: true });
    expect((await calls().progress()).ranked).toBe(true);
    expect(await order()).toEqual(names.toReversed());
    await signInAs(opened, 'agent');
    await expect(calls().setRules(rules)).rejects.toMatchObject({ code: 'notAllowed' });
    await signInAs(opened, 'lead');
    await calls().setRules(rules);
  });

  test('changes the weights and the pass mark for runs to come; those played stay as they were scored', async () => {
    await signInAs(opened, 'agent');
    const debriefOf = async (quality: 'good' | 'fair') =>
      calls().debrief({ runId: (await play(await start(), quality)).runId });
    const before = await debriefOf('fair');
    expect(before).toMatchObject({ passMark: 75, passed: true });
    const { rules } = await calls().list();
    await signInAs(opened, 'lead');
    const only = { wording: 0, promises: 0, soothing: 0, asking: 100, clarity: 0, timing: 0 };
    await calls().setRules({ weights: only, passMark: 95, ranking: false });
    await signInAs(opened, 'agent');
    const after = await debriefOf('fair');
    const asking = after.norms.find(({ norm }) => norm === 'asking');
    expect(after).toMatchObject({ passMark: 95, passed: false, score: asking?.got });
    expect(after.score).not.toBe(before.score);
    expect(await calls().debrief({ runId: before.runId })).toEqual(before);
    await signInAs(opened, 'lead');
    await calls().setRules(rules);
  });

  test('has a role play scored on the same sheet', async () => {
    const lead = await signInAs(opened, 'lead');
    const agent = await signInAs(opened, 'agent');
    const played = await calls().scoreRolePlay({
      scenarioId: TRAIN,
      personId: agent.id,
      customerPersonId: lead.id,
      norms: { soothing: 100, asking: 50 },
      note: '先报了三天。',
    });
    expect(played).toMatchObject({ score: 78, personName: agent.name, customerName: lead.name, note: '先报了三天。' });
  });

  test('builds a scenario from a past conversation without its names and numbers', async () => {
    const { client } = opened;
    await signInAs(opened, 'agent');
    const talk = await client.conversation.start({
      channel: 'phone',
      customer: { name: '欧阳', title: '先生', number: '13800001111', tier: 'standard' },
    });
    const note = '欧阳先生说卡号6222021001116245703被吞，电话13800001111，同行的是张敏。';
    await client.conversation.writeNote({ conversationId: talk.id, text: note });
    await client.conversation.breakOff({ conversationId: talk.id, reason: 'customerLeft', summary: note });
    await expect(calls().draftFromConversation({ conversationId: talk.id })).rejects.toMatchObject({
      code: 'notAllowed',
    });
    await signInAs(opened, 'lead');
    const { scenario, replaced } = await calls().draftFromConversation({ conversationId: talk.id });
    const text = JSON.stringify(scenario);
    expect(text).not.toMatch(/欧阳|张敏|13800001111|6222021001116245703/);
    expect(text).toContain('被吞');
    expect(replaced.length).toBeGreaterThan(1);
    const { draftId } = await calls().keepDraft({ scenario, checked: true });
    expect(await client.exchange.draft({ draftId })).toMatchObject({ kind: 'scenario', changes: null });
  });
});

test('rehearsals of two desks end the same on both, whatever arrives first, and no note leaves its desk', () => {
  const at = (installId: string) =>
    openJournal(undefined, {
      installId,
      projections: [rehearsalProjection],
      prepare(db) {
        for (const { version, up } of migrations) if (version > 10) up(db);
      },
    });
  const [one, two] = [at('desk-a'), at('desk-b')];
  const assigned = (assignmentId: string, dueDay: string | null = null) => {
    return { assignmentId, scenarioId: TRAIN, personId: 'p1', dueDay };
  };
  const rules = (passMark: number) => ({ weights: defaultWeights, passMark, ranking: false });
  const scored = {
    ...{ runId: 'r1', scenarioId: TRAIN, scenarioVersion: 1, title: '吞了卡', timed: false, score: 91, passed: true },
    ...{ norms: { soothing: 80 }, endedAtMs: 5 },
  };
  const sheet = {
    ...{ rolePlayId: 's1', scenarioId: TRAIN, title: '吞了卡', personId: 'p1', customerPersonId: null },
    ...{ norms: { asking: 50 }, score: 50 },
  };
  one.clock.jumpTo(10);
  one.journal.transaction('lead', (tx) => {
    tx.append(rehearsalAssigned, assigned('first'));
    tx.append(rehearsalRulesSet, rules(60));
    tx.append(sheetScored, sheet);
    tx.append(rolePlayNoted, { rolePlayId: 's1', note: '说得太急。' });
  });
  one.journal.transaction('p1', (tx) => tx.append(rehearsalScored, scored));
  two.clock.jumpTo(20);
  two.journal.transaction('lead', (tx) => {
    tx.append(rehearsalAssigned, assigned('second', '2026-12-01'));
    tx.append(rehearsalAssigned, { ...assigned('other'), scenarioId: 'rehearsal/bank-wrong-account' });
    tx.append(rehearsalRulesSet, rules(80));
    tx.append(rehearsalUnassigned, { assignmentId: 'other' });
  });
  const of = ({ journal }: typeof one) => journal.read({ epoch: 1, seq: 1 }, 100).map(toWire);
  const [ofOne, ofTwo] = [of(one), of(two)];
  one.journal.takeForeign(ofTwo.toReversed());
  two.journal.takeForeign(ofOne);
  const seen = ({ db, journal }: typeof one) => ({
    scores: listScores(db, null),
    assigned: listAssignments(db).map(({ assignmentId, dueDay }) => [assignmentId, dueDay]),
    passMark: readRehearsalRules(db).passMark,
    sheets: listRolePlays(db, journal.fields, null).map(({ note, ...rest }) => rest),
  });
  expect(seen(one)).toEqual(seen(two));
  expect(seen(two)).toMatchObject({
    scores: [{ personId: 'p1', score: 91, norms: { soothing: 80 } }],
    assigned: [['second', '2026-12-01']],
    passMark: 80,
    sheets: [{ score: 50, norms: { asking: 50 } }],
  });
  expect(listRolePlays(one.db, one.journal.fields, null)[0]?.note).toBe('说得太急。');
  expect(listRolePlays(two.db, two.journal.fields, null)[0]?.note).toBe('');
  expect(ofOne.filter(({ kind }) => travels(kind)).map(({ kind }) => kind)).not.toContain(rolePlayNoted.kind);
  const before = seen(one);
  one.journal.rebuild();
  expect(seen(one)).toEqual(before);
  one.close();
  two.close();
});
