import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { backupSchema } from './backups.ts';
import { command, query, stream } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { journalHealthSchema } from './journal.ts';

/**
 * `needsRecoveryKey`: the data is there but its key is not (a moved or repaired PC). `needsRecoveryPrint`: a new desk
 * whose recovery key nobody has written down yet; everything works, the desk keeps reminding. `needsRestore`: the database is
 * damaged where the desk needs it; `damage`, `restoreDamaged` and `goOnWithReadable` answer, and nothing else does.
 */
export const coreStateSchema = z.enum(['ready', 'needsRecoveryPrint', 'needsRecoveryKey', 'needsRestore']);

export const systemStatusSchema = z.object({
  contractVersion: z.int(),
  state: coreStateSchema,
  keyProtection: z.enum(['keystore', 'keyFile']),
  journal: journalHealthSchema.nullable(),
  release: z.object({ version: z.string(), releaseHash: z.string(), entries: z.int() }).nullable(),
  /** `full`: the disk refused a write and has not got enough space back since. */
  storage: z.enum(['enough', 'full']),
  dataDir: z.string(),
});
export type SystemStatus = z.infer<typeof systemStatusSchema>;

export const databaseDamageSchema = z.object({
  backups: z.array(backupSchema),
  /** Null when not even the list of events can be read. */
  events: z.object({ readable: z.int(), unreadable: z.int() }).nullable(),
  dataDir: z.string(),
});
export type DatabaseDamage = z.infer<typeof databaseDamageSchema>;

/** What changed, so that screens showing it read again. One topic a core slice. */
export const changeTopicSchema = z.enum([
  'system',
  'journal',
  'people',
  'settings',
  'siteRules',
  'lint',
  'library',
  'conversation',
  'specialCalls',
  'records',
  'customers',
  'counter',
  'workOrders',
  'reminders',
  'alerts',
  'incidents',
  'rehearsal',
  'drill',
  'sync',
  'backups',
  'releases',
  'privacy',
]);
export type ChangeTopic = z.infer<typeof changeTopicSchema>;
export const changeSchema = z.object({ topics: z.array(changeTopicSchema).min(1) });

export const systemContract = {
  status: query.output(systemStatusSchema),
  /** Makes a new recovery key and returns it once, for printing; the one before stops working only when this one is confirmed. */
  createRecoveryKey: command.output(z.object({ recoveryKey: z.string() })),
  /** The person typed the last group of the printed key: it is on paper. */
  confirmRecoveryKey: command
    .errors({ recoveryKeyRefused: callErrors.recoveryKeyRefused })
    .input(z.object({ recoveryKey: z.string().max(200) }))
    .output(z.null()),
  /** Opens a database whose key was lost, and keeps the key on this PC from now on. */
  unlock: command
    .errors({ recoveryKeyRefused: callErrors.recoveryKeyRefused })
    .input(z.object({ recoveryKey: z.string().max(200) }))
    .output(z.null()),
  /** What can be done about a damaged database: which backups there are, and how much of it can still be read. */
  damage: query.output(databaseDamageSchema),
  /** Puts a backup in the place of the damaged database, which is kept aside; the core starts again. */
  restoreDamaged: command
    .errors({ notFound: callErrors.notFound, backupUnusable: callErrors.backupUnusable })
    .input(z.object({ name: z.string().max(200) }))
    .output(z.null()),
  /** Goes on in a new epoch with every event that can still be read; the damaged database is kept aside. */
  goOnWithReadable: command.errors({ backupUnusable: callErrors.backupUnusable }).output(z.null()),
  /** A lead has seen what a check at start found and goes on; findings in rows of the journal stay faults. */
  acknowledgeFindings: command.errors({ notAllowed: callErrors.notAllowed }).output(z.null()),
  changes: stream.output(eventIterator(changeSchema)),
};

export const recoveryKeyConfirmed = declareEvent('recoveryKey.confirmed', 1, z.object({ fingerprint: z.string() }));
