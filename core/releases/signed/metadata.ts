import { createHash } from 'node:crypto';
import {
  Key,
  Metadata,
  MetadataKind,
  MetaFile,
  Root,
  Signature,
  Snapshot,
  TargetFile,
  Targets,
  Timestamp,
} from '@tufjs/models';
import { type ReleasePlan, releasePlanSchema } from '#contract/releases/plan.ts';
import { RELEASE_TARGET } from './release-files.ts';
import { keyIdOf, listedKey, type SigningKey } from './signing-key.ts';

type Role = 'root' | 'targets' | 'snapshot' | 'timestamp';
const DAY_MS = 86_400_000;
/** For how long each kind of metadata speaks; the timestamp is renewed daily by the desk that publishes. */
export const SPEAKS_FOR_MS: Readonly<Record<Role, number>> = {
  root: 730 * DAY_MS,
  targets: 365 * DAY_MS,
  snapshot: 365 * DAY_MS,
  timestamp: 14 * DAY_MS,
};

/** Who may sign what. */
export interface Signers {
  readonly rootPublic: string;
  readonly leadPublics: readonly string[];
  /** How many leads sign a release together. */
  readonly threshold: number;
  /** The publishing desk's own key, for what changes daily. */
  readonly deskPublic: string;
}

const dates = (role: Role, version: number, nowMs: number) => ({
  version,
  specVersion: '1.0.31',
  expires: new Date(nowMs + SPEAKS_FOR_MS[role]).toISOString(),
});

const metaFile = (version: number, bytes: Uint8Array): MetaFile =>
  new MetaFile({ version, length: bytes.length, hashes: { sha256: sha256(bytes) } });

export function makeRoot(version: number, nowMs: number, signers: Signers): Metadata<Root> {
  const root = new Root({ ...dates('root', version, nowMs), consistentSnapshot: true });
  const add = (publicHex: string, role: Role) => {
    root.addKey(Key.fromJSON(keyIdOf(publicHex), listedKey(publicHex)), role);
  };
  add(signers.rootPublic, 'root');
  for (const publicHex of signers.leadPublics) add(publicHex, 'targets');
  add(signers.deskPublic, 'snapshot');
  add(signers.deskPublic, 'timestamp');
  const json = root.toJSON();
  const roles = json['roles'] as Record<Role, { threshold: number }>;
  roles.targets.threshold = signers.threshold;
  return new Metadata(Root.fromJSON(json));
}

/** What a root says about who may sign; null for a root that is not of this shape. */
export function signersOf(root: Root): Signers {
  const publicOf = (keyId: string | undefined): string =>
    (keyId === undefined ? undefined : root.keys[keyId]?.keyVal['public']) ?? '';
  const targets = root.roles['targets'];
  return {
    rootPublic: publicOf(root.roles['root']?.keyIDs[0]),
    leadPublics: (targets?.keyIDs ?? []).map(publicOf),
    threshold: targets?.threshold ?? 1,
    deskPublic: publicOf(root.roles['timestamp']?.keyIDs[0]),
  };
}

export interface TargetFacts {
  readonly length: number;
  readonly sha256: string;
  readonly plan: ReleasePlan;
}

export function makeTargets(version: number, nowMs: number, target: TargetFacts): Metadata<Targets> {
  const targets = new Targets(dates('targets', version, nowMs));
  const { length, sha256: hash, plan } = target;
  targets.addTarget(
    new TargetFile({
      path: RELEASE_TARGET,
      length,
      hashes: { sha256: hash },
      unrecognizedFields: { custom: JSON.parse(JSON.stringify(plan)) },
    }),
  );
  return new Metadata(targets);
}

/** What was signed about the release; null where it cannot be read. */
export function planOf(targets: Metadata<Targets>): ReleasePlan | null {
  return releasePlanSchema.safeParse(targets.signed.targets[RELEASE_TARGET]?.custom).data ?? null;
}

export function makeSnapshot(
  version: number,
  nowMs: number,
  targets: { version: number; bytes: Uint8Array },
): Metadata<Snapshot> {
  const meta = { 'targets.json': metaFile(targets.version, targets.bytes) };
  return new Metadata(new Snapshot({ ...dates('snapshot', version, nowMs), meta }));
}

export function makeTimestamp(
  version: number,
  nowMs: number,
  snapshot: { version: number; bytes: Uint8Array },
): Metadata<Timestamp> {
  const snapshotMeta = metaFile(snapshot.version, snapshot.bytes);
  return new Metadata(new Timestamp({ ...dates('timestamp', version, nowMs), snapshotMeta }));
}

/** Adds this key's signature and gives it, in hex. */
export function signWith(metadata: Metadata<Root | Targets | Snapshot | Timestamp>, key: SigningKey): string {
  let made = '';
  metadata.sign((bytes) => {
    made = key.sign(bytes);
    return new Signature({ keyID: key.keyId, sig: made });
  });
  return made;
}

/** The same metadata with signatures that were made elsewhere. */
export function withSignatures(
  metadata: Metadata<Targets>,
  signatures: readonly { keyId: string; signature: string }[],
): Metadata<Targets> {
  const made = signatures.map(({ keyId, signature }) => [keyId, new Signature({ keyID: keyId, sig: signature })]);
  return new Metadata(metadata.signed, Object.fromEntries(made));
}

/** Whether the root's rule for a role is kept: enough signatures of those it names. */
export function isSigned(root: Metadata<Root>, role: Role, metadata: Metadata<Root | Targets>): boolean {
  try {
    root.verifyDelegate(role, metadata);
    return true;
  } catch {
    return false;
  }
}

export function metadataBytes(metadata: { toJSON(): unknown }): Uint8Array {
  return Buffer.from(JSON.stringify(metadata.toJSON()), 'utf8');
}

export const readRoot = (bytes: Uint8Array): Metadata<Root> => Metadata.fromJSON(MetadataKind.Root, parse(bytes));
export const readTargets = (bytes: Uint8Array): Metadata<Targets> =>
  Metadata.fromJSON(MetadataKind.Targets, parse(bytes));
export const readSnapshot = (bytes: Uint8Array): Metadata<Snapshot> =>
  Metadata.fromJSON(MetadataKind.Snapshot, parse(bytes));
export const readTimestamp = (bytes: Uint8Array): Metadata<Timestamp> =>
  Metadata.fromJSON(MetadataKind.Timestamp, parse(bytes));

function parse(bytes: Uint8Array) {
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
