import type { Release } from '#contract/library/release.ts';
import {
  wordingChangesListed,
  wordingProposalDropped,
  wordingProposed,
  wordingPublished,
  wordingSigned,
  wordingSignerOffered,
} from '#contract/releases/events.ts';
import type { ReleaseStage } from '#contract/releases/plan.ts';
import type { PublishingRefusal } from '#contract/releases/refusals.ts';
import type { ApprovedChange, Proposal } from '#contract/releases/terms.ts';
import type { Clock } from '#core/clock.ts';
import type { WriteHandle } from '#core/db/open.ts';
import type { Ids } from '#core/ids.ts';
import type { Journal } from '#core/journal/journal.ts';
import { makeRecoverySecret, printRecoveryKey, readRecoveryKey } from '#core/journal/recovery-key.ts';
import { canonicalBytes } from '#ledger/canonical.ts';
import { buildRelease, compareReleases, type EntryChanged, nextVersion } from '../build-release.ts';
import { waitingRelease } from '../latest-release.ts';
import { releaseInForce } from '../release-repo.ts';
import { storedFiles, trustedMetadata } from '../signed/release-file-repo.ts';
import { filesOver, rootFile } from '../signed/release-files.ts';
import { newSeed, openSeed, rootSeed, type SigningKey, sealSeed, signingKey } from '../signed/signing-key.ts';
import type { ReleaseTaker, Taken } from '../take-releases.ts';
import {
  candidateOf,
  changesOf,
  type KeptProposal,
  keepCandidate,
  offeredSigners,
  waitingProposal,
} from './proposal-repo.ts';
import { metadataFilesFor, renewedFilesFor } from './publish-files.ts';
import { deskKeyFor, keepKey, keyOfPerson } from './signing-key-repo.ts';

/** Changes in one event, so that none grows beyond what is sealed and sent at a time. */
const EVENT_CHANGES = 50;

export interface PublisherParts {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly taker: ReleaseTaker;
  /** The release in force. */
  current(): Release;
  /** Today at the site, `YYYY-MM-DD`. */
  today(): string;
}

/** A step of publishing that cannot be taken; what is there stays as it is. */
export class PublishingRefused extends Error {
  override readonly name = 'PublishingRefused';
  readonly why: PublishingRefusal;
  constructor(why: PublishingRefusal) {
    super(why);
    this.why = why;
  }
}

/** What a signature led to: published and taken here, or still waiting for others. */
export type Signed = { readonly outcome: 'published'; readonly taken: Taken } | { readonly outcome: 'waiting' };

export interface BuiltRelease {
  readonly base: Release;
  readonly release: Release;
  readonly changes: readonly EntryChanged[];
}

export interface NewRelease {
  readonly changes: readonly ApprovedChange[];
  readonly why: string;
  readonly stages: readonly ReleaseStage[];
  readonly draftIds: readonly string[];
}

/** The publishing side: who may sign, what is proposed, and how it becomes files that every desk can check. */
export function createPublisher(parts: PublisherParts) {
  const { db, journal, clock, ids, taker } = parts;
  const load = () => import('../signed/metadata.ts');

  function newKey(personId: string | null, pin: string | null): SigningKey {
    const seed = newSeed(ids);
    const key = signingKey(seed);
    const secret = pin === null ? Buffer.from(seed).toString('base64') : sealSeed(seed, pin, ids);
    const { keyId, publicHex } = key;
    keepKey(db, journal.fields, { keyId, personId, publicHex, secret }, clock.nowMs());
    return key;
  }

  function offerKey(personId: string, pin: string): SigningKey {
    const key = newKey(personId, pin);
    const { keyId, publicHex } = key;
    journal.transaction(personId, (tx) => tx.append(wordingSignerOffered, { keyId, publicHex, personId }, [personId]));
    return key;
  }

  /** The person's key, opened by their PIN; throws PublishingRefused. */
  function unlocked(personId: string, pin: string): SigningKey {
    const kept = keyOfPerson(db, journal.fields, personId);
    if (kept === null) throw new PublishingRefused('noKey');
    const seed = openSeed(kept.secret, pin);
    if (seed === null) throw new PublishingRefused('wrongPin');
    return signingKey(seed);
  }

  function rootKeyOf(printed: string): SigningKey {
    const read = readRecoveryKey(printed);
    if (read.outcome !== 'read') throw new PublishingRefused('rootKeyMisspelt');
    return signingKey(rootSeed(read.secret));
  }

  async function trustedRoot() {
    const trusted = trustedMetadata(db);
    if (trusted === null) throw new PublishingRefused('notSetUp');
    const { readRoot, signersOf } = await load();
    const root = readRoot(trusted.root);
    return { trusted, root, signers: signersOf(root.signed) };
  }

  /** The key for what changes daily; only the desk that publishes has it. */
  async function deskKey(publicHex: string): Promise<SigningKey> {
    const kept = deskKeyFor(db, journal.fields, publicHex);
    if (kept === null) throw new PublishingRefused('otherDesk');
    return signingKey(Buffer.from(kept.secret, 'base64'));
  }

  /** Makes the root of this team: the printed key is returned once and kept nowhere. */
  async function setUp(personId: string, pin: string): Promise<{ rootKey: string; fingerprint: string }> {
    if (trustedMetadata(db) !== null) throw new PublishingRefused('alreadySetUp');
    const { makeRoot, metadataBytes, signWith } = await load();
    const secret = makeRecoverySecret(ids.bytes);
    const rootKey = signingKey(rootSeed(secret));
    const lead = offerKey(personId, pin);
    const desk = newKey(null, null);
    const root = makeRoot(1, clock.nowMs(), {
      rootPublic: rootKey.publicHex,
      leadPublics: [lead.publicHex],
      threshold: 1,
      deskPublic: desk.publicHex,
    });
    signWith(root, rootKey);
    const files = filesOver(new Map([[rootFile(1), metadataBytes(root)]]), storedFiles(db));
    const fingerprint = await taker.trust(files, 'ownDesk', personId);
    if (fingerprint === null) throw new TypeError('a root that was just made does not hold');
    await propose(personId, { kind: 'signers', root: null });
    await sign(personId, lead);
    return { rootKey: printRecoveryKey(secret), fingerprint };
  }

  /** Another set of people who sign, with a fresh key for this desk; the printed root key vouches for it. */
  async function changeSigners(
    personId: string,
    given: { rootKey: string; keyIds: readonly string[]; threshold: number },
  ): Promise<void> {
    const { trusted, signers } = await trustedRoot();
    const rootKey = rootKeyOf(given.rootKey);
    if (rootKey.publicHex !== signers.rootPublic) throw new PublishingRefused('otherRootKey');
    const offered = new Map(offeredSigners(db).map((one) => [one.keyId, one.publicHex]));
    const leadPublics = given.keyIds.flatMap((keyId) => offered.get(keyId) ?? []);
    if (leadPublics.length !== given.keyIds.length || leadPublics.length < given.threshold || given.threshold < 1) {
      throw new PublishingRefused('tooFewSigners');
    }
    const { makeRoot, metadataBytes, signWith } = await load();
    const root = makeRoot(trusted.rootVersion + 1, clock.nowMs(), {
      rootPublic: rootKey.publicHex,
      leadPublics,
      threshold: given.threshold,
      deskPublic: newKey(null, null).publicHex,
    });
    signWith(root, rootKey);
    await propose(personId, { kind: 'signers', root: Buffer.from(metadataBytes(root)).toString('utf8') });
  }

  /** The last release that was published: the one in force, or one that waits here for its day. */
  const latest = async (): Promise<Release> => (await waitingRelease(db)) ?? parts.current();

  /** What the next release would be; throws ChangeImpossible. */
  async function build(changes: readonly ApprovedChange[]): Promise<BuiltRelease> {
    const base = await latest();
    return { base, ...buildRelease(base, changes, nextVersion(base.version, parts.today())) };
  }

  type Proposing = { kind: 'signers'; root: string | null } | ({ kind: 'release' } & NewRelease);

  async function propose(personId: string, asked: Proposing): Promise<Proposal> {
    const { trusted, signers } = await trustedRoot();
    const { makeTargets, metadataBytes, planOf, readTargets, sha256 } = await load();
    const { packRelease } = await import('../signed/packed-release.ts');
    if (asked.kind === 'release') await deskKey(signers.deskPublic);
    const base = await latest();
    const made = asked.kind === 'release' ? await build(asked.changes) : { release: base, changes: [] };
    const { plain, packed } = await packRelease(made.release);
    const before = trusted.targets === null ? null : readTargets(trusted.targets);
    // Who signs changes, what was said about the release stays: its stages go on.
    const told = asked.kind === 'release' ? asked : before && planOf(before);
    const plan = {
      version: made.release.version,
      releaseHash: sha256(plain),
      why: told?.why ?? releaseInForce(db)?.why ?? '',
      publishedAtMs: clock.nowMs(),
      stages: [...(told?.stages ?? [])],
    };
    const targets = makeTargets(1 + (before?.signed.version ?? 0), clock.nowMs(), {
      length: packed.length,
      sha256: sha256(packed),
      plan,
    });
    const counted = (how: EntryChanged['how']) => made.changes.filter((change) => change.how === how).length;
    const proposal: Proposal = {
      proposalId: ids.next(),
      kind: asked.kind,
      baseHash: sha256(canonicalBytes(base)),
      plan,
      counts: { added: counted('added'), changed: counted('changed'), withdrawn: counted('withdrawn') },
      targets: Buffer.from(metadataBytes(targets)).toString('utf8'),
      root: asked.kind === 'signers' ? asked.root : null,
      draftIds: asked.kind === 'release' ? [...asked.draftIds] : [],
    };
    const changes = asked.kind === 'release' ? asked.changes : [];
    journal.transaction(personId, (tx) => {
      keepCandidate(tx.db, proposal.proposalId, packed);
      for (let from = 0; from < changes.length; from += EVENT_CHANGES) {
        const some = changes.slice(from, from + EVENT_CHANGES);
        tx.append(wordingChangesListed, { proposalId: proposal.proposalId, from, changes: some });
      }
      tx.append(wordingProposed, proposal);
    });
    return proposal;
  }

  /** What a second lead signs is what they can make themselves of the same changes: nothing is signed unseen. */
  async function reviewed({ proposal }: KeptProposal): Promise<EntryChanged[]> {
    const { sha256 } = await load();
    const current = await latest();
    if (sha256(canonicalBytes(current)) !== proposal.baseHash) throw new PublishingRefused('otherBase');
    const changes = changesOf(db, proposal.proposalId);
    const made = changes.length === 0 ? current : buildRelease(current, changes, proposal.plan.version).release;
    if (sha256(canonicalBytes(made)) !== proposal.plan.releaseHash) throw new PublishingRefused('otherBase');
    return compareReleases(current, made);
  }

  async function sign(personId: string, key: SigningKey): Promise<Signed> {
    const waiting = waitingProposal(db);
    if (waiting === null) throw new PublishingRefused('nothingToSign');
    await reviewed(waiting);
    const { readRoot, readTargets, signersOf, signWith } = await load();
    const { proposal } = waiting;
    const trusted = await trustedRoot();
    const signers = proposal.root === null ? trusted.signers : signersOf(readRoot(Buffer.from(proposal.root)).signed);
    if (!signers.leadPublics.includes(key.publicHex)) throw new PublishingRefused('notASigner');
    const signature = signWith(readTargets(Buffer.from(proposal.targets)), key);
    const { proposalId } = proposal;
    journal.transaction(personId, (tx) => tx.append(wordingSigned, { proposalId, keyId: key.keyId, signature }));
    return (await publishWhenSigned()) ?? { outcome: 'waiting' };
  }

  /** Publishes the waiting proposal if it has its signatures and this desk is the one that publishes; null where not. */
  async function publishWhenSigned(): Promise<Extract<Signed, { outcome: 'published' }> | null> {
    const waiting = waitingProposal(db);
    const packed = waiting && candidateOf(db, waiting.proposal.proposalId);
    if (!waiting || !packed) return null;
    const { root: trustedNow } = await trustedRoot();
    const { readRoot, signersOf } = await load();
    const { proposal } = waiting;
    const root = proposal.root === null ? trustedNow : readRoot(Buffer.from(proposal.root));
    const made = await metadataFilesFor({
      ...{ db, proposal, packed, root, signatures: waiting.signatures, nowMs: clock.nowMs() },
      deskKey: await deskKey(signersOf(root.signed).deskPublic),
    });
    if (made === null) return null;
    const taken = await taker.takeFrom(filesOver(made.files, storedFiles(db)), 'ownDesk');
    if (taken.outcome === 'refused') return { outcome: 'published', taken };
    const { proposalId, plan } = proposal;
    journal.transaction(null, (tx) =>
      tx.append(wordingPublished, { proposalId, releaseHash: plan.releaseHash, targetsVersion: made.targetsVersion }),
    );
    return { outcome: 'published', taken };
  }

  /** Says again that the last release is still the last one; daily, by the desk that publishes, and by itself. */
  async function renew(): Promise<boolean> {
    if (trustedMetadata(db) === null) return false;
    const { signers, trusted } = await trustedRoot();
    if (deskKeyFor(db, journal.fields, signers.deskPublic) === null) return false;
    const files = await renewedFilesFor(trusted, await deskKey(signers.deskPublic), clock.nowMs());
    if (files === null) return false;
    return (await taker.takeFrom(filesOver(files, storedFiles(db)), 'ownDesk')).outcome !== 'refused';
  }

  return {
    setUp,
    offerKey,
    changeSigners,
    latest,
    today: parts.today,
    async propose(personId: string, pin: string, asked: NewRelease): Promise<Signed> {
      const key = unlocked(personId, pin);
      const { signers } = await trustedRoot();
      if (!signers.leadPublics.includes(key.publicHex)) throw new PublishingRefused('notASigner');
      await propose(personId, { kind: 'release', ...asked });
      return await sign(personId, key);
    },
    sign: async (personId: string, pin: string): Promise<Signed> => await sign(personId, unlocked(personId, pin)),
    reviewed,
    drop(personId: string): void {
      const waiting = waitingProposal(db);
      if (waiting === null) return;
      const { proposalId } = waiting.proposal;
      journal.transaction(personId, (tx) => tx.append(wordingProposalDropped, { proposalId }));
    },
    publishWhenSigned,
    renew,
    /** The sealed key follows its owner's PIN. */
    pinChanged(personId: string, before: string, after: string): void {
      const kept = keyOfPerson(db, journal.fields, personId);
      const seed = kept && openSeed(kept.secret, before);
      if (kept && seed) {
        keepKey(db, journal.fields, { ...kept, secret: sealSeed(seed, after, ids) }, clock.nowMs());
      }
    },
    /** Whether this desk is the one that publishes. */
    async publishesHere(): Promise<boolean> {
      if (trustedMetadata(db) === null) return false;
      return deskKeyFor(db, journal.fields, (await trustedRoot()).signers.deskPublic) !== null;
    },
    async signers() {
      return trustedMetadata(db) === null ? null : (await trustedRoot()).signers;
    },
  };
}
