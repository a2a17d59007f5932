import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { command, query, stream } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { journalHealthSchema } from './journal.ts';

/**
 * `needsRecoveryKey`: the data is there but its key is not (a moved or repaired PC). `needsRecoveryPrint`: a new desk
 * whose recovery key nobody has written down yet; everything works, the desk keeps reminding.
 */
export const coreStateSchema = z.enum(['ready', 'needsRecoveryPrint', 'needsRecoveryKey']);

export const systemStatusSchema = z.object({
  contractVersion: z.int(),
  state: coreStateSchema,
  keyProtection: z.enum(['keystore', 'keyFile']),
  journal: journalHealthSchema.nullable(),
  release: z.object({ version: z.string(), releaseHash: z.string(), entries: z.int() }).nullable(),
  dataDir: z.string(),
});
export type SystemStatus = z.infer<typeof systemStatusSchema>;

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
  'sync',
  'backups',
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
  changes: stream.output(eventIterator(changeSchema)),
};

export const recoveryKeyConfirmed = declareEvent('recoveryKey.confirmed', 1, z.object({ fingerprint: z.string() }));
