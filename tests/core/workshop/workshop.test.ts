import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checklist, type LooseEntry } from '#contract/workshop/terms.ts';
import { dataFolder } from '#core/db/data-folder.ts';
import { openForReading } from '#core/db/open.ts';
import { approvedDrafts } from '#core/workshop/approved-drafts.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';

let desk: OpenCore;
beforeAll(async () => {
  desk = await openCore();
  await signInAs(desk, 'lead');
});
afterAll(() => desk.remove());

const ticked = [...checklist];
const SAID = {
  standard: '您家的线路我帮您查过了，接头有点松。师傅明天上午带着新接头过去。进门前他先给您打电话。',
  short: '师傅明天上午过去，进门前先给您打电话。',
};

/** A draft of a new line with something to say in it. */
async function written(title: string, given: Partial<LooseEntry> = {}) {
  const { workshop } = desk.client;
  const { draftId } = await workshop.open({ packId: 'telecom', kind: 'line', title });
  const { entry, revisionId } = await workshop.draft({ draftId });
  const whole: LooseEntry = { ...entry, variants: SAID, ...given };
  const saved = await workshop.save({ draftId, basedOn: [revisionId], entry: whole });
  if (saved.outcome !== 'saved') throw new Error(saved.outcome);
  return { draftId, entry: whole, revisionId: saved.revisionId };
}

const withText = (entry: LooseEntry, standard: string): LooseEntry => ({
  ...entry,
  variants: { ...(entry['variants'] as object), standard },
});
const standardOf = ({ entry }: { entry: LooseEntry }) => (entry['variants'] as { standard: string }).standard;

describe('writing', () => {
  it('begins a change of an entry once, and everybody goes on with the same draft', async () => {
    const { workshop } = desk.client;
    const first = await workshop.open({ entryId: 'fintech/data-erase' });
    expect(await workshop.open({ entryId: 'fintech/data-erase' })).toEqual(first);
    const { entry, revisionId } = await workshop.draft(first);
    const text = standardOf({ entry }).replace('能删的我今天就提。', '能删的我现在就提。');
    await workshop.save({ ...first, basedOn: [revisionId], entry: withText(entry, text) });
    const { differences } = await workshop.draft(first);
    expect(differences.map(({ path }) => path)).toEqual(['variants.standard']);
    expect(differences[0]?.sentences.filter(({ changed }) => changed)).toHaveLength(1);
  });

  it('loses no word when two save apart: different sentences go together, the same one waits for a decision', async () => {
    const { workshop } = desk.client;
    const { draftId, entry, revisionId } = await written('线路接头松了');
    await workshop.save({
      draftId,
      basedOn: [revisionId],
      entry: withText(entry, SAID.standard.replace('明天上午', '明早九点')),
    });
    await signInAs(desk, 'administrator');
    const second = withText(entry, SAID.standard.replace('我帮您查过了', '我刚帮您查过'));
    const merged = await workshop.save({ draftId, basedOn: [revisionId], entry: second });
    expect(merged.outcome).toBe('merged');
    const together = await workshop.draft({ draftId });
    expect(standardOf(together)).toBe(
      '您家的线路我刚帮您查过，接头有点松。师傅明早九点带着新接头过去。进门前他先给您打电话。',
    );

    const late = withText(entry, SAID.standard.replace('明天上午', '后天下午'));
    expect((await workshop.save({ draftId, basedOn: [revisionId], entry: late })).outcome).toBe('conflict');
    const { merge } = await workshop.draft({ draftId });
    expect(merge?.fields.filter((field) => field.merged === null).map(({ path }) => path)).toEqual([
      'variants.standard',
    ]);
    expect([merge?.fields[0]?.mine, merge?.fields[0]?.theirs].join()).toMatch(/后天下午.*明早九点|明早九点.*后天下午/);
    expect(await workshop.submit({ draftIds: [draftId] })).toMatchObject({ refused: [{ why: 'mergeOpen' }] });

    const decided = withText(merge?.entry ?? entry, SAID.standard.replace('明天上午', '后天下午'));
    const saved = await workshop.save({ draftId, basedOn: merge?.basedOn ?? [], entry: decided });
    expect(saved.outcome).toBe('saved');
    expect((await workshop.draft({ draftId })).merge).toBeNull();
    await signInAs(desk, 'lead');
  });

  it('finds what is wrong while it is written, and keeps it from review', async () => {
    const { workshop } = desk.client;
    const words = '您必须先交申请，按规定办。这个我不知道，您去问别人。';
    const { draftId, entry } = await written('先交申请', { variants: { standard: words, short: '您先交申请。' } });
    const { findings, readings, preview } = await workshop.look({ packId: 'telecom', entry });
    const said = findings.filter(({ kind, weight }) => kind === 'words' && weight === 'must');
    expect(said.length).toBeGreaterThan(0);
    for (const { words: found } of said) expect(words.slice(found?.start, found?.end)).toBe(found?.matched);
    expect(findings.map(({ kind }) => kind)).toContain('noBasis');
    expect(readings.map(({ variant, seconds }) => [variant, seconds > 0])).toEqual([
      ['standard', true],
      ['short', true],
    ]);
    expect(preview).toHaveLength(2);
    expect(await workshop.submit({ draftIds: [draftId] })).toEqual({
      done: [],
      refused: [{ draftId, why: 'notSound' }],
    });
  });

  it('shows a line that says nearly the same, and a basis that was replaced with what replaces it', async () => {
    const { workshop } = desk.client;
    const { entry } = await workshop.draft(await workshop.open({ entryId: 'fintech/data-erase' }));
    const copy = { ...entry, id: 'fintech/data-erase-again', basis: ['regulations/property-law-76'] };
    const { findings } = await workshop.look({ packId: 'fintech', entry: copy });
    expect(findings.find(({ kind }) => kind === 'alike')?.alike?.entryId).toBe('fintech/data-erase');
  });

  it('says what changing a fragment does to every line that takes it in', async () => {
    const { workshop } = desk.client;
    const { entry } = await workshop.draft(await workshop.open({ entryId: 'courtesy/part-note-order' }));
    const effect = await workshop.effect({
      entry: { ...entry, text: '工单号是{{ orderNumber }}，随时可以报号来问。' },
    });
    expect(effect.length).toBeGreaterThan(0);
    for (const { parts } of effect) {
      expect(parts.some(({ kind, text }) => kind === 'added' && text.includes('随时'))).toBe(true);
    }
  });
});

describe('findings and effects', () => {
  it('are told by keys and what they quote, so that a window says them in its own language', async () => {
    const { workshop } = desk.client;
    const { entry } = await written('找不到的场景', { scene: 'nowhere', title: '短', related: ['telecom/not-there'] });
    const { findings } = await workshop.look({ packId: 'telecom', entry });
    expect(findings.filter(({ kind }) => kind === 'rule')).toMatchObject([
      { path: 'title', text: '', rule: { key: 'tooShort', bound: 2 } },
    ]);
    const whole = await workshop.look({ packId: 'telecom', entry: { ...entry, title: '找不到的场景' } });
    const told = whole.findings.flatMap(({ rule }) => (rule?.key === 'rule' ? [[rule.rule, ...rule.quoted]] : []));
    expect(told).toContainEqual(['links', 'telecom/not-there']);
    expect(told.map(([rule]) => rule)).toContain('scenes');
  });

  it('name every text that rests on an article', async () => {
    const { workshop, library } = desk.client;
    const { items } = await library.browse({ kind: 'article', limit: 60 });
    for (const { entryId } of items) {
      const { namedBy } = await library.entry({ entryId });
      const cited = namedBy.filter(({ kind }) => kind === 'line' || kind === 'courtesy' || kind === 'notice');
      if (cited.length === 0) continue;
      const opened = await workshop.open({ entryId });
      const effect = await workshop.effect({ entry: (await workshop.draft(opened)).entry });
      expect(effect.map((one) => one.entryId).toSorted()).toEqual(cited.map((one) => one.entryId).toSorted());
      for (const { parts } of effect) expect(parts[0]?.text).not.toBe('');
      return;
    }
    throw new Error('no article is cited');
  });
});

describe('tables and flows', () => {
  type Node = { id: string; answers?: { id: string; to: string }[]; notAccepted?: string };
  const gapsIn = async (entry: LooseEntry) => {
    const { findings } = await desk.client.workshop.look({ packId: 'telecom', entry });
    return findings.flatMap(({ kind, gap, path, text }) => (kind === 'outline' ? [{ gap, path, text }] : []));
  };
  const opened = async (entryId: string) => {
    const { workshop } = desk.client;
    return (await workshop.draft(await workshop.open({ entryId }))).entry;
  };

  it('are complete as shipped, by going through them with the engine', async () => {
    for (const entryId of ['telecom/table-data-drops', 'telecom/flow-complaint']) {
      const entry = await opened(entryId);
      const { findings } = await desk.client.workshop.look({ packId: 'telecom', entry });
      expect(findings.filter(({ weight }) => weight === 'must')).toEqual([]);
    }
  });

  it('name the answer that leads nowhere, the part nothing leads to, and going round in circles', async () => {
    const entry = await opened('telecom/table-data-drops');
    const nodes = (entry['nodes'] as Node[]).map((node) => ({ ...node }));
    const asked = nodes.findIndex(({ id }) => id === 'whereAbouts');
    const changed = (index: number, to: (node: Node) => Node) => ({
      ...entry,
      nodes: nodes.map((node, at) => (at === index ? to(node) : node)),
    });
    const answering = (place: number, to: string) => (node: Node) => ({
      ...node,
      answers: node.answers?.map((answer, at) => (at === place ? { ...answer, to } : answer)) ?? [],
    });
    expect(await gapsIn(changed(asked, answering(1, '')))).toEqual([
      { gap: 'openAnswer', path: `nodes.${asked}.answers.1`, text: '到哪儿都断' },
    ]);
    const open = await desk.client.workshop.look({ packId: 'telecom', entry: changed(asked, answering(1, '')) });
    expect(open.findings.filter(({ weight }) => weight === 'must')).toHaveLength(1);
    const alone = await gapsIn(changed(asked, answering(0, 'stopped')));
    expect(alone).toMatchObject([
      { gap: 'unreachable', path: `nodes.${nodes.findIndex(({ id }) => id === 'oneSpot')}` },
    ]);
    const round = await gapsIn(changed(asked, answering(2, 'whereAbouts')));
    expect(round).toMatchObject([{ gap: 'circle', path: `nodes.${asked}` }]);
    const finding = nodes.findIndex(({ notAccepted }) => notAccepted !== undefined);
    const { notAccepted: _gone, ...rest } = nodes[finding] as Node;
    expect(await gapsIn(changed(finding, () => rest))).toMatchObject([
      { gap: 'noOtherWay', path: `nodes.${finding}.notAccepted` },
    ]);
  });

  it('are begun anew with one question, and every part that is not written yet is named', async () => {
    const { workshop } = desk.client;
    const begun = await workshop.open({ packId: 'telecom', kind: 'decisionTable', title: '信号格满却打不出' });
    const { entry } = await workshop.draft(begun);
    const gaps = await gapsIn(entry);
    expect(gaps.map(({ gap }) => gap)).toContain('noLine');
    expect(gaps.filter(({ gap }) => gap === 'noWords').map(({ path }) => path)).toEqual([
      'nodes.0.ask',
      'nodes.0.answers.0',
      'nodes.0.answers.1',
      'nodes.1.title',
      'nodes.2.title',
    ]);
    expect((await workshop.play({ packId: 'telecom', entry, steps: [] }))?.table?.question?.answers).toHaveLength(2);
    await workshop.discard({ draftIds: [begun.draftId] });
  });

  it('say which stage cannot be left, and what it waits for', async () => {
    const entry = await opened('telecom/flow-complaint');
    const stages = entry['stages'] as { exit: { fields: string[] }; fields: { id: string; options: object[] }[] }[];
    const empty = { id: 'never', label: '选不了的', type: 'choice', options: [], required: true };
    const stuck = stages.map((stage, at) => (at === 1 ? { ...stage, fields: [...stage.fields, empty] } : stage));
    expect(await gapsIn({ ...entry, stages: stuck })).toEqual([{ gap: 'stuck', path: 'stages.1', text: '选不了的' }]);
  });

  it('are played by the engine: an answer leads on, a stage that is not done is not left, nothing is recorded', async () => {
    const { workshop, conversation } = desk.client;
    const before = (await conversation.list({ whose: 'desk' })).length;
    const table = await opened('telecom/table-data-drops');
    const play = (entry: LooseEntry, steps: Parameters<typeof workshop.play>[0]['steps']) =>
      workshop.play({ packId: 'telecom', entry, steps });
    expect((await play(table, []))?.table?.question?.nodeId).toBe('whereAbouts');
    const first = { type: 'answer', nodeId: 'whereAbouts', answerId: 'onePlace' } as const;
    const reached = (await play(table, [first]))?.table;
    expect(reached?.finding?.nodeId ?? reached?.question?.nodeId).toBe('oneSpot');
    expect(reached?.breadcrumbs).toHaveLength(1);

    const flow = await opened('telecom/flow-complaint');
    const early = await play(flow, [{ type: 'advanceStage', from: 'accept' }]);
    expect(early?.refused?.reason).toBe('stageIncomplete');
    expect(early?.refused?.missing.length).toBeGreaterThan(0);
    const ticks = (early?.required ?? []).map(
      ({ id }) => ({ type: 'tickAction', stage: 'accept', actionId: id }) as const,
    );
    const asked = (early?.refused?.missing ?? []).flatMap(({ kind, id }) =>
      kind === 'field' ? [{ type: 'captureField', fieldId: id, value: '家里' } as const] : [],
    );
    const on = await play(flow, [...asked, ...ticks, { type: 'advanceStage', from: 'accept' }]);
    expect(on?.stage).toBe('clarify');
    expect(await conversation.list({ whose: 'desk' })).toHaveLength(before);
    expect(await play({ kind: 'fragment', id: 'courtesy/part-note-order' }, [])).toBeNull();
  });
});

describe('from a failed search to an approved line', () => {
  it('is drafted from the search, found by it, sent back, mended and approved by somebody else', async () => {
    const { workshop, library, search } = desk.client;
    await signInAs(desk, 'agent');
    await library.search({ text: '猫咪咬断网线了' });
    await library.search({ text: '' });
    const failed = async () => (await search.failures({})).find(({ text }) => text === '猫咪咬断网线了');
    await signInAs(desk, 'lead');
    await expect.poll(async () => (await failed())?.times).toBe(1);

    const opened = await workshop.open({
      packId: 'telecom',
      kind: 'line',
      title: '网线断了 · 先接上',
      soughtFor: '猫咪咬断网线了',
    });
    const { draftId } = opened;
    const { entry, revisionId } = await workshop.draft(opened);
    expect(entry['colloquial']).toEqual(['猫咪咬断网线了']);
    const whole = { ...entry, colloquial: [], keywords: ['网线'], variants: SAID };
    const before = await workshop.ranks({ packId: 'telecom', entry: whole });
    expect(before.suggestions).toEqual([{ text: '猫咪咬断网线了', times: 1, solvedHere: false }]);
    const after = await workshop.ranks({ packId: 'telecom', entry: { ...whole, colloquial: ['猫咪咬断网线了'] } });
    expect(after.ranks.find(({ text }) => text === '猫咪咬断网线了')?.rank).toBe(1);
    expect(after.suggestions).toEqual([]);
    // The desk itself knows nothing of it.
    expect((await library.search({ text: '猫咪咬断网线了' })).hits.some(({ entryId }) => entryId === entry.id)).toBe(
      false,
    );

    const saved = await workshop.save({
      draftId,
      basedOn: [revisionId],
      entry: { ...whole, colloquial: ['猫咪咬断网线了'] },
    });
    const at = saved.outcome === 'saved' ? saved.revisionId : '';
    expect(await workshop.submit({ draftIds: [draftId] })).toEqual({ done: [draftId], refused: [] });
    const drafts = [{ draftId, revisionId: at }];
    expect(await workshop.review({ drafts, verdict: 'approved', checked: ticked })).toMatchObject({
      refused: [{ why: 'ownWording' }],
    });

    await signInAs(desk, 'reviewer');
    const spot = { path: 'variants.short', start: 0, end: 2, quote: '师傅' };
    await workshop.comment({ draftId, revisionId: at, spot, text: '先说一句心疼' });
    expect(await workshop.review({ drafts, verdict: 'changesRequested' })).toEqual({ done: [draftId], refused: [] });

    await signInAs(desk, 'lead');
    const back = await workshop.draft({ draftId });
    expect([back.state, back.comments[0]?.text, back.comments[0]?.fits]).toEqual([
      'changesRequested',
      '先说一句心疼',
      true,
    ]);
    const short = '听着就心疼，师傅明天上午过去，进门前先打电话。';
    const mended = await workshop.save({
      draftId,
      basedOn: [back.revisionId],
      entry: { ...back.entry, variants: { ...SAID, short } },
    });
    await workshop.settleComment({ draftId, commentId: back.comments[0]?.commentId ?? '' });
    await workshop.submit({ draftIds: [draftId] });

    await signInAs(desk, 'reviewer');
    expect(await workshop.review({ drafts, verdict: 'approved', checked: ticked })).toMatchObject({
      refused: [{ why: 'outOfDate' }],
    });
    const now = [{ draftId, revisionId: mended.outcome === 'saved' ? mended.revisionId : '' }];
    expect(await workshop.review({ drafts: now, verdict: 'approved', checked: ticked })).toEqual({
      done: [draftId],
      refused: [],
    });
    const { state, steps } = await workshop.draft({ draftId });
    expect(state).toBe('approved');
    expect(steps.map(({ what }) => what)).toEqual(['opened', 'submitted', 'changesRequested', 'submitted', 'approved']);
    const read = openForReading(dataFolder(desk.dataDir).database);
    expect(approvedDrafts(read).map((one) => [one.draftId, one.change.entry.title])).toEqual([
      [draftId, '网线断了 · 先接上'],
    ]);
    read.close();
  });
});

describe('what is due', () => {
  it('names everything past its interval, and takes what was looked at off the list', async () => {
    await signInAs(desk, 'lead');
    const { workshop } = desk.client;
    const { entries } = await workshop.due({ withinDays: 365 });
    const one = entries.find(({ why }) => why.includes('soon') || why.includes('overdue'));
    if (one === undefined) throw new Error('nothing is ever due');
    const { entryId, entryHash, dueOn } = one;
    expect(await workshop.verify({ entryId, entryHash: '0'.repeat(64) })).toEqual({ verified: false });
    expect(await workshop.verify({ entryId, entryHash })).toEqual({ verified: true });
    const again = (await workshop.due({ withinDays: 365 })).entries.find((each) => each.entryId === entryId);
    expect(again === undefined || again.dueOn > dueOn).toBe(true);
  });

  it('is closed to agents, like everything here', async () => {
    await signInAs(desk, 'agent');
    await expect(desk.client.workshop.due({})).rejects.toMatchObject({ code: 'notAllowed' });
    await expect(desk.client.workshop.queue({})).rejects.toMatchObject({ code: 'notAllowed' });
  });
});

// Last, because the library is another one afterwards.
describe('an approved line', () => {
  it('is in no search until a release holds it; then everybody finds it, and nobody is offered it again', async () => {
    const { library, people, releases, workshop } = desk.client;
    const pin = '271828';
    await signInAs(desk, 'lead');
    await people.setPin({ pin });
    await releases.setUp({ pin });
    const [waiting, ...others] = (await releases.pool()).filter(({ source }) => source === 'draft');
    expect(others).toEqual([]);
    const found = async () =>
      (await library.search({ text: '网线断了 先接上' })).hits.some(({ title }) => title === '网线断了 · 先接上');
    expect(await found()).toBe(false);
    const draftIds = [waiting?.draftId ?? ''];
    expect(await releases.propose({ why: '客户常这么问', draftIds, stages: [], pin })).toMatchObject({
      outcome: 'published',
    });
    await expect.poll(found, { timeout: 20_000 }).toBe(true);
    expect((await releases.pool()).filter(({ source }) => source === 'draft')).toEqual([]);
    const { items } = await library.browse({ text: '网线断了 先接上' });
    expect(items.map(({ title }) => title)).toContain('网线断了 · 先接上');
    expect((await workshop.draft({ draftId: draftIds[0] ?? '' })).state).toBe('inForce');
  });
});
