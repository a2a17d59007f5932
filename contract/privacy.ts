import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { channelSchema, stageSchema } from './vocabulary.ts';

/** Why somebody's data is erased: chosen, never typed, because a reason stays in the journal for good. */
export const erasureWhySchema = z.enum(['customerAsked', 'takenDownInError', 'noLongerNeeded']);
export type ErasureWhy = z.infer<typeof erasureWhySchema>;
/** The reason that an erasure by the retention rule carries. */
export const RETENTION_REASON = 'retention';

const spanSchema = z.object({ count: z.int().min(0), firstAtMs: z.int().nullable(), lastAtMs: z.int().nullable() });

/** One person as this desk knows them: everything that stands under one random id. */
export const foundPersonSchema = z.object({
  subjectId: z.string(),
  /** Surname and masked number, as lists show them. */
  shown: z.string(),
  conversations: spanSchema,
  specialCalls: spanSchema,
  workOrders: spanSchema,
  /** Rehearsals: those of a colleague of this name with the remarks on their role plays, or one in which somebody typed the name or number. */
  rehearsals: spanSchema,
  /** An alert in whose words the name or the number stands, by itself. */
  alerts: spanSchema,
  /** Searches in vain, or reported missing, in which the name or number was typed: what one desk kept of one day goes together. */
  searches: spanSchema,
  /** Matters that are not over: they are brought to an end before anything is erased. */
  open: z.array(z.object({ what: z.enum(['conversation', 'specialCall', 'workOrder', 'alert']), label: z.string() })),
});
export type FoundPerson = z.infer<typeof foundPersonSchema>;

export const erasurePreviewSchema = z.object({
  /** Events that lose their contents: own ones, and those that other desks sent. */
  ownEvents: z.int().min(0),
  foreignEvents: z.int().min(0),
  /** Copies of the database that still hold the data; they go as soon as a new backup is made and checked. */
  backups: z.array(z.object({ name: z.string(), madeAtMs: z.int() })),
  setAside: z.array(z.string()),
  /** The erasure goes on to the server and the site's other desks. */
  travels: z.boolean(),
});

/** What has a time of its own to be kept: days after a matter ended, or (searches) after they were typed. */
export const retentionKindSchema = z.enum([
  'conversations',
  'specialCalls',
  'workOrders',
  /** Alerts without an order; those of an order go with it. */
  'alerts',
  'searches',
  'rehearsals',
]);
export type RetentionKind = z.infer<typeof retentionKindSchema>;

const retentionLineSchema = z.object({
  kind: retentionKindSchema,
  /** 0: kept for good. */
  days: z.int().min(0),
  /** What is past its time now and goes with the next round. */
  due: z.int().min(0),
  /** When the next one is past its time; null while nothing is or everything is kept. */
  nextAtMs: z.int().nullable(),
});
export type RetentionLine = z.infer<typeof retentionLineSchema>;

export const privacyOverviewSchema = z.object({
  retention: z.array(retentionLineSchema),
  /** When the last round was, null before the first. */
  lastRoundAtMs: z.int().nullable(),
  /** Erasures asked for by people, the latest first. */
  erasures: z.array(
    z.object({ atMs: z.int(), personName: z.string(), reason: z.string(), events: z.int().min(0), people: z.int() }),
  ),
  /** Contacts whose data is gone and that figures still count. */
  keptFigures: z.int().min(0),
  /** What still has to be done after an erasure: copies that hold the data, or a log that a reader holds on to. */
  unfinished: z.enum(['none', 'working', 'backupFailed', 'journalDamaged', 'logHeld']),
});
export type PrivacyOverview = z.infer<typeof privacyOverviewSchema>;

const forLeads = { notSignedIn: callErrors.notSignedIn, notAllowed: callErrors.notAllowed };
const chosenPeople = z.array(z.string().min(1).max(80)).min(1).max(20);

/** For leads and administrators: what this desk knows of a person, and taking it away for good. */
export const privacyContract = {
  /** By whole number, by name, or both; everything that fits one of them. */
  find: query
    .errors(forLeads)
    .input(z.object({ number: z.string().max(24).default(''), name: z.string().trim().max(20).default('') }))
    .output(z.array(foundPersonSchema)),
  preview: query
    .errors(forLeads)
    .input(z.object({ subjectIds: chosenPeople }))
    .output(erasurePreviewSchema),
  /** Erases for good; refused while something of theirs is still open. */
  erase: command
    .errors({ notAllowed: callErrors.notAllowed })
    .input(z.object({ subjectIds: chosenPeople, why: erasureWhySchema }))
    .output(
      z.discriminatedUnion('outcome', [
        z.object({ outcome: z.literal('erased'), events: z.int().min(0) }),
        z.object({ outcome: z.literal('stillOpen') }),
      ]),
    ),
  overview: query.errors(forLeads).output(privacyOverviewSchema),
  /** Carries out what is past its time now instead of at the next round. */
  applyRetention: command.errors({ notAllowed: callErrors.notAllowed }).output(z.object({ erased: z.int().min(0) })),
};

/** What figures keep of a contact whose data was erased: nothing of it says who the customer was. */
export const figuresKept = declareEvent(
  'record.figuresKept',
  1,
  z.strictObject({
    kind: z.enum(['conversation', 'specialCall']),
    ownerId: z.string().nullable(),
    entryId: z.string(),
    channel: channelSchema,
    state: z.string(),
    /** Id of the outcome, or how a special call ended; empty without one. */
    outcome: z.string(),
    startedAtMs: z.int(),
    endedAtMs: z.int().nullable(),
    /** Lines that were said on the way to an accepted finding. */
    helped: z.array(z.strictObject({ entryId: z.string(), stage: stageSchema })),
  }),
);
