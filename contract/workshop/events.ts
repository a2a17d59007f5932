import { z } from 'zod';
import { declareEvent } from '../declare-event.ts';
import {
  checkItemSchema,
  draftIdSchema,
  looseEntrySchema,
  revisionIdSchema,
  spotSchema,
  verdictSchema,
} from './terms.ts';

/** Somebody began to change an entry or to write a new one; the entry as it was is the first revision. */
export const draftOpened = declareEvent(
  'wording.draftOpened',
  1,
  z.strictObject({
    draftId: draftIdSchema,
    revisionId: revisionIdSchema,
    packId: z.string().max(60),
    /** The wording in force it began from; null for a new entry. */
    baseHash: z.string().nullable(),
    /** What was looked for in vain and led to it. */
    soughtFor: z.string().max(200).nullable(),
    entry: looseEntrySchema,
  }),
);
/** A revision; `basedOn` names the ones its author had before them. One that another had moved past stands beside it until both are merged. */
export const draftSaved = declareEvent(
  'wording.draftSaved',
  1,
  z.strictObject({
    draftId: draftIdSchema,
    revisionId: revisionIdSchema,
    basedOn: z.array(revisionIdSchema).min(1).max(8),
    entry: looseEntrySchema,
    /** From here on it is held against this wording in force: the draft took in what changed there. */
    baseHash: z.string().optional(),
  }),
);
export const draftSubmitted = declareEvent(
  'wording.draftSubmitted',
  1,
  z.strictObject({ draftId: draftIdSchema, revisionId: revisionIdSchema }),
);
export const draftTakenBack = declareEvent('wording.draftTakenBack', 1, z.strictObject({ draftId: draftIdSchema }));
export const draftReviewed = declareEvent(
  'wording.draftReviewed',
  1,
  z.strictObject({
    draftId: draftIdSchema,
    revisionId: revisionIdSchema,
    verdict: verdictSchema,
    note: z.string().max(1000),
    checked: z.array(checkItemSchema),
  }),
);
export const draftCommented = declareEvent(
  'wording.draftCommented',
  1,
  z.strictObject({
    draftId: draftIdSchema,
    commentId: z.string().max(64),
    revisionId: revisionIdSchema,
    spot: spotSchema.nullable(),
    text: z.string().min(1).max(1000),
  }),
);
export const draftCommentSettled = declareEvent(
  'wording.draftCommentSettled',
  1,
  z.strictObject({ draftId: draftIdSchema, commentId: z.string().max(64) }),
);
/** Somebody looked at wording in force again, and it still holds. */
export const wordingVerified = declareEvent(
  'wording.verified',
  1,
  z.strictObject({ entryId: z.string().max(120), entryHash: z.string() }),
);
