import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Release, releaseSchema } from '#contract/library/release.ts';
import { releaseApplied } from '#contract/library.ts';
import { CoreStartFailure } from '../core-start-failure.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import { hasEntryVersions, keepEntryVersions } from './entry-version-repo.ts';
import { readReleaseBytes, releaseInForce, writeReleaseBytes } from './release-repo.ts';
import { compareReleaseVersions } from './release-version.ts';

export interface ReleasePin {
  readonly version: string;
  readonly sha256: string;
}

export interface OpenRelease {
  release: Release;
  releaseHash: string;
}

export interface OpenReleaseOptions {
  db: WriteHandle;
  journal: Journal;
  starterReleaseFile: string;
  pin: ReleasePin;
}

/**
 * The release this desk works with. A desk without one, or with an older one that the app brought along, gets the app's
 * starter release: its bytes must have the pinned hash, and its shape is checked once, when it is applied. What leads of
 * the team signed is never replaced by what an app brings.
 * Throws CoreStartFailure.
 */
export function openRelease(options: OpenReleaseOptions): OpenRelease {
  const { db, pin } = options;
  const current = releaseInForce(db);
  const outdated = current?.origin === 'starter' && compareReleaseVersions(current.version, pin.version) < 0;
  if (!current || outdated) return applyStarter(options);
  const bytes = readReleaseBytes(db, current.releaseHash);
  if (bytes && sha256Hex(bytes) === current.releaseHash) {
    // These bytes were checked against the schema when they were applied, and their hash says they are the same.
    return { release: parse(bytes) as Release, releaseHash: current.releaseHash };
  }
  if (current.releaseHash === pin.sha256) return applyStarter(options);
  throw new CoreStartFailure('release', `release ${current.version} cannot be read as it was applied`);
}

function applyStarter({ db, journal, starterReleaseFile, pin }: OpenReleaseOptions): OpenRelease {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(starterReleaseFile);
  } catch (error) {
    throw new CoreStartFailure('release', 'the wording that comes with the app is missing', error);
  }
  const releaseHash = sha256Hex(bytes);
  if (releaseHash !== pin.sha256) {
    throw new CoreStartFailure('release', 'the wording that comes with the app was changed after it was built');
  }
  const release = releaseSchema.parse(parse(bytes));
  journal.transaction(null, (tx) => {
    keepFormer(db);
    writeReleaseBytes(db, releaseHash, bytes);
    const { atMs } = tx.append(releaseApplied, {
      version: release.version,
      releaseHash,
      entries: release.entries.length,
      origin: 'starter',
    });
    keepEntryVersions(db, { releaseHash, version: release.version, appliedAtMs: atMs }, release.entries);
  });
  return { release, releaseHash };
}

/** A desk that ran before versions were kept still has the release it is about to leave. */
function keepFormer(db: WriteHandle): void {
  const former = releaseInForce(db);
  const bytes = former && !hasEntryVersions(db) ? readReleaseBytes(db, former.releaseHash) : null;
  if (former && bytes && sha256Hex(bytes) === former.releaseHash) {
    keepEntryVersions(db, former, (parse(bytes) as Release).entries);
  }
}

function parse(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
