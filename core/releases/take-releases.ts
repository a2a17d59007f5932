import type { Release } from '#contract/library/release.ts';
import { releaseRefused, releaseRootTrusted, signedReleaseApplied } from '#contract/releases/events.ts';
import type { ReleasePlan } from '#contract/releases/plan.ts';
import type { ReleaseRefusal, ReleaseSource } from '#contract/releases/terms.ts';
import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import { keepEntryVersions } from './entry-version-repo.ts';
import { releaseInForce, writeReleaseBytes } from './release-repo.ts';
import { compareReleaseVersions } from './release-version.ts';
import type { CheckedRelease } from './signed/check-releases.ts';
import { forgetReleaseFacts, readReleaseFact, writeReleaseFact } from './signed/release-fact-repo.ts';
import {
  forgetReleaseFiles,
  holdsTarget,
  keepOnly,
  readReleaseFile,
  trustedMetadata,
  writeReleaseFiles,
} from './signed/release-file-repo.ts';
import { type ReleaseFiles, rootFile, targetFile } from './signed/release-files.ts';

/** What came of asking somebody for releases. */
export type Taken =
  | { readonly outcome: 'applied'; readonly version: string }
  | { readonly outcome: 'waiting'; readonly version: string; readonly appliesAtMs: number }
  | { readonly outcome: 'upToDate' }
  | { readonly outcome: 'refused'; readonly code: ReleaseRefusal };

export interface TakeParts {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  /** Where folders for checks may be made. */
  readonly workFolder: string;
  /** The site of this desk, for releases that come into force in stages; null for a desk alone. */
  siteId(): string | null;
  /** The server's clock against ours, where one is known: a PC's own clock may be years off. */
  clockOffsetMs(): number;
  /** Puts a release in front of people; called after it was stored. */
  exchange(release: Release, releaseHash: string): void;
}

export interface ReleaseTaker {
  /** Checks what a source offers, stores it, and applies it when its moment has come. One at a time. */
  takeFrom(files: ReleaseFiles, from: ReleaseSource): Promise<Taken>;
  /** Applies a stored release whose moment has come. */
  applyDue(): Promise<Taken>;
  /** Begins to believe what follows from the first root of a source; the fingerprint is what people compare. */
  trust(files: ReleaseFiles, from: ReleaseSource, personId: string | null): Promise<string | null>;
  /** Milliseconds until a stored release is due; null when none waits. */
  dueInMs(): number | null;
}

export function createReleaseTaker(parts: TakeParts): ReleaseTaker {
  const { db, journal, clock } = parts;
  let last: Promise<unknown> = Promise.resolve();
  const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };

  /** Whatever the PC's clock says, it is not earlier than what was signed. */
  const nowMs = (): number => Math.max(clock.nowMs() + parts.clockOffsetMs(), readReleaseFact(db, 'notBeforeMs') ?? 0);

  async function takeFrom(files: ReleaseFiles, from: ReleaseSource): Promise<Taken> {
    const trusted = trustedMetadata(db);
    if (trusted === null) return refused('otherRoot', from, 'this desk follows no root yet');
    const { checkReleases, ReleaseRefused } = await import('./signed/check-releases.ts');
    try {
      const checked = await checkReleases({
        ...{ files, trusted, workFolder: parts.workFolder, nowMs: nowMs() },
        holds: (sha256) => holdsTarget(db, sha256),
        onRoots: (roots) => writeReleaseFiles(db, roots),
      });
      return await store(checked, from);
    } catch (error) {
      if (!(error instanceof ReleaseRefused)) throw error;
      const other = error.code === 'refused' && (await hasOtherRoot(files));
      return refused(other ? 'otherRoot' : error.code, from, error.message);
    }
  }

  async function hasOtherRoot(files: ReleaseFiles): Promise<boolean> {
    const [theirs, ours] = [await files.read(rootFile(1)).catch(() => null), readReleaseFile(db, rootFile(1))];
    return theirs !== null && ours !== null && Buffer.compare(theirs, ours) !== 0;
  }

  /** The same trouble is told once; it stands until somebody answers well. */
  function refused(code: ReleaseRefusal, from: ReleaseSource, detail: string): Taken {
    const before = readReleaseFact(db, 'problem');
    writeReleaseFact(db, 'problem', { code, from, atMs: clock.nowMs(), detail: detail.slice(0, 300) });
    const worthTelling = code !== 'unreachable' && code !== 'nothingThere';
    if (worthTelling && (before?.code !== code || before.from !== from)) {
      journal.transaction(null, (tx) => tx.append(releaseRefused, { from, code }));
    }
    return { outcome: 'refused', code };
  }

  async function store(checked: CheckedRelease, from: ReleaseSource): Promise<Taken> {
    const { plan, sha256, targetsVersion } = checked;
    const inForce = releaseInForce(db);
    // What the app brought along is no word of this team's leads: theirs replaces it whatever its number.
    const ours = inForce?.origin === 'signed' ? inForce : null;
    const isNew = ours?.releaseHash !== plan.releaseHash;
    if (isNew && ours !== null && compareReleaseVersions(plan.version, ours.version) < 0) {
      return refused('older', from, `${plan.version} is older than ${ours.version}`);
    }
    const packed = checked.files.get(targetFile(sha256)) ?? readReleaseFile(db, targetFile(sha256));
    const opened = isNew && packed !== null ? await open(packed, plan) : null;
    if (isNew && opened === null) return refused('refused', from, 'the release is not the one that was signed');
    const now = nowMs();
    const appliesAtMs = appliesAt(plan, parts.siteId());
    const keepChecked = () => {
      writeReleaseFiles(db, checked.files);
      keepOnly(db, new Set([...checked.files.keys(), targetFile(sha256)]));
      forgetReleaseFacts(db, ['problem', 'waiting']);
      writeReleaseFact(db, 'checked', { atMs: clock.nowMs(), from, freshUntilMs: checked.freshUntilMs });
      writeReleaseFact(db, 'notBeforeMs', Math.max(readReleaseFact(db, 'notBeforeMs') ?? 0, plan.publishedAtMs));
      if (isNew && appliesAtMs > now) {
        writeReleaseFact(db, 'waiting', { sha256, targetsVersion, from, appliesAtMs, plan });
      }
    };
    if (opened === null || appliesAtMs > now) {
      journal.transaction(null, keepChecked);
      if (!isNew) return { outcome: 'upToDate' };
      return { outcome: 'waiting', version: plan.version, appliesAtMs };
    }
    return apply({ ...opened, plan, targetsVersion, from }, keepChecked);
  }

  interface Applying {
    release: Release;
    plain: Uint8Array;
    plan: ReleasePlan;
    targetsVersion: number;
    from: ReleaseSource;
  }

  function apply({ release, plain, plan, targetsVersion, from }: Applying, also: () => void): Taken {
    const { releaseHash, version, why } = plan;
    journal.transaction(null, (tx) => {
      also();
      writeReleaseBytes(db, releaseHash, plain);
      const entries = release.entries.length;
      const { atMs } = tx.append(signedReleaseApplied, { version, releaseHash, entries, from, targetsVersion, why });
      keepEntryVersions(db, { releaseHash, version, appliedAtMs: atMs }, release.entries);
    });
    parts.exchange(release, releaseHash);
    return { outcome: 'applied', version };
  }

  async function applyDue(): Promise<Taken> {
    const waiting = readReleaseFact(db, 'waiting');
    if (waiting === null || waiting.appliesAtMs > nowMs()) return { outcome: 'upToDate' };
    const packed = readReleaseFile(db, targetFile(waiting.sha256));
    const opened = packed === null ? null : await open(packed, waiting.plan);
    if (opened === null) return refused('refused', waiting.from, 'the release that waited is gone');
    return apply({ ...opened, ...waiting }, () => forgetReleaseFacts(db, ['waiting']));
  }

  async function trust(files: ReleaseFiles, from: ReleaseSource, personId: string | null): Promise<string | null> {
    const bytes = await files.read(rootFile(1));
    if (bytes === null) return null;
    const { isSigned, readRoot, sha256 } = await import('./signed/metadata.ts');
    const root = readRoot(bytes);
    if (root.signed.version !== 1 || !isSigned(root, 'root', root)) return null;
    const fingerprint = sha256(bytes);
    if (readReleaseFact(db, 'trust')?.fingerprint === fingerprint) return fingerprint;
    journal.transaction(personId, (tx) => {
      forgetReleaseFiles(tx.db);
      forgetReleaseFacts(tx.db, ['checked', 'problem', 'waiting', 'pushed', 'notBeforeMs']);
      writeReleaseFiles(tx.db, new Map([[rootFile(1), bytes]]));
      writeReleaseFact(tx.db, 'trust', { fingerprint, from, sinceMs: clock.nowMs() });
      tx.append(releaseRootTrusted, { fingerprint, from });
    });
    return fingerprint;
  }

  return {
    takeFrom: (files, from) => oneAtATime(() => takeFrom(files, from)),
    applyDue: () => oneAtATime(applyDue),
    trust: (files, from, personId) => oneAtATime(() => trust(files, from, personId)),
    dueInMs() {
      const waiting = readReleaseFact(db, 'waiting');
      return waiting === null ? null : Math.max(0, waiting.appliesAtMs - nowMs());
    },
  };
}

/** Null where the bytes are not the release that the plan speaks of. */
async function open(packed: Uint8Array, plan: ReleasePlan): Promise<{ release: Release; plain: Uint8Array } | null> {
  const { unpackRelease } = await import('./signed/packed-release.ts');
  const { sha256 } = await import('./signed/metadata.ts');
  const opened = await unpackRelease(packed).catch(() => null);
  if (opened === null || sha256(opened.plain) !== plan.releaseHash || opened.release.version !== plan.version)
    return null;
  return opened;
}

/** When a site works with a release: the stage that names it, else the one for all others, else at once. */
export function appliesAt({ stages }: ReleasePlan, siteId: string | null): number {
  const own = stages.find(({ siteIds }) => siteId !== null && siteIds?.includes(siteId) === true);
  return (own ?? stages.find(({ siteIds }) => siteIds === null))?.fromAtMs ?? (stages.length === 0 ? 0 : NEVER);
}

/** A site that no stage speaks of goes on with what it has. */
const NEVER = Number.MAX_SAFE_INTEGER;
