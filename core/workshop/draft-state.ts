import type { Verdict, WorkshopRefusal, WorkshopState } from '#contract/workshop/terms.ts';
import { checklist } from '#contract/workshop/terms.ts';

/** What the rules know of a draft. */
export interface DraftFacts {
  readonly state: WorkshopState;
  /** Revisions nobody has gone on from; more than one where two people wrote apart. */
  readonly heads: readonly string[];
  /** Everybody who wrote any of it, and who handed it in. */
  readonly authors: readonly string[];
}

type Refusal = WorkshopRefusal | null;

/** Wording that is being looked at, or lies in a release, is not changed under the eyes of others. */
export function refuseSave({ state }: DraftFacts): Refusal {
  return state === 'draft' || state === 'changesRequested' ? null : 'wrongState';
}

export function refuseSubmit({ state, heads }: DraftFacts, sound: boolean): Refusal {
  if (state !== 'draft' && state !== 'changesRequested') return 'wrongState';
  if (heads.length > 1) return 'mergeOpen';
  return sound ? null : 'notSound';
}

export function refuseTakeBack({ state }: DraftFacts): Refusal {
  return state === 'inReview' || state === 'approved' ? null : 'wrongState';
}

/** Whether one may discard it: what lies in a release goes back by another release. */
export function refuseDiscard({ state }: DraftFacts): Refusal {
  return state === 'scheduled' || state === 'inForce' || state === 'discarded' ? 'wrongState' : null;
}

export interface Review {
  readonly reviewerId: string;
  readonly revisionId: string;
  readonly verdict: Verdict;
  readonly checked: readonly string[];
  /** There is a note, or an open remark on a spot. */
  readonly said: boolean;
}

export function refuseReview(facts: DraftFacts, review: Review): Refusal {
  if (facts.state !== 'inReview') return 'wrongState';
  if (facts.authors.includes(review.reviewerId)) return 'ownWording';
  if (facts.heads.length > 1) return 'mergeOpen';
  if (facts.heads[0] !== review.revisionId) return 'outOfDate';
  if (review.verdict === 'changesRequested') return review.said ? null : 'nothingSaid';
  return checklist.every((item) => review.checked.includes(item)) ? null : 'checklistOpen';
}

/** Another wording is another draft to look at: what was handed in or approved is open again. What was thrown away comes back. */
export function stateAfterSave(state: WorkshopState): WorkshopState {
  return state === 'inReview' || state === 'approved' || state === 'discarded' ? 'draft' : state;
}

/** A verdict holds only for the revision it was given on; of desks that were apart, the text wins over the verdict. */
export function stateAfterReview(facts: Pick<DraftFacts, 'state' | 'heads'>, revisionId: string, verdict: Verdict) {
  const fits = facts.state === 'inReview' && facts.heads.length === 1 && facts.heads[0] === revisionId;
  return fits ? verdict : facts.state;
}
