import { existsSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from './whole-file.ts';

/**
 * What a person asked to be put back, carried out when the core starts next, before the database is opened. `phase` says how
 * far it came, so that a restore cut off anywhere is finished by the start after.
 */
const restoreOrderSchema = z.strictObject({
  phase: z.enum(['asked', 'copied', 'setAside', 'placed']),
  backup: z.string(),
  madeAtMs: z.int(),
  personId: z.string().nullable(),
  /** The newest epoch of the database that goes; 0 where it could not be read. */
  epoch: z.int(),
  /** Where the database that goes is kept, inside the folder for such. */
  setAsideAs: z.string(),
  /** The printed recovery key in force, in hex: the backup may know an older one only. Null where it could not be read. */
  wrappedDataKey: z.string().nullable(),
});
export type RestoreOrder = z.infer<typeof restoreOrderSchema>;

export function readRestoreOrder(file: string): RestoreOrder | null {
  if (!existsSync(file)) return null;
  return restoreOrderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function writeRestoreOrder(file: string, order: RestoreOrder): void {
  writeWhole(file, JSON.stringify(order));
}

export function removeRestoreOrder(file: string): void {
  rmSync(file, { force: true });
}
