import { z } from 'zod';

/** Why a step of publishing cannot be taken. */
export const publishingRefusalSchema = z.enum([
  /** No root yet: set signing up first. */
  'notSetUp',
  'alreadySetUp',
  /** Signing needs a PIN of one's own. */
  'pinNeeded',
  'wrongPin',
  /** The person made no signing key on this desk. */
  'noKey',
  /** Their key is not among those the root names. */
  'notASigner',
  'tooFewSigners',
  /** Another desk publishes for this team. */
  'otherDesk',
  'rootKeyMisspelt',
  'otherRootKey',
  'nothingToSign',
  'nothingToPublish',
  /** The proposal was made from another release than the one in force here. */
  'otherBase',
  /** A rule of the library is broken, or a change cannot be made. */
  'notSound',
]);
export type PublishingRefusal = z.infer<typeof publishingRefusalSchema>;
