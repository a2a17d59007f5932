import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';

/**
 * `whole`: opened and checked after it was made. `damaged`: a copy of a journal that had faults, kept because it may hold
 * what no other copy holds. `beforeUpgrade`: made before a new version changed the database.
 */
export const backupKindSchema = z.enum(['whole', 'damaged', 'beforeUpgrade']);
export const backupSchema = z.object({
  /** Its file's name inside the backup folder. */
  name: z.string(),
  kind: backupKindSchema,
  madeAtMs: z.int(),
  sizeBytes: z.int(),
});
export type Backup = z.infer<typeof backupSchema>;

export const backupOverviewSchema = z.object({
  folder: z.string(),
  /** Newest first. */
  backups: z.array(backupSchema),
  /** One is being made right now. */
  running: z.boolean(),
  /** Why the last try did not end in a whole backup; null when it did. */
  problem: z.enum(['full', 'failed', 'damaged']).nullable(),
  /** Databases that a restore put aside, by the time it did. */
  setAside: z.array(z.object({ name: z.string(), sizeBytes: z.int() })),
  mayRestore: z.boolean(),
});
export type BackupOverview = z.infer<typeof backupOverviewSchema>;

export const backupsContract = {
  overview: query.errors({ notSignedIn: callErrors.notSignedIn }).output(backupOverviewSchema),
  /** Makes one now and checks it. */
  make: command.output(backupOverviewSchema),
  /** Puts a backup in the place of the database, which is kept aside; the core starts again. */
  restore: command
    .errors({
      notAllowed: callErrors.notAllowed,
      notFound: callErrors.notFound,
      backupUnusable: callErrors.backupUnusable,
    })
    .input(z.object({ name: z.string().max(200) }))
    .output(z.null()),
};

/** The journal goes on from this backup; stored behind `journal.restored` with who asked for it. */
export const backupRestored = declareEvent(
  'backup.restored',
  1,
  z.strictObject({ backup: z.string(), madeAtMs: z.int(), erasedAgain: z.int().min(0) }),
);
