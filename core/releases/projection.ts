import { releaseApplied } from '#contract/library.ts';
import {
  releaseQuizAnswered,
  releaseRead,
  signedReleaseApplied,
  wordingChangesListed,
  wordingProposalDropped,
  wordingProposed,
  wordingPublished,
  wordingSigned,
  wordingSignerOffered,
} from '#contract/releases/events.ts';
import { on, projection } from '../journal/projection.ts';
import {
  endProposal,
  insertChanges,
  insertProposal,
  insertSignature,
  insertSigner,
} from './publishing/proposal-repo.ts';
import { noteAnswers, noteRead } from './reading-repo.ts';
import { putInForce } from './release-repo.ts';

export const releasesProjection = projection(
  'releases',
  [
    'library_release',
    'release_signer',
    'release_proposal',
    'release_proposal_change',
    'release_signature',
    'release_reading',
  ],
  [
    on(releaseApplied, (db, event) => {
      const { releaseHash, version } = event.payload;
      putInForce(db, { releaseHash, version, appliedAtMs: event.atMs, origin: 'starter', why: '' });
    }),
    on(signedReleaseApplied, (db, event) => {
      const { releaseHash, version, why } = event.payload;
      putInForce(db, { releaseHash, version, appliedAtMs: event.atMs, origin: 'signed', why });
    }),
    on(releaseRead, (db, event) => noteRead(db, event.personId, event.payload.releaseHash, event.atMs)),
    on(releaseQuizAnswered, (db, event) => noteAnswers(db, event.personId, event.payload)),
    on(wordingSignerOffered, (db, event) => insertSigner(db, event.payload, event.atMs)),
    on(wordingChangesListed, (db, { payload }) => insertChanges(db, payload.proposalId, payload.from, payload.changes)),
    on(wordingProposed, (db, event) => insertProposal(db, event.payload, event.atMs, event.personId)),
    on(wordingSigned, (db, event) => insertSignature(db, event.payload, event.personId, event.atMs)),
    on(wordingProposalDropped, (db, event) => endProposal(db, event.payload.proposalId, 'dropped')),
    on(wordingPublished, (db, event) => endProposal(db, event.payload.proposalId, 'published')),
  ],
  // What leads of the site prepare and sign together travels; what a desk itself applied does not.
  (kind) => kind.startsWith('wording.'),
);
