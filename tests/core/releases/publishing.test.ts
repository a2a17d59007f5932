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
      provenance: { ...released.entry.provenance, ...(place === 3 ? { expiresOn: '2099-01-01' } : {}) },
    },
  }));
  return { ...whole, entries: kept } as Release;
}

const PIN = '271828';
const folder = mkdtempSync(join(tmpdir(), 'counterpart-stick-'));
const desks: OpenCore[] = [];
afterAll(() => {
  for (const desk of desks) desk.remove();
  rmSync(folder, { recursive: true, force: true });
});

const cable: SyncHost = { fetch, timer: systemTimer, random: () => 0.5, appVersion: 'test' };
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

const [first, second, third, dated] = fewLines().entries.map(({ entry }) => entry.id) as [
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
  });

  test('makes its own root, says that one signature is enough, and works with what it had', async () => {
    const status = await one.client.releases.status();
    expect(status.trust).toMatchObject({ publishesHere: true, threshold: 1, from: 'ownDesk' });
    expect(status.stale).toBe(false);
    expect((await one.client.system.status()).release?.version).toBe(fewLines().version);
    await expect(one.client.releases.setUp({ pin: PIN })).rejects.toMatchObject({ data: { why: 'alreadySetUp' } });
  });

  test('takes a line back while the desk runs: it cannot be copied, and says what replaces it', async () => {
    await one.client.library.copyLine(use(first));
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

  test('does not copy a line past its last day, though nobody told it anything since', async () => {
    const offline = await desk();
    await signInAs(offline, 'agent');
    await offline.client.library.copyLine(use(dated));
    offline.clock.jumpTo(Date.UTC(2099, 0, 3));
    await expect(offline.client.library.copyLine(use(dated))).rejects.toMatchObject({
      code: 'lineNotUsable',
      data: { state: 'expired', day: '2099-01-01' },
    });
  });

  test('goes back to a former release by a new one', async () => {
    const before = (await one.client.system.status()).release?.version;
    const [{ releaseHash } = { releaseHash: '' }] = await appliedFirst(one);
    const picked = { why: '撤错了', backTo: releaseHash, pin: PIN, stages: [] };
    expect(await one.client.releases.propose(picked)).toMatchObject({ outcome: 'published' });
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

async function appliedFirst(opened: OpenCore) {
  const { versions } = { versions: (await opened.client.system.status()).release };
  expect(versions).not.toBeNull();
  const { createHash } = await import('node:crypto');
  const { canonicalBytes } = await import('#ledger/canonical.ts');
  return [{ releaseHash: createHash('sha256').update(canonicalBytes(fewLines())).digest('hex') }];
}

async function leadId(opened: OpenCore) {
  return (await opened.client.people.list()).find(({ role }) => role === 'lead')?.id;
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

  async function joined(role: 'leadDesk' | 'desk', siteId: string): Promise<OpenCore> {
    const opened = await desk(cable);
    await signInAs(opened, 'lead');
    const { code } = await issueCode(server.config, { siteId, siteName: siteId, role }, Date.now());
    await opened.client.sync.enrol({ serverUrl: server.server.url, code, deskName: siteId });
    return opened;
  }

  test('a line withdrawn on one is gone on a desk of another site at once, and in stages only where its stage has come', async () => {
    const lead = await joined('leadDesk', 'hall-1');
    await leadOf(lead);
    await lead.client.releases.checkNow();
    const far = await joined('desk', 'hall-2');
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
});
