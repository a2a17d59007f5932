import type { ProposalView, PublishingStatus } from '#contract/releases.ts';
import { nameOfPerson } from '#core/people/people-repo.ts';
import type { ReleaseHandlerParts } from '../release-handler-parts.ts';
import { readReleaseFact } from '../signed/release-fact-repo.ts';
import { keyIdOf } from '../signed/signing-key.ts';
import { type KeptProposal, offeredSigners, waitingProposal } from './proposal-repo.ts';
import { keyOfPerson } from './signing-key-repo.ts';

/** Where releases come from, how fresh that is, and what waits, for whoever asks. */
export async function publishingStatus(
  { db, journal, clock, desk }: ReleaseHandlerParts,
  personId: string | null,
): Promise<PublishingStatus> {
  const nameOf = (id: string | null): string => (id === null ? '' : (nameOfPerson(db, journal.fields, id) ?? ''));
  const signers = await desk.publisher.signers();
  const trust = readReleaseFact(db, 'trust');
  const checked = readReleaseFact(db, 'checked');
  const problem = readReleaseFact(db, 'problem');
  const waiting = readReleaseFact(db, 'waiting');
  const signing = new Set(signers?.leadPublics.map(keyIdOf));
  const proposal = waitingProposal(db);
  return {
    trust:
      trust === null || signers === null
        ? null
        : {
            ...trust,
            publishesHere: await desk.publisher.publishesHere(),
            threshold: signers.threshold,
          },
    checked,
    stale: checked !== null && checked.freshUntilMs <= clock.nowMs(),
    problem: problem === null ? null : { code: problem.code, from: problem.from, atMs: problem.atMs },
    waiting:
      waiting === null
        ? null
        : {
            version: waiting.plan.version,
            appliesAtMs: waiting.appliesAtMs === Number.MAX_SAFE_INTEGER ? null : waiting.appliesAtMs,
          },
    people: offeredSigners(db).map(({ keyId, personId: of }) => ({
      ...{ keyId, personId: of },
      name: nameOf(of),
      signs: signing.has(keyId),
    })),
    hasKeyHere: personId !== null && keyOfPerson(db, journal.fields, personId) !== null,
    proposal: proposal === null ? null : await proposalView(proposal, personId, signers?.threshold ?? 1, nameOf),
  };
}

async function proposalView(
  { proposal, proposedAtMs, personId: by, signatures }: KeptProposal,
  personId: string | null,
  threshold: number,
  nameOf: (id: string | null) => string,
): Promise<ProposalView> {
  const { proposalId, kind, plan, counts, root } = proposal;
  const { readRoot, signersOf } = await import('../signed/metadata.ts');
  return {
    ...{ proposalId, kind, counts, proposedAtMs },
    version: plan.version,
    why: plan.why,
    byName: nameOf(by),
    stages: plan.stages,
    signedBy: signatures.map((one) => ({ keyId: one.keyId, name: nameOf(one.personId) })),
    needs: root === null ? threshold : signersOf(readRoot(Buffer.from(root)).signed).threshold,
    signedByMe: signatures.some((one) => personId !== null && one.personId === personId),
  };
}
