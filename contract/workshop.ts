import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { callErrors } from './errors.ts';
import { playStepSchema, playViewSchema } from './workshop/play.ts';
import {
  checkItemSchema,
  draftIdSchema,
  looseEntrySchema,
  newEntryKindSchema,
  revisionIdSchema,
  spotSchema,
  verdictSchema,
  workshopRefusalSchema,
  workshopStateSchema,
} from './workshop/terms.ts';
import {
  commentSchema,
  draftLookSchema,
  draftRanksSchema,
  draftRowSchema,
  draftViewSchema,
  dueEntrySchema,
  fragmentEffectSchema,
  knownVariableSchema,
} from './workshop/views.ts';

const leads = { notAllowed: callErrors.notAllowed, notSignedIn: callErrors.notSignedIn };
const leadQuery = query.errors(leads);
const leadCommand = command.errors({ notAllowed: callErrors.notAllowed, notFound: callErrors.notFound });

const draftIds = z.array(draftIdSchema).min(1).max(500);
/** What of several drafts was done, and what was not and why. */
const severalSchema = z.object({
  done: z.array(draftIdSchema),
  refused: z.array(z.object({ draftId: draftIdSchema, why: workshopRefusalSchema })),
});
export type SeveralDone = z.infer<typeof severalSchema>;

/** What a step of the workshop was asked to do with which revision. */
const atRevision = z.strictObject({ draftId: draftIdSchema, revisionId: revisionIdSchema });

/** Writing and reviewing wording: for leads, reviewers and administrators. */
export const workshopContract = {
  /** Drafts in a state, the latest change first, and how many stand in each. */
  queue: leadQuery
    .input(
      z.object({
        states: z
          .array(workshopStateSchema)
          .max(7)
          .default(['draft', 'inReview', 'changesRequested', 'approved', 'scheduled']),
        /** Those the person who asks opened or wrote at. */
        mine: z.boolean().default(false),
        /** Those that came in with one file. */
        importId: z.string().max(64).optional(),
        from: z.int().min(0).default(0),
        limit: z.int().min(1).max(200).default(100),
      }),
    )
    .output(
      z.object({
        total: z.int().min(0),
        counts: z.record(workshopStateSchema, z.int().min(0)),
        drafts: z.array(draftRowSchema),
      }),
    ),
  draft: leadQuery
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ draftId: draftIdSchema }))
    .output(draftViewSchema),
  /** Begins a change to an entry, or goes on with the one that is open; or begins a new entry of a pack. */
  open: leadCommand
    .input(
      z.union([
        z.strictObject({ entryId: z.string().max(120) }),
        z.strictObject({
          packId: z.string().max(60),
          kind: newEntryKindSchema,
          title: z.string().trim().min(2).max(60),
          /** A search that found nothing and leads to this entry. */
          soughtFor: z.string().max(200).optional(),
        }),
      ]),
    )
    .output(z.object({ draftId: draftIdSchema })),
  /**
   * Keeps a revision, whatever others did meanwhile: `merged` where both go together, `conflict` where somebody has to decide.
   * Nothing is ever refused for being late.
   */
  save: leadCommand
    .input(
      z.strictObject({
        draftId: draftIdSchema,
        basedOn: z.array(revisionIdSchema).min(1).max(8),
        entry: looseEntrySchema,
        /** The draft took in the wording in force as it is now. */
        takesInForce: z.boolean().default(false),
      }),
    )
    .output(
      z.discriminatedUnion('outcome', [
        z.object({ outcome: z.literal('saved'), revisionId: revisionIdSchema }),
        z.object({ outcome: z.literal('merged'), revisionId: revisionIdSchema }),
        z.object({ outcome: z.literal('conflict') }),
        z.object({ outcome: z.literal('refused'), why: workshopRefusalSchema }),
      ]),
    ),
  /** Hands drafts to review; those that break a rule of the library stay. */
  submit: leadCommand.input(z.object({ draftIds })).output(severalSchema),
  takeBack: leadCommand.input(z.object({ draftIds })).output(severalSchema),
  /** Approves drafts or asks for changes, each at the revision that was looked at. */
  review: leadCommand
    .input(
      z.strictObject({
        drafts: z.array(atRevision).min(1).max(500),
        verdict: verdictSchema,
        note: z.string().trim().max(1000).default(''),
        checked: z.array(checkItemSchema).max(20).default([]),
      }),
    )
    .output(severalSchema),
  discard: leadCommand.input(z.object({ draftIds })).output(severalSchema),
  comment: leadCommand
    .input(atRevision.extend({ spot: spotSchema.nullable(), text: z.string().trim().min(1).max(1000) }))
    .output(commentSchema.pick({ commentId: true })),
  settleComment: leadCommand
    .input(z.object({ draftId: draftIdSchema, commentId: z.string().max(64) }))
    .output(z.null()),

  /** A draft as it stands in the form: what is wrong with it, and how it sounds. Keeps nothing. */
  look: leadQuery.input(z.object({ packId: z.string(), entry: looseEntrySchema })).output(draftLookSchema),
  /** Which searches would find it, at which place, were it in the library. */
  ranks: leadQuery
    .input(z.object({ packId: z.string(), entry: looseEntrySchema, typed: z.string().max(200).default('') }))
    .output(draftRanksSchema),
  /** Every text that takes a fragment in, before and after; of an article every text that rests on it. */
  effect: leadQuery.input(z.object({ entry: looseEntrySchema })).output(z.array(fragmentEffectSchema)),
  /** A decision table or a flow tried out by the engine that leads conversations; null while it cannot be played. Keeps nothing. */
  play: leadQuery
    .input(z.object({ packId: z.string(), entry: looseEntrySchema, steps: z.array(playStepSchema).max(300) }))
    .output(playViewSchema.nullable()),
  /** Gaps the library knows, the most used first. */
  variables: leadQuery.output(z.array(knownVariableSchema)),

  /** Wording in force that somebody has to look at again, the most pressing first. */
  due: leadQuery
    .input(z.object({ withinDays: z.int().min(0).max(365).default(30), owner: z.string().optional() }))
    .output(z.object({ owners: z.array(z.string()), entries: z.array(dueEntrySchema) })),
  /** Still right: due again after its interval. Only the wording that was looked at. */
  verify: leadCommand
    .input(z.strictObject({ entryId: z.string().max(120), entryHash: z.string() }))
    .output(z.object({ verified: z.boolean() })),
};
