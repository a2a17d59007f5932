import { backupRestored } from '#contract/backups.ts';
import { readMeta, writeMeta } from '../db/meta-repo.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import { createJournalReader } from '../journal/journal-repo.ts';
import { readFact, writeFact } from '../sync/sync-state-repo.ts';
import type { ErasureLedger } from './erasure-ledger.ts';
import type { RestoreOrder } from './restore-order.ts';

/** Does again, in the restored journal, what the backup knows nothing of: later erasures and the recovery key in force. */
export function finishRestore(
  db: WriteHandle,
  journal: Journal,
  ledger: ErasureLedger,
  order: RestoreOrder,
  nowMs: number,
): { erasedAgain: number } {
  const missed = missedErasures(db, ledger);
  for (const subjectId of missed) journal.erase(null, subjectId, 'erased after the backup was made');
  journal.transaction(order.personId, (tx) => {
    const { wrappedDataKey } = order;
    if (wrappedDataKey !== null && !sameBytes(readMeta(tx.db, 'wrappedDataKey'), wrappedDataKey)) {
      writeMeta(tx.db, 'wrappedDataKey', Buffer.from(wrappedDataKey, 'hex'));
      writeMeta(tx.db, 'recoveryKeyPrinted', new Uint8Array([1]));
    }
    // What the others have had since is not here: a person looks before the desk sends anything in its new epoch.
    const { backup, madeAtMs } = order;
    if (readFact(tx.db, 'enrolment') !== null) writeFact(tx.db, 'held', { backup, madeAtMs, restoredAtMs: nowMs });
    tx.append(backupRestored, { backup: order.backup, madeAtMs: order.madeAtMs, erasedAgain: missed.size });
  });
  return { erasedAgain: missed.size };
}

/** Subjects that were erased since the copy was made which this database now is. */
export function missedErasures(db: ReadHandle, ledger: ErasureLedger): Set<string> {
  const heard = new Set(
    createJournalReader(db)
      .marks('journal.erased')
      .map(({ id }) => id),
  );
  return new Set(ledger.entries().flatMap((entry) => (heard.has(entry.eventId) ? [] : [entry.subjectId])));
}

function sameBytes(bytes: Uint8Array | null, hex: string): boolean {
  return bytes !== null && Buffer.from(bytes).toString('hex') === hex;
}
