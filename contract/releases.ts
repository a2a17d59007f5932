import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { callErrors } from './errors.ts';
import { entryChangeSchema } from './library-exchange.ts';
import { ruleFaultSchema } from './library-faults.ts';
import { pinSchema } from './people.ts';
import { releaseStageSchema } from './releases/plan.ts';
import { keyIdSchema, releaseRefusalSchema, releaseSourceSchema } from './releases/terms.ts';

/** One entry of a list of changes, in people's words. */
export const entryChangedSchema = z.object({
  entryId: z.string(),
  how: z.enum(['added', 'changed', 'withdrawn']),
  kind: z.string(),
  title: z.string(),
  packTitle: z.string(),
  why: z.string(),
  /** What is said, before and from now on; null where there was or is nothing. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  changes: z.array(entryChangeSchema),
  replacedBy: z.object({ entryId: z.string(), title: z.string() }).nullable(),
});
export type EntryChangedView = z.infer<typeof entryChangedSchema>;

export const releaseQuestionSchema = z.object({
  entryId: z.string(),
  /** `now`: which wording holds from now on. `gone`: which of these lines must not be said any more. */
  asks: z.enum(['now', 'gone']),
  title: z.string(),
  options: z.array(z.string()).min(2).max(3),
  right: z.int().min(0).max(2),
});
export type ReleaseQuestion = z.infer<typeof releaseQuestionSchema>;

const countsSchema = z.object({ added: z.int(), changed: z.int(), withdrawn: z.int() });
export type ChangeCounts = z.infer<typeof countsSchema>;

/** A release that changed something on this desk, and what the person who asks made of it. */
export const appliedReleaseSchema = z.object({
  releaseHash: z.string(),
  version: z.string(),
  appliedAtMs: z.int(),
  why: z.string(),
  counts: countsSchema,
  readAtMs: z.int().nullable(),
  asked: z.int(),
  right: z.int(),
});
export type AppliedRelease = z.infer<typeof appliedReleaseSchema>;

const proposalViewSchema = z.object({
  proposalId: z.string(),
  kind: z.enum(['release', 'signers']),
  version: z.string(),
  why: z.string(),
  proposedAtMs: z.int(),
  byName: z.string(),
  counts: countsSchema,
  stages: z.array(releaseStageSchema),
  signedBy: z.array(z.object({ keyId: z.string(), name: z.string() })),
  needs: z.int().min(1),
  /** The person who asks has signed it. */
  signedByMe: z.boolean(),
});
export type ProposalView = z.infer<typeof proposalViewSchema>;

export const publishingStatusSchema = z.object({
  /** Null: no root is followed yet. */
  trust: z
    .object({
      fingerprint: z.string(),
      from: releaseSourceSchema,
      sinceMs: z.int(),
      /** Whether this desk publishes. */
      publishesHere: z.boolean(),
      threshold: z.int().min(1),
    })
    .nullable(),
  checked: z.object({ atMs: z.int(), from: releaseSourceSchema, freshUntilMs: z.int() }).nullable(),
  /** What was checked last is past its day: there may be something newer. */
  stale: z.boolean(),
  problem: z.object({ code: releaseRefusalSchema, from: releaseSourceSchema, atMs: z.int() }).nullable(),
  /** Checked, and in force here from then on; null where no stage names this site. */
  waiting: z.object({ version: z.string(), appliesAtMs: z.int().nullable() }).nullable(),
  /** Everybody who made a key, newest first; `signs` says whether the root names it. */
  people: z.array(z.object({ keyId: z.string(), personId: z.string(), name: z.string(), signs: z.boolean() })),
  /** The person who asks made a key on this desk. */
  hasKeyHere: z.boolean(),
  proposal: proposalViewSchema.nullable(),
});
export type PublishingStatus = z.infer<typeof publishingStatusSchema>;

export const releaseFaultSchema = z.object({ entryId: z.string(), title: z.string(), reason: ruleFaultSchema });

/** Changes that could go into the next release: drafts of the team, and what the app brought along. */
const poolChangeSchema = entryChangedSchema.extend({
  source: z.enum(['draft', 'app']),
  draftId: z.string().nullable(),
});
export type PoolChange = z.infer<typeof poolChangeSchema>;

/** What a lead picked: drafts and wording of the app by their ids, and lines to take back. */
export const pickedChangesSchema = z.strictObject({
  draftIds: z.array(z.string()).max(5_000).default([]),
  fromApp: z.array(z.string()).max(5_000).default([]),
  withdraw: z
    .array(
      z.strictObject({
        entryId: z.string(),
        why: z.string().trim().min(1).max(300),
        replacedBy: z.string().optional(),
      }),
    )
    .max(500)
    .default([]),
  /** Going back to a release this desk worked with: what differs is put as it was. */
  backTo: z.string().optional(),
  why: z.string().trim().min(1).max(300),
});
export type PickedChanges = z.infer<typeof pickedChangesSchema>;

/** A release this desk worked with and can go back to. */
export const formerReleaseSchema = z.object({
  releaseHash: z.string(),
  version: z.string(),
  appliedAtMs: z.int(),
  why: z.string(),
});

const takenSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('applied'), version: z.string() }),
  z.object({ outcome: z.literal('waiting'), version: z.string(), appliesAtMs: z.int() }),
  z.object({ outcome: z.literal('upToDate') }),
  z.object({ outcome: z.literal('refused'), code: releaseRefusalSchema }),
]);
export type TakenRelease = z.infer<typeof takenSchema>;

/** `waiting`: another lead has to sign too. */
const signedSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('published'), taken: takenSchema }),
  z.object({ outcome: z.literal('waiting') }),
]);
export type SignedRelease = z.infer<typeof signedSchema>;

const leadErrors = { notAllowed: callErrors.notAllowed, publishingRefused: callErrors.publishingRefused };
const leadCommand = command.errors({ ...leadErrors, wrongPin: callErrors.wrongPin });
const leadQuery = query.errors({ ...leadErrors, notSignedIn: callErrors.notSignedIn });

export const releasesContract = {
  /** Where releases come from, how fresh that is, and what waits for a signature. */
  status: query.output(publishingStatusSchema),
  /** Releases that changed something here, newest first. */
  applied: query.input(z.object({ limit: z.int().min(1).max(50).default(12) })).output(z.array(appliedReleaseSchema)),
  /** How many of them the person who asks has not looked at. */
  unread: query.output(z.object({ releases: z.int().min(0) })),
  changesIn: query
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ releaseHash: z.string() }))
    .output(z.object({ changes: z.array(entryChangedSchema), questions: z.array(releaseQuestionSchema) })),
  markRead: command.input(z.object({ releaseHash: z.string() })).output(z.null()),
  answerQuiz: command
    .input(z.object({ releaseHash: z.string(), asked: z.int().min(1).max(20), right: z.int().min(0).max(20) }))
    .output(z.null()),

  /** Makes the root of this team on this desk; the printed key comes back once. */
  setUp: leadCommand
    .input(z.object({ pin: pinSchema }))
    .output(z.object({ rootKey: z.string(), fingerprint: z.string() })),
  /** Makes a signing key for the person who is signed in; a root has to take it in. */
  offerKey: leadCommand.input(z.object({ pin: pinSchema })).output(z.object({ keyId: z.string() })),
  /** Another set of people who sign; takes effect once they have signed. */
  changeSigners: leadCommand
    .input(
      z.object({
        rootKey: z.string().max(200),
        keyIds: z.array(keyIdSchema).min(1).max(20),
        threshold: z.int().min(1).max(5),
      }),
    )
    .output(z.null()),
  /** What could go into the next release. */
  pool: leadQuery.output(z.array(poolChangeSchema)),
  /** What one can go back to, by a new release with the former wording; newest first. */
  former: leadQuery.output(z.array(formerReleaseSchema)),
  /** What the picked changes would make, and which rules they break. */
  preview: leadQuery.input(pickedChangesSchema).output(
    z.object({
      version: z.string(),
      counts: countsSchema,
      changes: z.array(entryChangedSchema),
      faults: z.array(releaseFaultSchema),
    }),
  ),
  /** Proposes a release and signs it; published at once where one signature is enough. */
  propose: leadCommand
    .input(pickedChangesSchema.extend({ stages: z.array(releaseStageSchema).max(20).default([]), pin: pinSchema }))
    .output(signedSchema),
  /** What a proposal would change: what one looks at before signing. */
  proposed: leadQuery.output(z.array(entryChangedSchema)),
  sign: leadCommand.input(z.object({ proposalId: z.string(), pin: pinSchema })).output(signedSchema),
  drop: leadCommand.output(z.null()),

  /** Asks where releases come from now instead of later. */
  checkNow: command.output(z.null()),
  /** Takes what a folder offers, with the same checks. */
  takeFromFolder: leadCommand
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ fileToken: z.string().max(60) }))
    .output(takenSchema),
  /** The fingerprint of the root in a folder, for comparing before it is believed; null where there is none. */
  folderRoot: leadCommand
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ fileToken: z.string().max(60) }))
    .output(z.object({ fingerprint: z.string().nullable() })),
  /** Believes the root in a folder from now on; the fingerprint is the one the person compared. */
  trustFolder: leadCommand
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ fileToken: z.string().max(60), fingerprint: z.string() }))
    .output(takenSchema),
  /** Writes what this desk has checked into a folder, for a desk without a network. */
  exportToFolder: leadCommand
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ fileToken: z.string().max(60) }))
    .output(z.object({ files: z.int() })),
};
