import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '#bench/sync/open-sync-server.ts';
import type { Release } from '#contract/library/release.ts';
import { systemTimer } from '#core/reminders/watch-host.ts';
import type { SyncHost } from '#core/sync/sync-host.ts';
import { issueCode } from '#sync-server/commands.ts';
import { fixedClock } from '#tests/harness/fixed-clock.ts';
import { type OpenCore, openCore, signInAs } from '#tests/harness/open-core.ts';
import { shippedRelease } from '#tests/harness/shipped-release.ts';

/** Two days from now, in China. */
const LAST_DAY = new Date(Date.now() + 2 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

/** A handful of lines of the shipped library, with what they need: small enough to sign and check often. */
function fewLines(): Release {
  const whole = shippedRelease();
  const lines = whole.entries.filter(({ entry }) => {
    if (entry.kind !== 'line' || entry.fragments.length > 0) return false;
    return entry.variables.length === 0 && entry.basis.length === 0 && entry.forbidden.length === 0;
  });
  const kept = lines.slice(0, 12).map((released, place) => ({
    ...released,
    entry: {
      ...released.entry,
      related: [],
      // One line carries its last day: a desk without word from anybody goes by that.
      provenance: { ...released.entry.provenance, ...(place === 3 ? { expiresOn: LAST_DAY } : {}) },
    },
  }));
  return { ...whole, entries: kept } as Release;
}

const PIN = '271828';
const DAY_MS = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'counterpart-stick-'));
const desks: OpenCore[] = [];
afterAll(() => {
  for (const desk of desks) desk.remove();
  rmSync(folder, { recursive: true, force: true });
});

const cable: SyncHost = { fetch, timer: systemTimer, random: () => 0.5, appVersion: 'test' };
/** A cable that somebody may pull out. */
function pullable() {
  const plug = { in: true };
  const host: SyncHost = {
    ...cable,
    fetch: (...asked) => (plug.in ? fetch(...asked) : Promise.reject(new TypeError('the cable is out'))),
  };
  return { plug, host };
}
const chooses = {
  chosenPath: async () => folder,
  startChild: () => {
    throw new Error('no child here');
  },
  printPage: () => Promise.reject(new Error('no printer here')),
};

async function desk(sync?: SyncHost): Promise<OpenCore> {
  const opened = await openCore({
    release: fewLines(),
    runId: `run-${desks.length}`,
    exchange: chooses as never,
    clock: fixedClock(Date.now()),
    ...(sync ? { sync } : {}),
  });
  desks.push(opened);
  return opened;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const start = Date.now(); Date.now() - start < 30_000; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const told = await Promise.all(desks.map(async ({ client, errors }) => [await client.releases.status(), errors]));
  throw new Error(`it never came to this: ${what}\n${JSON.stringify(told)}`);
}

/** The lead of a desk with a PIN, signing set up with one signature. */
async function leadOf(opened: OpenCore) {
  await signInAs(opened, 'lead');
  await opened.client.people.setPin({ pin: PIN });
  return await opened.client.releases.setUp({ pin: PIN });
}

const [first, second, third, dated, fourth] = fewLines().entries.map(({ entry }) => entry.id) as [
  string,
  string,
  string,
  string,
  string,
];
const use = (entryId: string) => ({ entryId, variant: 'standard' as const, values: {} });
const withdraw = (entryId: string, why = '活动结束了') => ({
  why,
  withdraw: [{ entryId, why, replacedBy: third }],
});

describe('a desk without a server', () => {
  let one: OpenCore;
  beforeAll(async () => {
    one = await desk();
    const made = await leadOf(one);
    expect(made.rootKey).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){6}$/);
  }, 120_000);

  test('makes its own root, says that one signature is enough, and works with what it had', async () => {
    const status = await one.client.releases.status();
    expect(status.trust).toMatchObject({ publishesHere: true, threshold: 1, from: 'ownDesk' });
    expect(status.stale).toBe(false);
    expect((await one.client.system.status()).release?.version).toBe(fewLines().version);
    await expect(one.client.releases.setUp({ pin: PIN })).rejects.toMatchObject({ data: { why: 'alreadySetUp' } });
  });

  test('takes a line back while the desk runs: it cannot be copied, and says what replaces it', async () => {
    await one.client.library.copyLine(use(first));
    const astray = { entryId: first, why: '活动结束了', replacedBy: 'nobody/knows' };
    const broken = await one.client.releases.preview({ why: '活动结束了', withdraw: [astray] });
    expect(broken.faults).toMatchObject([
      { entryId: first, reason: { key: 'rule', rule: 'links', quoted: ['nobody/knows'] } },
    ]);
    const preview = await one.client.releases.preview(withdraw(first));
    expect(preview).toMatchObject({ counts: { added: 0, changed: 0, withdrawn: 1 }, faults: [] });
    const signed = await one.client.releases.propose({ ...withdraw(first), stages: [], pin: PIN });
    expect(signed).toMatchObject({ outcome: 'published', taken: { outcome: 'applied' } });
    await expect(one.client.library.copyLine(use(first))).rejects.toMatchObject({
      code: 'lineNotUsable',
      data: { state: 'withdrawn', replacedBy: third },
    });
    const [told] = await one.client.releases.applied({});
    expect(told).toMatchObject({ why: '活动结束了', counts: { withdrawn: 1 }, readAtMs: null });
    expect(await one.client.releases.unread()).toEqual({ releases: 1 });
    const { changes, questions } = await one.client.releases.changesIn({ releaseHash: told?.releaseHash ?? '' });
    expect(changes).toMatchObject([{ entryId: first, how: 'withdrawn', replacedBy: { entryId: third } }]);
    expect(questions).toMatchObject([{ asks: 'gone', entryId: first }]);
    await one.client.releases.markRead({ releaseHash: told?.releaseHash ?? '' });
    expect(await one.client.releases.unread()).toEqual({ releases: 0 });
  });

  test('does not copy a line past its last day, though nobody told it anything since, and setting its clock back revives none', async () => {
    const offline = await desk();
    await signInAs(offline, 'agent');
    const startMs = offline.clock.nowMs();
    const over = { code: 'lineNotUsable', data: { state: 'expired', day: LAST_DAY } };
    await offline.client.library.copyLine(use(dated));
    // A clock that somebody set years ahead counts while it stands so, and no longer.
    offline.clock.jumpTo(startMs + 900 * DAY_MS);
    await expect(offline.client.library.copyLine(use(dated))).rejects.toMatchObject(over);
    offline.clock.jumpTo(startMs);
    await offline.client.library.copyLine(use(dated));
    offline.clock.jumpTo(startMs + 4 * DAY_MS);
    await expect(offline.client.library.copyLine(use(dated))).rejects.toMatchObject(over);
    offline.clock.jumpTo(startMs - DAY_MS);
    await expect(offline.client.library.copyLine(use(dated))).rejects.toMatchObject(over);
    const again = await offline.reopen();
    desks.push(again);
    await expect(again.client.library.copyLine(use(dated))).rejects.toMatchObject(over);
    expect((await again.client.library.line({ entryId: dated })).usability.state).toBe('expired');
  });

  test('goes back to a former release by a new one', async () => {
    const before = (await one.client.system.status()).release?.version;
    const [former, ...older] = await one.client.releases.former();
    expect([former, ...older]).toMatchObject([{ version: fewLines().version, why: '' }]);
    const picked = { why: '撤错了', backTo: former?.releaseHash ?? '' };
    const preview = await one.client.releases.preview(picked);
    expect(preview).toMatchObject({ counts: { added: 1, changed: 0, withdrawn: 0 }, faults: [] });
    expect(preview.changes).toMatchObject([{ entryId: first, how: 'added', why: '撤错了' }]);
    expect(await one.client.releases.propose({ ...picked, pin: PIN })).toMatchObject({ outcome: 'published' });
    expect(await one.client.releases.former()).toHaveLength(2);
    await one.client.library.copyLine(use(first));
    expect((await one.client.system.status()).release?.version).not.toBe(before);
  });

  test('keeps its own releases when a newer app comes with other wording', async () => {
    const { version } = (await one.client.system.status()).release ?? { version: '' };
    const again = await one.reopen({ release: { ...fewLines(), version: '2030.1.1' } });
    desks.push(again);
    expect((await again.client.system.status()).release?.version).toBe(version);
    one = again;
    await signInAs(one, 'lead').catch(() => undefined);
    const lead = (await one.client.people.list()).find(({ role }) => role === 'lead');
    await one.client.people.signIn({ personId: lead?.id ?? '', pin: PIN });
    expect(await one.client.releases.status()).toMatchObject({ trust: { publishesHere: true } });
  });

  test('slows down whoever guesses the PIN of a key, and lets nobody else publish', async () => {
    const guess = { ...withdraw(second), pin: '000000', stages: [] };
    for (let tries = 0; tries < 5; tries += 1) {
      await expect(one.client.releases.propose(guess)).rejects.toMatchObject({ code: 'wrongPin' });
    }
    const held = { ...guess, pin: PIN };
    await expect(one.client.releases.propose(held)).rejects.toMatchObject({ data: { waitMs: 30_000 } });
    await signInAs(one, 'agent');
    await expect(one.client.releases.propose(held)).rejects.toMatchObject({ code: 'notAllowed' });
    await expect(one.client.releases.setUp({ pin: PIN })).rejects.toMatchObject({ code: 'notAllowed' });
  });

  test('hands its releases to a desk without a network by a stick, whose lead compares the fingerprint', async () => {
    one.clock.advance(60_000);
    await one.client.people.signIn({ personId: (await leadId(one)) ?? '', pin: PIN });
    expect((await one.client.releases.exportToFolder({ fileToken: 'stick' })).files).toBeGreaterThan(4);
    expect(readdirSync(join(folder, 'metadata'))).toContain('timestamp.json');
    const other = await desk();
    await signInAs(other, 'lead');
    const refused = await other.client.releases.takeFromFolder({ fileToken: 'stick' });
    expect(refused).toEqual({ outcome: 'refused', code: 'otherRoot' });
    const { fingerprint } = await other.client.releases.folderRoot({ fileToken: 'stick' });
    expect(fingerprint).toBe((await one.client.releases.status()).trust?.fingerprint);
    const wrong = { fileToken: 'stick', fingerprint: 'f'.repeat(64) };
    await expect(other.client.releases.trustFolder(wrong)).rejects.toMatchObject({ code: 'publishingRefused' });
    const taken = await other.client.releases.trustFolder({ fileToken: 'stick', fingerprint: fingerprint ?? '' });
    expect(taken).toMatchObject({ outcome: 'applied' });
  });
});

async function leadId(opened: OpenCore) {
  return (await opened.client.people.list()).find(({ role, sample }) => role === 'lead' && sample)?.id;
}

describe('two desks and a server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer('sqlite');
  }, 60_000);
  // Desks first: the server waits for the streams they hold open.
  afterAll(async () => {
    for (const opened of desks.splice(0)) opened.remove();
    await server.close();
  }, 60_000);

  async function joined(role: 'leadDesk' | 'desk', siteId: string, host = cable): Promise<OpenCore> {
    const opened = await desk(host);
    await signInAs(opened, 'lead');
    const { code } = await issueCode(server.config, { siteId, siteName: siteId, role }, Date.now());
    await opened.client.sync.enrol({ serverUrl: server.server.url, code, deskName: siteId });
    return opened;
  }

  let lead: OpenCore;
  let far: OpenCore;
  let rootKey: string;

  test('a line withdrawn on one is gone on a desk of another site at once, and in stages only where its stage has come', async () => {
    lead = await joined('leadDesk', 'hall-1');
    ({ rootKey } = await leadOf(lead));
    await lead.client.releases.checkNow();
    far = await joined('desk', 'hall-2');
    const follows = async () => (await far.client.releases.status()).trust !== null;
    await until('the far desk follows the root of the team', async () => {
      if (!(await follows())) await far.client.releases.checkNow();
      return await follows();
    });
    const root = (await lead.client.releases.status()).trust?.fingerprint;
    expect((await far.client.releases.status()).trust).toMatchObject({ fingerprint: root, publishesHere: false });
    await far.client.library.copyLine(use(first));

    await lead.client.releases.propose({ ...withdraw(first), stages: [], pin: PIN });
    await until('the line is gone on the far desk', async () => {
      const { usability } = await far.client.library.line({ entryId: first });
      return usability.state === 'withdrawn';
    });
    await expect(far.client.library.copyLine(use(first))).rejects.toMatchObject({ code: 'lineNotUsable' });

    const later = lead.clock.nowMs() + 3_600_000;
    const stages = [
      { siteIds: ['hall-1'], fromAtMs: 0 },
      { siteIds: null, fromAtMs: later },
    ];
    await lead.client.releases.propose({ ...withdraw(second, '下个钟头起'), stages, pin: PIN });
    await until('the far desk has it and waits', async () => (await far.client.releases.status()).waiting !== null);
    expect((await far.client.releases.status()).waiting?.appliesAtMs).toBe(later);
    await far.client.library.copyLine(use(second));
    await expect(lead.client.library.copyLine(use(second))).rejects.toMatchObject({ code: 'lineNotUsable' });
  });

  test('two leads sign on two desks; neither signature alone publishes, and a third desk works with what both signed', async () => {
    const two = await joined('leadDesk', 'hall-1');
    await signInAs(lead, 'administrator');
    const other = await lead.client.people.add({ name: '李班长', role: 'lead' });
    await lead.client.people.signIn({ personId: (await leadId(lead)) ?? '', pin: PIN });
    await until('the second desk knows the second lead', async () =>
      (await two.client.people.list()).some(({ id }) => id === other.id),
    );
    await two.client.people.signIn({ personId: other.id });
    await two.client.people.setPin({ pin: '161803' });
    const { keyId } = await two.client.releases.offerKey({ pin: '161803' });
    const offered = async () => (await lead.client.releases.status()).people.map((one) => one.keyId);
    await until('the first desk knows the second key', async () => (await offered()).includes(keyId));
    await lead.client.releases.changeSigners({ rootKey, keyIds: await offered(), threshold: 2 });
    const sign = async (opened: OpenCore, pin: string) => {
      await until('there is something to sign', async () => (await opened.client.releases.status()).proposal !== null);
      // A desk signs what it can make itself: it has to have the release before it.
      await opened.client.releases.checkNow();
      await until('it sees what would change', () =>
        opened.client.releases.proposed().then(
          () => true,
          () => false,
        ),
      );
      const { proposal } = await opened.client.releases.status();
      return await opened.client.releases.sign({ proposalId: proposal?.proposalId ?? '', pin });
    };
    expect(await sign(lead, PIN)).toEqual({ outcome: 'waiting' });
    expect(await sign(two, '161803')).toEqual({ outcome: 'waiting' });
    for (const opened of [lead, two]) {
      await until('both have to sign from now on', async () => {
        await opened.client.releases.checkNow();
        return (await opened.client.releases.status()).trust?.threshold === 2;
      });
    }

    const proposed = await lead.client.releases.propose({ ...withdraw(fourth), stages: [], pin: PIN });
    expect(proposed).toEqual({ outcome: 'waiting' });
    await lead.client.library.copyLine(use(fourth));
    expect(await sign(two, '161803')).toEqual({ outcome: 'waiting' });
    for (const opened of [lead, far, two]) {
      await until('the line is gone', async () => {
        const { usability } = await opened.client.library.line({ entryId: fourth });
        return usability.state === 'withdrawn';
      });
    }
    await expect(far.client.library.copyLine(use(fourth))).rejects.toMatchObject({ code: 'lineNotUsable' });
  });

  test('a desk cut off goes by the last day of a line, whatever its clock is set to, and by the server once it hears it', async () => {
    const { plug, host } = pullable();
    const cut = await joined('desk', 'hall-3', host);
    await cut.client.library.copyLine(use(dated));
    plug.in = false;
    const startMs = cut.clock.nowMs();
    cut.clock.jumpTo(startMs + 3 * DAY_MS);
    const over = { code: 'lineNotUsable', data: { state: 'expired' } };
    await expect(cut.client.library.copyLine(use(dated))).rejects.toMatchObject(over);
    cut.clock.jumpTo(startMs - 30 * DAY_MS);
    await expect(cut.client.library.copyLine(use(dated))).rejects.toMatchObject(over);
    // The server knows what day it is: the clock was ahead.
    plug.in = true;
    cut.clock.jumpTo(startMs);
    await until('the server told the time', async () => {
      await cut.client.sync.tryNow();
      return (await cut.client.library.line({ entryId: dated })).usability.state === 'inForce';
    });
    await cut.client.library.copyLine(use(dated));
  });
});
