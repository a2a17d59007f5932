import { z } from 'zod';
import { declareEvent } from './declare-event.ts';

const hex32 = z.string().regex(/^[0-9a-f]{64}$/);
const positive = z.int().min(1);

/**
 * One journal event as it crosses a wire. `payload` and `salt` are both null after an erasure; hashes and the salt are
 * lower-case hex. The previous hash does not travel: it is the hash of the event before.
 */
export const journalEventSchema = z.strictObject({
  installId: z.string().min(1),
  epoch: positive,
  seq: positive,
  id: z.string().min(1),
  atMs: z.int(),
  personId: z.string().nullable(),
  subjectIds: z.array(z.string()),
  kind: z.string().min(1),
  schemaVersion: positive,
  payload: z.unknown(),
  salt: hex32.nullable(),
  commitment: hex32,
  hash: hex32,
});
export type JournalEvent = z.infer<typeof journalEventSchema>;

const journalFaultCodeSchema = z.enum([
  /** A stored column is not what was hashed, or the previous event is another one. */
  'hashMismatch',
  /** A sequence number is missing, doubled or out of order. */
  'sequenceBroken',
  /** An epoch changes its install, or begins without the event that explains it. */
  'epochBroken',
  /** A row's columns have types or sizes that the journal never writes. */
  'rowUnreadable',
  /** A sealed payload or salt does not open: its bytes were changed or moved. */
  'payloadUnreadable',
  /** The opened payload is not the one that was committed to. */
  'commitmentMismatch',
  /** Payload or salt is gone although no erasure event says so. */
  'erasedWithoutEvent',
  /** The head file has seen an event that the journal no longer holds. */
  'lostTail',
  /** The head file names another hash for an event that the journal holds. */
  'headMismatch',
  /** The head file is gone although the journal has events. */
  'headMissing',
  /** The head file is not 40 bytes or cannot be read. */
  'headUnreadable',
  /** A trigger that keeps the journal append-only is missing or was changed. */
  'guardMissing',
  /** SQLite itself cannot read the database on. */
  'databaseDamaged',
]);
export type JournalFaultCode = z.infer<typeof journalFaultCodeSchema>;

const journalFaultSchema = z.strictObject({
  epoch: z.int(),
  seq: z.int().nullable(),
  code: journalFaultCodeSchema,
  detail: z.string(),
});
export type JournalFault = z.infer<typeof journalFaultSchema>;

const journalPlaceSchema = z.strictObject({ epoch: z.int(), seq: z.int() });
/** A place in the journal; seq 0 of epoch 1 is the place before the first event. */
export type JournalPlace = z.infer<typeof journalPlaceSchema>;

export const journalHealthSchema = z.strictObject({
  installId: z.string(),
  epoch: z.int(),
  headSeq: z.int(),
  headHash: hex32,
  /** The last event of the unbroken run from the first event that was verified; null before the first progress. */
  verifiedThrough: journalPlaceSchema.nullable(),
  state: z.enum(['verifying', 'whole', 'broken']),
  faults: z.array(journalFaultSchema),
  /** Findings of checks at start that a lead has taken note of: they no longer count as faults. */
  acknowledged: z.array(journalFaultSchema),
});
export type JournalHealth = z.infer<typeof journalHealthSchema>;

/** The first event of the epoch that a restored backup begins; its previous hash is the head of the backup. */
export const journalRestored = declareEvent(
  'journal.restored',
  1,
  z.strictObject({
    reason: z.enum(['backup', 'otherInstall', 'salvage']),
    restoredInstallId: z.string(),
    restoredEpoch: z.int(),
    restoredSeq: z.int(),
    restoredHash: hex32,
  }),
);

/** A person's data was erased: the payloads of all earlier events about the subjects of this event are gone. */
export const journalErased = declareEvent(
  'journal.erased',
  1,
  z.strictObject({ reason: z.string().max(500), erasedEvents: z.int().min(0) }),
);

/** A lead took note of a stored finding and goes on with the journal as it is. */
export const journalFaultAcknowledged = declareEvent(
  'journal.faultAcknowledged',
  1,
  z.strictObject({ epoch: z.int(), seq: z.int().nullable(), code: journalFaultCodeSchema }),
);

/**
 * A damaged database was gone through: the events up to a place stand as they were, `rescued` later ones follow with new
 * places, times and ids unchanged; `unreadable` could not be opened, `leftOut` could not be applied without those.
 */
export const journalSalvaged = declareEvent(
  'journal.salvaged',
  1,
  z.strictObject({
    throughEpoch: z.int(),
    throughSeq: z.int(),
    rescued: z.int().min(0),
    unreadable: z.int().min(0),
    leftOut: z.int().min(0),
  }),
);

/** A check at start found something wrong; stored so that the finding outlives the head file. `lostTail` begins an epoch. */
export const journalFaultFound = declareEvent('journal.faultFound', 1, journalFaultSchema);
