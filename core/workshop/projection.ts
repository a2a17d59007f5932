import { wordingDraftsDiscarded, wordingImported } from '#contract/exchange.ts';
import { wordingProposalDropped, wordingProposed, wordingPublished } from '#contract/releases/events.ts';
import {
  draftCommented,
  draftCommentSettled,
  draftOpened,
  draftReviewed,
  draftSaved,
  draftSubmitted,
  draftTakenBack,
  wordingVerified,
} from '#contract/workshop/events.ts';
import type { WorkshopState } from '#contract/workshop/terms.ts';
import type { DraftStep } from '#contract/workshop/views.ts';
import type { WriteHandle } from '../db/open.ts';
import type { OpenEvent } from '../journal/event.ts';
import { on, projection } from '../journal/projection.ts';
import {
  findDraftRecord,
  headsAndAuthors,
  insertDraft,
  insertImportedDrafts,
  insertRevision,
  setState,
  setSubmitter,
} from './draft-repo.ts';
import { stateAfterReview } from './draft-state.ts';
import { insertComment, insertStep, proposedDrafts, setProposed, settleComment, setVerified } from './review-repo.ts';

/** Moves drafts that stand in one of the states; the others have been overtaken and stay as they are. */
function move(
  db: WriteHandle,
  event: Pick<OpenEvent, 'atMs' | 'personId'>,
  draftIds: readonly string[],
  from: readonly WorkshopState[],
  to: { state: WorkshopState; step: DraftStep['what'] },
): void {
  for (const draftId of draftIds) {
    const draft = findDraftRecord(db, draftId);
    if (draft === null || !from.includes(draft.state)) continue;
    setState(db, draftId, to.state, event);
    insertStep(db, event, draftId, to.step);
  }
}

/** Drafts of all desks of a site: `wording` events travel, and what two desks wrote apart stands side by side until it is merged. */
export const workshopProjection = projection(
  'workshop',
  ['workshop_draft', 'workshop_revision', 'workshop_comment', 'workshop_step', 'workshop_proposed', 'wording_verified'],
  [
    on(wordingImported, (db, event) => {
      for (const draftId of insertImportedDrafts(db, event)) insertStep(db, event, draftId, 'opened');
    }),
    on(wordingDraftsDiscarded, (db, event) =>
      move(db, event, event.payload.draftIds, ['draft', 'inReview', 'changesRequested', 'approved'], {
        state: 'discarded',
        step: 'discarded',
      }),
    ),
    on(draftOpened, (db, event) => {
      insertDraft(db, event);
      insertStep(db, event, event.payload.draftId, 'opened');
    }),
    on(draftSaved, insertRevision),
    on(draftSubmitted, (db, event) => {
      const { draftId, revisionId } = event.payload;
      const { heads } = headsAndAuthors(db, draftId);
      if (heads.length !== 1 || heads[0] !== revisionId) return;
      move(db, event, [draftId], ['draft', 'changesRequested'], { state: 'inReview', step: 'submitted' });
      setSubmitter(db, draftId, event.personId);
    }),
    on(draftTakenBack, (db, event) =>
      move(db, event, [event.payload.draftId], ['inReview', 'approved'], { state: 'draft', step: 'takenBack' }),
    ),
    on(draftReviewed, (db, event) => {
      const { draftId, revisionId, verdict, note, checked } = event.payload;
      const draft = findDraftRecord(db, draftId);
      if (draft === null) return;
      const { heads } = headsAndAuthors(db, draftId);
      const next = stateAfterReview({ state: draft.state, heads }, revisionId, verdict);
      insertStep(db, event, draftId, verdict, { note, checked });
      if (next !== draft.state) setState(db, draftId, next, event);
    }),
    on(draftCommented, (db, event, seal) => insertComment(db, seal, event, event.payload)),
    on(draftCommentSettled, (db, event) => settleComment(db, event.payload.commentId)),
    on(wordingProposed, (db, event) => {
      const { proposalId, draftIds } = event.payload;
      setProposed(db, proposalId, draftIds);
      move(db, event, draftIds, ['approved'], { state: 'scheduled', step: 'scheduled' });
    }),
    on(wordingProposalDropped, (db, event) => {
      const drafts = proposedDrafts(db, event.payload.proposalId);
      move(db, event, drafts, ['scheduled'], { state: 'approved', step: 'leftOut' });
    }),
    on(wordingPublished, (db, event) => {
      const drafts = proposedDrafts(db, event.payload.proposalId);
      move(db, event, drafts, ['scheduled', 'approved'], { state: 'inForce', step: 'inForce' });
    }),
    on(wordingVerified, (db, event) => setVerified(db, event, event.payload.entryId, event.payload.entryHash)),
  ],
  () => true,
);
