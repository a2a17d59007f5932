import { z } from 'zod';
import { declareEvent } from '../declare-event.ts';
import {
  approvedChangeSchema,
  keyIdSchema,
  proposalSchema,
  publicHexSchema,
  releaseRefusalSchema,
  releaseSourceSchema,
  signatureHexSchema,
} from './terms.ts';

/** A release signed by this team's leads came into force on this desk; version 1 tells of those the app brings along. */
export const signedReleaseApplied = declareEvent(
  'release.applied',
  2,
  z.strictObject({
    version: z.string(),
    releaseHash: z.string(),
    entries: z.int(),
    from: releaseSourceSchema,
    targetsVersion: z.int().min(1),
    why: z.string(),
  }),
);
/** From now on this desk believes releases that follow from this root. */
export const releaseRootTrusted = declareEvent(
  'release.rootTrusted',
  1,
  z.strictObject({ fingerprint: z.string(), from: releaseSourceSchema }),
);
/** What was offered did not stand the checks; told once for each kind of trouble. */
export const releaseRefused = declareEvent(
  'release.refused',
  1,
  z.strictObject({ from: releaseSourceSchema, code: releaseRefusalSchema }),
);
/** The person has seen what changed. */
export const releaseRead = declareEvent('release.read', 1, z.strictObject({ releaseHash: z.string() }));
export const releaseQuizAnswered = declareEvent(
  'release.quizAnswered',
  1,
  z.strictObject({ releaseHash: z.string(), asked: z.int().min(1), right: z.int().min(0) }),
);

/** A person made a signing key on a desk; a root may take it in. */
export const wordingSignerOffered = declareEvent(
  'wording.signerOffered',
  1,
  z.strictObject({ keyId: keyIdSchema, publicHex: publicHexSchema, personId: z.string() }),
);
/** Some of the changes of a proposal that follows in the same transaction. */
export const wordingChangesListed = declareEvent(
  'wording.changesListed',
  1,
  z.strictObject({
    proposalId: z.string().max(64),
    from: z.int().min(0),
    changes: z.array(approvedChangeSchema).min(1).max(100),
  }),
);
export const wordingProposed = declareEvent('wording.proposed', 1, proposalSchema);
export const wordingSigned = declareEvent(
  'wording.signed',
  1,
  z.strictObject({
    proposalId: z.string().max(64),
    keyId: keyIdSchema,
    signature: signatureHexSchema,
  }),
);
export const wordingProposalDropped = declareEvent(
  'wording.proposalDropped',
  1,
  z.strictObject({ proposalId: z.string().max(64) }),
);
export const wordingPublished = declareEvent(
  'wording.published',
  1,
  z.strictObject({ proposalId: z.string().max(64), releaseHash: z.string(), targetsVersion: z.int().min(1) }),
);
