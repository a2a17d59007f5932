import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { implement, ORPCError } from '@orpc/server';
import type { Person } from '#contract/people.ts';
import type { ApprovedChange } from '#contract/releases/terms.ts';
import { releasesContract } from '#contract/releases.ts';
import { type CallContext, requireRole } from '#core/call-context.ts';
import { toldFault } from '#core/library/told-fault.ts';
import { pinHashOf } from '#core/people/people-repo.ts';
import { pinMatches } from '#core/people/pin.ts';
import { workerBeside } from '#core/worker-beside.ts';
import { ChangeImpossible } from '../build-release.ts';
import { changeViews, countsOf } from '../change-list.ts';
import type { ReleaseHandlerParts } from '../release-handler-parts.ts';
import { appliedReleases, holdsRelease, releaseInForce } from '../release-repo.ts';
import { readReleaseFact } from '../signed/release-fact-repo.ts';
import { readReleaseFile, releaseFileNames } from '../signed/release-file-repo.ts';
import { folderFiles, rootFile, TIMESTAMP_FILE } from '../signed/release-files.ts';
import { checkSoundInWorker } from './check-sound-in-worker.ts';
import { createPool } from './pool.ts';
import { waitingProposal } from './proposal-repo.ts';
import { PublishingRefused } from './publisher.ts';

const LEADS = ['lead', 'administrator'] as const;

/** The calls by which leads prepare, sign and hand on releases. */
export function publishingHandlers(parts: ReleaseHandlerParts) {
  const { db, desk, tries } = parts;
  const { publisher, taker } = desk;
  const { catalogue } = desk.live;
  const os = implement(releasesContract).$context<CallContext>();
  const workerUrl = workerBeside(parts.verifyWorkerUrl, '../releases/publishing', 'check-sound-worker');
  const pool = createPool({ db, starterReleaseFile: parts.starterReleaseFile, latest: publisher.latest });

  /** Runs a step that opens a key with a PIN: wrong ones slow down whoever guesses. */
  async function withPin<T>(person: Person, step: () => Promise<T>): Promise<T> {
    const waitMs = tries.waitMs(person.id);
    if (waitMs > 0) throw wrongPin(Math.ceil(waitMs));
    return await refusing(step).catch((error: unknown) => {
      if (error instanceof PublishingRefused && error.why === 'wrongPin') throw wrongPin(tries.wrong(person.id));
      throw error;
    });
    function wrongPin(ms: number) {
      return new ORPCError('wrongPin', { defined: true, data: { waitMs: ms } });
    }
  }

  const checked = (changes: readonly ApprovedChange[]) =>
    checkSoundInWorker(workerUrl, { file: parts.file, changes, day: publisher.today() });

  /** A key is made with the PIN one signs in with; without one it would lie open. */
  function requireOwnPin(person: Person, pin: string): void {
    const hash = pinHashOf(db, person.id);
    if (hash === null) throw refused('pinNeeded');
    if (!pinMatches(pin, hash)) throw new PublishingRefused('wrongPin');
  }

  async function folderOf(token: string): Promise<string> {
    const path = await parts.chosenPath(token);
    if (path === null) throw new ORPCError('notFound', { defined: true, data: { what: 'folder', id: token } });
    return path;
  }

  return {
    setUp: os.setUp.handler(({ input, context }) => {
      const person = requireRole(context, LEADS);
      return withPin(person, async () => {
        requireOwnPin(person, input.pin);
        return await publisher.setUp(person.id, input.pin);
      });
    }),
    offerKey: os.offerKey.handler(({ input, context }) => {
      const person = requireRole(context, LEADS);
      return withPin(person, async () => {
        requireOwnPin(person, input.pin);
        return { keyId: publisher.offerKey(person.id, input.pin).keyId };
      });
    }),
    changeSigners: os.changeSigners.handler(async ({ input, context }) => {
      const person = requireRole(context, LEADS);
      await refusing(() => publisher.changeSigners(person.id, input));
      return null;
    }),
    pool: os.pool.handler(async ({ context }) => {
      requireRole(context, LEADS);
      const pooled = await pool.all();
      const base = new Map((await publisher.latest()).entries.map(({ entry }) => [entry.id, entry]));
      return pooled.flatMap(({ change, source, draftId }) => {
        const before = base.get(change.entry.id) ?? null;
        const how = before === null ? ('added' as const) : ('changed' as const);
        const { entry: after, packId } = change;
        const [view] = changeViews([{ entryId: after.id, how, before, after, packId }], catalogue);
        return view === undefined ? [] : [{ ...view, source, draftId }];
      });
    }),
    former: os.former.handler(({ context }) => {
      requireRole(context, LEADS);
      const latest = readReleaseFact(db, 'waiting')?.plan.releaseHash ?? releaseInForce(db)?.releaseHash;
      return appliedReleases(db).flatMap(({ releaseHash, version, appliedAtMs, why }) =>
        releaseHash === latest || !holdsRelease(db, releaseHash) ? [] : [{ releaseHash, version, appliedAtMs, why }],
      );
    }),
    preview: os.preview.handler(async ({ input, context }) => {
      requireRole(context, LEADS);
      const { version, changes, broken } = await refusing(async () => checked(await pool.approved(input)));
      return {
        version,
        counts: countsOf(changes),
        changes: changeViews(changes, catalogue),
        faults: broken.map(({ title, fault }) => ({ entryId: fault.entryId, title, reason: toldFault(fault) })),
      };
    }),
    propose: os.propose.handler(({ input, context }) => {
      const person = requireRole(context, LEADS);
      return withPin(person, async () => {
        const changes = await pool.approved(input);
        const found = await checked(changes);
        if (found.changes.length === 0) throw new PublishingRefused('nothingToPublish');
        if (found.broken.length > 0) throw new PublishingRefused('notSound');
        const { why, stages, draftIds } = input;
        const signed = await publisher.propose(person.id, input.pin, { changes, why, stages, draftIds });
        handOn();
        return signed;
      });
    }),
    proposed: os.proposed.handler(async ({ context }) => {
      requireRole(context, LEADS);
      const waiting = waitingProposal(db);
      if (waiting === null) return [];
      return changeViews(await refusing(() => publisher.reviewed(waiting)), catalogue);
    }),
    sign: os.sign.handler(({ input, context }) => {
      const person = requireRole(context, LEADS);
      return withPin(person, async () => {
        if (waitingProposal(db)?.proposal.proposalId !== input.proposalId) throw new PublishingRefused('nothingToSign');
        const signed = await publisher.sign(person.id, input.pin);
        handOn();
        return signed;
      });
    }),
    drop: os.drop.handler(({ context }) => {
      publisher.drop(requireRole(context, LEADS).id);
      return null;
    }),
    takeFromFolder: os.takeFromFolder.handler(async ({ input, context }) => {
      requireRole(context, LEADS);
      return await taker.takeFrom(folderFiles(await folderOf(input.fileToken)), 'folder');
    }),
    folderRoot: os.folderRoot.handler(async ({ input, context }) => {
      requireRole(context, LEADS);
      return { fingerprint: await rootIn(await folderOf(input.fileToken)) };
    }),
    trustFolder: os.trustFolder.handler(async ({ input, context }) => {
      const person = requireRole(context, LEADS);
      const folder = await folderOf(input.fileToken);
      if ((await rootIn(folder)) !== input.fingerprint) throw refused('otherBase');
      await taker.trust(folderFiles(folder), 'folder', person.id);
      return await taker.takeFrom(folderFiles(folder), 'folder');
    }),
    exportToFolder: os.exportToFolder.handler(async ({ input, context }) => {
      requireRole(context, LEADS);
      const folder = await folderOf(input.fileToken);
      // The timestamp last: a stick that is pulled out too early holds an older release, not half a one.
      const names = releaseFileNames(db).sort((a, b) => Number(a === TIMESTAMP_FILE) - Number(b === TIMESTAMP_FILE));
      if (names.length === 0) throw refused('notSetUp');
      for (const file of names) {
        const path = join(folder, file);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, readReleaseFile(db, file) ?? new Uint8Array());
      }
      return { files: names.length };
    }),
  };

  /** What was published goes to the server with the next round, which is now. */
  function handOn(): void {
    desk.nudge();
    parts.runner.tryNow();
  }
}

async function rootIn(folder: string): Promise<string | null> {
  const bytes = await folderFiles(folder)
    .read(rootFile(1))
    .catch(() => null);
  if (bytes === null) return null;
  const { sha256 } = await import('../signed/metadata.ts');
  return sha256(bytes);
}

function refused(why: PublishingRefused['why'], detail?: string) {
  const data = detail === undefined ? { why } : { why, detail };
  return new ORPCError('publishingRefused', { defined: true, data });
}

/** Refusals of the publishing side are expected failures; a wrong PIN is counted by whoever asked for it. */
async function refusing<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof ChangeImpossible) throw refused('notSound', error.entryId);
    if (error instanceof PublishingRefused && error.why !== 'wrongPin') throw refused(error.why);
    throw error;
  }
}
