import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { enrolmentCodeSchema, installRoleSchema, quarantineReasonSchema, siteIdSchema } from './sync/terms.ts';

/** Why the last attempt to reach the server failed; the screen has a sentence and a next step for each. */
export const syncProblemSchema = z.enum([
  /** No answer: no network, or the server is down. Everything is kept and goes up later. */
  'unreachable',
  /** The server does not know this PC, or it was taken off. */
  'notEnrolled',
  /** The clock of this PC is too far off to prove anything, and could not be corrected. */
  'clock',
  /** The server has trouble of its own, or asks to come back later. */
  'serverBusy',
  /** The server answered something this version does not understand. */
  'notUnderstood',
  /** The records of this PC cannot be read on. */
  'journalDamaged',
]);
export type SyncProblem = z.infer<typeof syncProblemSchema>;

/**
 * `alone`: this desk has no server, and needs none. `held`: a backup was restored, and a lead has to look before it syncs again:
 * what other desks have had since stays there and comes down again.
 */
const syncStateSchema = z.enum(['alone', 'held', 'upToDate', 'pending', 'sending', 'troubled']);

export const syncStatusSchema = z.object({
  state: syncStateSchema,
  enrolment: z
    .object({
      serverUrl: z.string(),
      siteId: siteIdSchema,
      siteName: z.string(),
      role: installRoleSchema,
      enrolledAtMs: z.int(),
    })
    .nullable(),
  /** The backup that was restored, or what was salvaged of a damaged database, while nobody has confirmed that syncing may go on. */
  held: z.object({ backup: z.string(), salvaged: z.boolean(), madeAtMs: z.int(), restoredAtMs: z.int() }).nullable(),
  /** Events that the server has not confirmed yet, and since when the oldest waits. */
  pending: z.int().min(0),
  pendingSinceMs: z.int().nullable(),
  lastSuccessAtMs: z.int().nullable(),
  problem: z.object({ code: syncProblemSchema, atMs: z.int(), nextTryAtMs: z.int().nullable() }).nullable(),
  /** Events of this desk that the server set aside: they are kept here and there, and a lead should look. */
  quarantined: z.array(
    z.object({ epoch: z.int(), seq: z.int(), reason: quarantineReasonSchema, sinceMs: z.int().nullable() }),
  ),
  /** The server remembers another journal of this desk than the one that is here. */
  disagreement: z.object({ epoch: z.int(), seq: z.int() }).nullable(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;

/** https anywhere; plain http only to this very computer. */
export const serverUrlSchema = z
  .string()
  .trim()
  .max(200)
  .transform((typed) => typed.replace(/\/+$/, ''))
  .pipe(
    z
      .string()
      .regex(/^(https:\/\/[^\s/@]+|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?)(\/[^\s]*)?$/, 'needs https'),
  );

export const syncContract = {
  status: query.output(syncStatusSchema),
  /** Joins a site with a one-time code; leads and administrators. */
  enrol: command
    .errors({ notAllowed: callErrors.notAllowed, enrolmentRefused: callErrors.enrolmentRefused })
    .input(
      z.object({ serverUrl: serverUrlSchema, code: enrolmentCodeSchema, deskName: z.string().trim().min(1).max(40) }),
    )
    .output(syncStatusSchema),
  /** Goes on alone: what is here stays, nothing more goes up or comes down. */
  leave: command.errors({ notAllowed: callErrors.notAllowed }).output(syncStatusSchema),
  /** After a restore: goes on, in the new epoch that it began; leads and administrators. */
  goOnAfterRestore: command.errors({ notAllowed: callErrors.notAllowed }).output(syncStatusSchema),
  /** Tries now instead of waiting. */
  tryNow: command.output(z.null()),
};

export const syncEnrolled = declareEvent(
  'sync.enrolled',
  1,
  z.strictObject({
    serverUrl: z.string(),
    serverId: z.string(),
    siteId: siteIdSchema,
    siteName: z.string(),
    role: installRoleSchema,
  }),
);
export const syncLeft = declareEvent('sync.left', 1, z.strictObject({ serverUrl: z.string() }));
/** Somebody looked at the desk after a restore and let it sync again. */
export const syncGoneOn = declareEvent('sync.goneOn', 1, z.strictObject({ backup: z.string() }));
/** The server set one of our events aside. */
export const syncEventSetAside = declareEvent(
  'sync.eventSetAside',
  1,
  z.strictObject({ epoch: z.int(), seq: z.int(), reason: quarantineReasonSchema }),
);
/** What the server remembers of this desk is not what the journal holds: cut, rewritten, or two desks under one id. */
export const syncDisagreed = declareEvent(
  'sync.disagreed',
  1,
  z.strictObject({ epoch: z.int(), seq: z.int(), serverHash: z.string(), ownHash: z.string().nullable() }),
);
