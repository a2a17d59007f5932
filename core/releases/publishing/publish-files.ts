import type { Metadata, Root } from '@tufjs/models';
import type { Proposal } from '#contract/releases/terms.ts';
import type { ReadHandle } from '#core/db/open.ts';
import type { TrustedMetadata } from '../signed/check-releases.ts';
import { trustedMetadata } from '../signed/release-file-repo.ts';
import { rootFile, snapshotFile, TIMESTAMP_FILE, targetFile, targetsFile } from '../signed/release-files.ts';
import type { SigningKey } from '../signed/signing-key.ts';

export interface PublishParts {
  readonly db: ReadHandle;
  readonly proposal: Proposal;
  readonly packed: Uint8Array;
  /** The root that names who may sign: the one believed now, or the one that comes with the proposal. */
  readonly root: Metadata<Root>;
  readonly signatures: readonly { keyId: string; signature: string }[];
  readonly deskKey: SigningKey;
  readonly nowMs: number;
}

const DAY_MS = 86_400_000;

/** The files of a proposal that has its signatures; null while some are missing. */
export async function metadataFilesFor(
  parts: PublishParts,
): Promise<{ files: Map<string, Uint8Array>; targetsVersion: number } | null> {
  const { isSigned, makeSnapshot, makeTimestamp, metadataBytes, readTargets, sha256, withSignatures, signWith } =
    await metadata();
  const targets = withSignatures(readTargets(Buffer.from(parts.proposal.targets)), parts.signatures);
  if (!isSigned(parts.root, 'targets', targets)) return null;
  const numbers = await numbersOf(trustedMetadata(parts.db));
  const targetsBytes = metadataBytes(targets);
  const targetsVersion = targets.signed.version;
  const snapshot = makeSnapshot(numbers.snapshot + 1, parts.nowMs, {
    version: targetsVersion,
    bytes: targetsBytes,
  });
  signWith(snapshot, parts.deskKey);
  const snapshotBytes = metadataBytes(snapshot);
  const timestamp = makeTimestamp(numbers.timestamp + 1, parts.nowMs, {
    version: snapshot.signed.version,
    bytes: snapshotBytes,
  });
  signWith(timestamp, parts.deskKey);
  const files = new Map([
    [targetFile(sha256(parts.packed)), parts.packed],
    [targetsFile(targetsVersion), targetsBytes],
    [snapshotFile(snapshot.signed.version), snapshotBytes],
    [TIMESTAMP_FILE, metadataBytes(timestamp)],
  ]);
  if (parts.proposal.root !== null) files.set(rootFile(parts.root.signed.version), Buffer.from(parts.proposal.root));
  return { files, targetsVersion };
}

/** A timestamp that speaks again for its whole time; null where the one there is young enough. */
export async function renewedFilesFor(
  trusted: TrustedMetadata,
  deskKey: SigningKey,
  nowMs: number,
): Promise<Map<string, Uint8Array> | null> {
  const { makeTimestamp, metadataBytes, readTimestamp, SPEAKS_FOR_MS, signWith } = await metadata();
  if (trusted.timestamp === null || trusted.snapshot === null) return null;
  const before = readTimestamp(trusted.timestamp).signed;
  const madeAtMs = Date.parse(before.expires) - SPEAKS_FOR_MS.timestamp;
  if (nowMs - madeAtMs < DAY_MS) return null;
  const { snapshotMeta } = before;
  const timestamp = makeTimestamp(before.version + 1, nowMs, {
    version: snapshotMeta.version,
    bytes: trusted.snapshot,
  });
  signWith(timestamp, deskKey);
  return new Map([[TIMESTAMP_FILE, metadataBytes(timestamp)]]);
}

async function numbersOf(trusted: TrustedMetadata | null): Promise<{ snapshot: number; timestamp: number }> {
  const { readSnapshot, readTimestamp } = await metadata();
  return {
    snapshot: trusted?.snapshot ? readSnapshot(trusted.snapshot).signed.version : 0,
    timestamp: trusted?.timestamp ? readTimestamp(trusted.timestamp).signed.version : 0,
  };
}

/** Loaded by desks that publish or take releases, never at start. */
const metadata = () => import('../signed/metadata.ts');
