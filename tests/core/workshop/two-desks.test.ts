import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '#bench/sync/open-sync-server.ts';
import type { Release } from '#contract/library/release.ts';
import type { LooseEntry } from '#contract/workshop/terms.ts';
import { systemTimer } from '#core/reminders/watch-host.ts';
import { issueCode } from '#sync-server/commands.ts';
import { fixedClock } from '#tests/harness/fixed-clock.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';

const TEXT = '您家的线路我帮您查过了，接头有点松。师傅明天上午带着新接头过去。进门前他先给您打电话。';

let server: TestServer;
const desks: OpenCore[] = [];
let plugged = true;

beforeAll(async () => {
  server = await openTestServer('sqlite');
  const whole = shippedRelease();
  const release = { ...whole, entries: whole.entries.filter(({ entry }) => entry.kind === 'forbidden') } as Release;
  for (const name of ['一号台', '二号台']) {
    const fetch_ = (async (...request: Parameters<typeof fetch>) => {
      if (!plugged) throw new TypeError('no network');
      return await fetch(...request);
    }) as typeof fetch;
    const sync = { fetch: fetch_, timer: systemTimer, random: () => 0.5, appVersion: 'test' };
    const desk = await openCore({ release, sync, runId: name, clock: fixedClock(Date.now()) });
    desks.push(desk);
    await signInAs(desk, 'lead');
    const { code } = await issueCode(server.config, { siteId: 'hall-1', siteName: '营业厅', role: 'desk' }, Date.now());
    await desk.client.sync.enrol({ serverUrl: server.server.url, code, deskName: name });
  }
}, 60_000);
afterAll(async () => {
  for (const desk of desks) desk.remove();
  await server.close();
}, 60_000);

const standardOf = ({ entry }: { entry: LooseEntry }) => (entry['variants'] as { standard: string }).standard;
const saying = (entry: LooseEntry, standard: string): LooseEntry => ({
  ...entry,
  variants: { ...(entry['variants'] as object), standard },
});

it('two leads at two desks who write at one draft apart lose no word: what goes together does, the rest waits for a decision that holds on both', async () => {
  const [one, two] = desks as [OpenCore, OpenCore];
  const { draftId } = await one.client.workshop.open({ packId: 'telecom', kind: 'line', title: '线路接头松了' });
  const begun = await one.client.workshop.draft({ draftId });
  await one.client.workshop.save({ draftId, basedOn: [begun.revisionId], entry: saying(begun.entry, TEXT) });
  const shownOn = async ({ client }: OpenCore) => await client.workshop.draft({ draftId }).catch(() => null);
  const waits = { timeout: 30_000, interval: 50 };
  await expect.poll(async () => standardOf((await shownOn(two)) ?? begun), waits).toBe(TEXT);

  const { entry, revisionId } = await one.client.workshop.draft({ draftId });
  plugged = false;
  const mine = saying(entry, TEXT.replace('明天上午', '明早九点').replace('我帮您查过了', '我看过了'));
  const theirs = saying(entry, TEXT.replace('明天上午', '后天下午').replace('给您打电话', '跟您通电话'));
  for (const [desk, changed] of [[one, mine] as const, [two, theirs] as const]) {
    const saved = await desk.client.workshop.save({ draftId, basedOn: [revisionId], entry: changed });
    expect(saved.outcome).toBe('saved');
  }
  plugged = true;
  for (const { client } of desks) await client.sync.tryNow();
  for (const desk of desks) {
    await expect.poll(async () => (await shownOn(desk))?.mergeOpen, waits).toBe(true);
    expect(await desk.client.workshop.submit({ draftIds: [draftId] })).toMatchObject({
      refused: [{ why: 'mergeOpen' }],
    });
  }

  const { merge } = await two.client.workshop.draft({ draftId });
  const [field] = merge?.fields ?? [];
  expect(merge?.fields).toHaveLength(1);
  const both = `${field?.mine}${field?.theirs}`;
  for (const words of ['明早九点', '我看过了', '后天下午', '跟您通电话']) expect(both).toContain(words);

  const decided = saying(
    merge?.entry ?? entry,
    TEXT.replace('明天上午', '明早九点').replace('给您打电话', '跟您通电话'),
  );
  expect(await two.client.workshop.save({ draftId, basedOn: merge?.basedOn ?? [], entry: decided })).toMatchObject({
    outcome: 'saved',
  });
  await expect.poll(async () => (await shownOn(one))?.mergeOpen, waits).toBe(false);
  expect(standardOf((await shownOn(one)) ?? { entry })).toBe(standardOf({ entry: decided }));
}, 120_000);
