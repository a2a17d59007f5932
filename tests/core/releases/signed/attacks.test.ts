import { Metadata, type Snapshot, type Timestamp } from '@tufjs/models';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { deskKeyFor } from '#core/releases/publishing/signing-key-repo.ts';
import {
  makeRoot,
  makeSnapshot,
  makeTimestamp,
  metadataBytes,
  readRoot,
  readSnapshot,
  readTargets,
  readTimestamp,
  signWith,
} from '#core/releases/signed/metadata.ts';
import { readReleaseFact } from '#core/releases/signed/release-fact-repo.ts';
import { releaseFileNames } from '#core/releases/signed/release-file-repo.ts';
import { TIMESTAMP_FILE } from '#core/releases/signed/release-files.ts';
import { newSeed, type SigningKey, signingKey } from '#core/releases/signed/signing-key.ts';
import { fixedIds } from '#tests/harness/fixed-ids.ts';
import {
  LEADS,
  publish,
  put,
  repositoryOf,
  served,
  signers,
  smallRelease,
  type TeamDesk,
  teamDesk,
  teamOfTwo,
} from './team-desk.ts';

const DAY_MS = 86_400_000;

/** One team for all: what it published first, and the release after that. */
let team: TeamDesk;
let rootKey: string;
let first: ReadonlyMap<string, Uint8Array>;
let second: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  const made = await teamOfTwo();
  team = made.desk;
  rootKey = made.rootKey;
  first = repositoryOf(team);
  await publish(team, put('please', '请问一下'));
  second = repositoryOf(team);
}, 120_000);
afterAll(() => team.close());

/** A desk that took the first release. */
async function follower(options: Parameters<typeof teamDesk>[0] = {}) {
  const desk = teamDesk(options);
  onTestFinished(desk.close);
  await desk.taker.trust(served(first), 'server', null);
  expect(await desk.taker.takeFrom(served(first), 'server')).toMatchObject({ outcome: 'applied' });
  return desk;
}

/** The key of the desk that publishes, as a thief would have it. */
async function stolenDeskKey(): Promise<SigningKey> {
  const found = await team.publisher.signers();
  const kept = deskKeyFor(team.db, team.journal.fields, found?.deskPublic ?? '');
  if (kept === null) throw new Error('this desk does not publish');
  return signingKey(Buffer.from(kept.secret, 'base64'));
}

const versionsOf = ({ db }: Pick<TeamDesk, 'db'>) => releaseFileNames(db).join(' ');
const newest = (files: ReadonlyMap<string, Uint8Array>, role: string): [string, Uint8Array] => {
  const found = [...files].filter(([file]) => file.endsWith(`.${role}.json`));
  const last = found.sort(([a], [b]) => Number.parseInt(a.slice(9), 10) - Number.parseInt(b.slice(9), 10)).at(-1);
  if (!last) throw new Error(`there is no ${role}`);
  return last;
};

describe('a desk that follows a team', () => {
  test('takes a release that two leads signed, and tells when it came', async () => {
    const desk = await follower();
    const taken = await desk.taker.takeFrom(served(second), 'server');
    expect(taken).toEqual({ outcome: 'applied', version: '2026.11.2' });
    expect(desk.current().entries.find(({ entry }) => entry.id === 'hall/please')?.entry.title).toBe('请问一下');
    expect(readReleaseFact(desk.db, 'checked')?.from).toBe('server');
    expect(await desk.taker.takeFrom(served(second), 'server')).toEqual({ outcome: 'upToDate' });
  });

  test('rollback: an older repository is refused, and what is in force stays', async () => {
    const desk = await follower();
    await desk.taker.takeFrom(served(second), 'server');
    const before = versionsOf(desk);
    expect(await desk.taker.takeFrom(served(first), 'server')).toEqual({ outcome: 'refused', code: 'older' });
    expect(desk.current().version).toBe('2026.11.2');
    expect(versionsOf(desk)).toBe(before);
  });

  test('rollback by a thief of the daily key: a new timestamp over an older release is refused', async () => {
    const desk = await follower();
    await desk.taker.takeFrom(served(second), 'server');
    const key = await stolenDeskKey();
    const [, oldTargets] = newest(first, 'targets');
    const nowMs = team.clock.nowMs();
    const snapshot = makeSnapshot(50, nowMs, { version: readTargets(oldTargets).signed.version, bytes: oldTargets });
    signWith(snapshot, key);
    const timestamp = makeTimestamp(50, nowMs, { version: 50, bytes: metadataBytes(snapshot) });
    signWith(timestamp, key);
    const files = new Map([...first, ['metadata/50.snapshot.json', metadataBytes(snapshot)] as const]);
    files.set(TIMESTAMP_FILE, metadataBytes(timestamp));
    expect(await desk.taker.takeFrom(served(files), 'server')).toEqual({ outcome: 'refused', code: 'older' });
    expect(desk.current().version).toBe('2026.11.2');
  });

  test('replay: a recorded timestamp beside newer files is refused', async () => {
    const desk = await follower();
    const now = second;
    await desk.taker.takeFrom(served(now), 'server');
    const replayed = new Map(now).set(TIMESTAMP_FILE, first.get(TIMESTAMP_FILE) ?? new Uint8Array());
    expect(await desk.taker.takeFrom(served(replayed), 'server')).toEqual({ outcome: 'refused', code: 'older' });
  });

  test('freeze: who keeps showing the same is believed, but no longer as fresh word', async () => {
    const desk = await follower();
    const freshUntilMs = readReleaseFact(desk.db, 'checked')?.freshUntilMs ?? 0;
    desk.clock.advance(15 * DAY_MS);
    expect(await desk.taker.takeFrom(served(first), 'server')).toEqual({ outcome: 'upToDate' });
    expect(desk.clock.nowMs()).toBeGreaterThan(freshUntilMs);
    expect(readReleaseFact(desk.db, 'checked')?.freshUntilMs).toBe(freshUntilMs);
  });

  test('mix and match: targets of one release under the snapshot of another are refused', async () => {
    const desk = await follower();
    const now = second;
    const [file] = newest(now, 'targets');
    const mixed = new Map(now).set(file, newest(first, 'targets')[1]);
    expect(await desk.taker.takeFrom(served(mixed), 'server')).toEqual({ outcome: 'refused', code: 'refused' });
    expect(desk.current().version).toBe('2026.11.1');
  });

  test('every single file of a release, changed by one byte or missing, is refused before anything is stored', async () => {
    const desk = await follower();
    const now = second;
    const before = versionsOf(desk);
    const fresh = [...now.keys()].filter((file) => file === TIMESTAMP_FILE || !first.has(file));
    expect(fresh.length).toBe(4);
    for (const file of fresh) {
      const bytes = Buffer.from(now.get(file) ?? []);
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      const changed = await desk.taker.takeFrom(served(new Map(now).set(file, bytes)), 'server');
      expect([file, changed.outcome]).toEqual([file, 'refused']);
      const without = new Map(now);
      without.delete(file);
      expect([file, (await desk.taker.takeFrom(served(without), 'server')).outcome]).toEqual([file, 'refused']);
    }
    expect(versionsOf(desk)).toBe(before);
    expect(desk.current().version).toBe('2026.11.1');
    expect(await desk.taker.takeFrom(served(now), 'server')).toMatchObject({ outcome: 'applied' });
  });

  test('a thief of the daily key alone cannot bring in other wording', async () => {
    const desk = await follower();
    const key = await stolenDeskKey();
    const forged = readTargets(newest(first, 'targets')[1]);
    const nowMs = team.clock.nowMs();
    const plain = new Metadata(forged.signed);
    signWith(plain, key);
    const bytes = metadataBytes(plain);
    const snapshot = makeSnapshot(9, nowMs, { version: forged.signed.version, bytes });
    signWith(snapshot, key);
    const timestamp = makeTimestamp(9, nowMs, { version: 9, bytes: metadataBytes(snapshot) });
    signWith(timestamp, key);
    const files = new Map(first);
    files.set(`metadata/${forged.signed.version}.targets.json`, bytes);
    files.set('metadata/9.snapshot.json', metadataBytes(snapshot));
    files.set(TIMESTAMP_FILE, metadataBytes(timestamp));
    expect(await desk.taker.takeFrom(served(files), 'server')).toEqual({ outcome: 'refused', code: 'refused' });
  });

  test('a file that never ends is cut off and refused', async () => {
    const desk = await follower();
    const files = new Map(first).set(TIMESTAMP_FILE, Buffer.alloc(20_000, ' '));
    expect(await desk.taker.takeFrom(served(files), 'server')).toEqual({ outcome: 'refused', code: 'refused' });
  });

  test('a source that does not answer is no attack, and one without files no repository', async () => {
    const desk = await follower();
    const silent = { read: () => Promise.reject(new TypeError('no network')) };
    expect(await desk.taker.takeFrom(silent, 'server')).toEqual({ outcome: 'refused', code: 'unreachable' });
    expect(await desk.taker.takeFrom(served(new Map()), 'folder')).toEqual({
      outcome: 'refused',
      code: 'nothingThere',
    });
  });

  test('the repository of another team is told apart from a broken one', async () => {
    const desk = await follower();
    const { desk: others } = await teamOfTwo({ release: smallRelease() });
    expect(await desk.taker.takeFrom(served(repositoryOf(others)), 'folder')).toEqual({
      outcome: 'refused',
      code: 'otherRoot',
    });
  });
});

describe('a clock that is wrong', () => {
  test('ahead by a month: the newer release is taken, and told as old word', async () => {
    const desk = await follower();
    desk.clock.advance(40 * DAY_MS);
    expect(await desk.taker.takeFrom(served(second), 'server')).toMatchObject({ outcome: 'applied' });
    expect(readReleaseFact(desk.db, 'checked')?.freshUntilMs).toBeLessThan(desk.clock.nowMs());
  });

  test('ahead by ten years: nothing new is taken while nobody vouches for the keys, and the desk goes on', async () => {
    const desk = await follower();
    desk.clock.jumpTo(Date.UTC(2036, 0, 1));
    expect(await desk.taker.takeFrom(served(second), 'server')).toEqual({
      outcome: 'refused',
      code: 'rootExpired',
    });
    expect(desk.current().version).toBe('2026.11.1');
    desk.clock.jumpTo(Date.UTC(2026, 10, 20));
    expect(await desk.taker.takeFrom(served(second), 'server')).toMatchObject({ outcome: 'applied' });
  });

  test('ahead by ten years, but the server tells the time: the release is taken', async () => {
    const startMs = Date.UTC(2036, 0, 1);
    const desk = teamDesk({ startMs, clockOffsetMs: team.clock.nowMs() - startMs });
    await desk.taker.trust(served(first), 'server', null);
    expect(await desk.taker.takeFrom(served(second), 'server')).toMatchObject({ outcome: 'applied' });
  });

  test('behind by seven years: releases are taken as ever, and a stage that has come is not waited for', async () => {
    const desk = teamDesk({ startMs: Date.UTC(2019, 0, 1), siteId: 'hall-1' });
    await desk.taker.trust(served(first), 'server', null);
    expect(await desk.taker.takeFrom(served(first), 'server')).toMatchObject({ outcome: 'applied' });
    const [a, b] = LEADS;
    const fromAtMs = team.clock.nowMs();
    const stages = [
      { siteIds: ['hall-1'], fromAtMs },
      { siteIds: null, fromAtMs },
    ];
    const asked = { changes: [put('please', '请问一下')], why: '', stages, draftIds: [] };
    await team.publisher.propose(a.personId, a.pin, asked);
    await team.publisher.sign(b.personId, b.pin);
    expect(await desk.taker.takeFrom(served(repositoryOf(team)), 'server')).toMatchObject({ outcome: 'applied' });
  });
});

describe('the keys of a team', () => {
  test('one lead alone signs nothing, nor one lead twice, nor a stranger', async () => {
    const [a] = LEADS;
    const before = versionsOf(team);
    const asked = { changes: [put('please', '请问一下')], why: '', stages: [], draftIds: [] };
    expect(await team.publisher.propose(a.personId, a.pin, asked)).toEqual({ outcome: 'waiting' });
    expect(await team.publisher.sign(a.personId, a.pin)).toEqual({ outcome: 'waiting' });
    await expect(team.publisher.sign(LEADS[1].personId, '000000')).rejects.toMatchObject({ why: 'wrongPin' });
    team.publisher.offerKey('stranger', '111111');
    await expect(team.publisher.sign('stranger', '111111')).rejects.toMatchObject({ why: 'notASigner' });
    expect(versionsOf(team)).toBe(before);
  });

  test('fast-forward: numbers that a thief drove up are left behind once the root has changed the key', async () => {
    const desk = await follower();
    const key = await stolenDeskKey();
    const files = repositoryOf(team);
    const far = 2_000_000_000;
    const nowMs = team.clock.nowMs();
    const [, targets] = newest(files, 'targets');
    const snapshot = makeSnapshot(far, nowMs, { version: readTargets(targets).signed.version, bytes: targets });
    signWith(snapshot, key);
    const timestamp = makeTimestamp(far, nowMs, { version: far, bytes: metadataBytes(snapshot) });
    signWith(timestamp, key);
    files.set(`metadata/${far}.snapshot.json`, metadataBytes(snapshot));
    files.set(TIMESTAMP_FILE, metadataBytes(timestamp));
    expect(await desk.taker.takeFrom(served(files), 'server')).toMatchObject({ outcome: 'applied' });
    await publish(team, put('please', '请问一下'));
    expect(await desk.taker.takeFrom(served(repositoryOf(team)), 'server')).toMatchObject({ code: 'older' });
    await signers(team, rootKey, ['lead-a', 'lead-b'], 2);
    for (const { personId, pin } of LEADS) await team.publisher.sign(personId, pin);
    expect(await desk.taker.takeFrom(served(repositoryOf(team)), 'server')).toMatchObject({ outcome: 'applied' });
    expect(desk.current().version).toBe(team.current().version);
  });

  test('a lead who left signs nothing any more, and two rotations are followed one after another', async () => {
    const desk = await follower();
    team.publisher.offerKey('lead-c', '987654');
    await signers(team, rootKey, ['lead-a', 'lead-c'], 2);
    await team.publisher.sign('lead-a', LEADS[0].pin);
    await expect(team.publisher.sign('lead-b', LEADS[1].pin)).rejects.toMatchObject({ why: 'notASigner' });
    await team.publisher.sign('lead-c', '987654');
    await signers(team, rootKey, ['lead-c'], 1);
    await team.publisher.sign('lead-c', '987654');
    const asked = { changes: [put('please', '请问一下')], why: '', stages: [], draftIds: [] };
    expect(await team.publisher.propose('lead-c', '987654', asked)).toMatchObject({ outcome: 'published' });
    expect(await desk.taker.takeFrom(served(repositoryOf(team)), 'server')).toMatchObject({ outcome: 'applied' });
  });

  test('a rotation is kept although what follows it is broken', async () => {
    const desk = await follower();
    await signers(team, rootKey, ['lead-a', 'lead-b'], 2);
    for (const { personId, pin } of LEADS) await team.publisher.sign(personId, pin);
    const files = repositoryOf(team);
    files.delete(TIMESTAMP_FILE);
    expect(await desk.taker.takeFrom(served(files), 'server')).toMatchObject({ outcome: 'refused' });
    expect(releaseFileNames(desk.db)).toContain(newest(files, 'root')[0]);
  });

  test('a root that the printed key did not sign is refused, and the key of another team does not open this one', async () => {
    const desk = await follower();
    const { rootKey: others } = await teamOfTwo();
    await expect(signers(team, others, ['lead-a'], 1)).rejects.toMatchObject({ why: 'otherRootKey' });
    await expect(signers(team, 'nonsense', ['lead-a'], 1)).rejects.toMatchObject({ why: 'rootKeyMisspelt' });
    await expect(signers(team, rootKey, ['lead-a'], 2)).rejects.toMatchObject({ why: 'tooFewSigners' });
    const stranger = signingKey(newSeed(fixedIds('stranger')));
    const files = repositoryOf(team);
    const version = readRoot(newest(files, 'root')[1]).signed.version + 1;
    const forged = makeRoot(version, team.clock.nowMs(), {
      rootPublic: stranger.publicHex,
      leadPublics: [stranger.publicHex],
      threshold: 1,
      deskPublic: stranger.publicHex,
    });
    signWith(forged, stranger);
    files.set(`metadata/${version}.root.json`, metadataBytes(forged));
    expect(await desk.taker.takeFrom(served(files), 'server')).toEqual({ outcome: 'refused', code: 'refused' });
    expect(releaseFileNames(desk.db)).not.toContain(`metadata/${version}.root.json`);
  });

  test('a key follows the new PIN of its owner, and the old one opens it no more', async () => {
    team.publisher.pinChanged('lead-a', LEADS[0].pin, '555555');
    const asked = { changes: [put('please', '请问一下')], why: '', stages: [], draftIds: [] };
    await expect(team.publisher.propose('lead-a', LEADS[0].pin, asked)).rejects.toMatchObject({ why: 'wrongPin' });
    expect(await team.publisher.propose('lead-a', '555555', asked)).toEqual({ outcome: 'waiting' });
  });
});

test('what the daily key signs again speaks for longer, and nothing else changes', async () => {
  const desk = await follower();
  await desk.taker.takeFrom(served(repositoryOf(team)), 'server');
  expect(await team.publisher.renew()).toBe(false);
  team.clock.advance(2 * DAY_MS);
  desk.clock.advance(2 * DAY_MS);
  expect(await team.publisher.renew()).toBe(true);
  const before = readReleaseFact(desk.db, 'checked')?.freshUntilMs ?? 0;
  expect(await desk.taker.takeFrom(served(repositoryOf(team)), 'server')).toEqual({ outcome: 'upToDate' });
  expect(readReleaseFact(desk.db, 'checked')?.freshUntilMs).toBe(before + 2 * DAY_MS);
  const files = repositoryOf(desk);
  const timestamp: Timestamp = readTimestamp(files.get(TIMESTAMP_FILE) ?? new Uint8Array()).signed;
  const snapshot: Snapshot = readSnapshot(newest(files, 'snapshot')[1]).signed;
  expect(timestamp.snapshotMeta.version).toBe(snapshot.version);
});
