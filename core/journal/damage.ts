import { databaseFailure } from '../db/database-failure.ts';
import { RowUnreadable } from './journal-repo.ts';
import { CommitmentBroken } from './open-row.ts';
import { SealBroken } from './sealing.ts';

/** Whether an error says that what is stored is damaged, and not that the program or the disk has a fault. */
export function saysDamage(error: unknown): boolean {
  return (
    databaseFailure(error) === 'damaged' ||
    error instanceof RowUnreadable ||
    error instanceof SealBroken ||
    error instanceof CommitmentBroken
  );
}
