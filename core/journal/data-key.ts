import { timingSafeEqual } from 'node:crypto';
import { readMeta, writeMeta } from '../db/meta-repo.ts';
import type { ReadHandle, WriteHandle } from '../db/open.ts';
import type { Ids } from '../ids.ts';
import { DATA_KEY_BYTES, derivedKey } from './derived-key.ts';
import { createJournalReader } from './journal-repo.ts';
import { makeRecoverySecret, printRecoveryKey, readRecoveryKey, unwrapDataKey, wrapDataKey } from './recovery-key.ts';

/** Where the data key is kept outside the database: the system's keystore, or a key file where there is none. */
export interface Secrets {
  /** Null where no key was ever stored. */
  loadDataKey(): Promise<Uint8Array | null>;
  storeDataKey(key: Uint8Array): Promise<void>;
  readonly protection: 'keystore' | 'keyFile';
}

export type DataKeyOutcome =
  /** `recoveryKey` is given once, when the key was made: it must be printed now. */
  | { readonly outcome: 'ready'; readonly key: Uint8Array; readonly recoveryKey: string | null }
  /** The stored key is not the one this database was written with. */
  | { readonly outcome: 'wrongKey' }
  /** The database is written with a key that this computer does not have. */
  | { readonly outcome: 'missingKey' };

export type RecoveryOutcome =
  | { readonly outcome: 'ready'; readonly key: Uint8Array }
  | { readonly outcome: 'misspelt'; readonly position: number | null }
  | { readonly outcome: 'wrongLength'; readonly expected: number; readonly found: number }
  /** Well spelt, but the recovery key of another database or an older printout. */
  | { readonly outcome: 'otherKey' };

/** Finds the data key of a migrated database; for a new database makes, stores and wraps one. */
export async function obtainDataKey(db: WriteHandle, secrets: Secrets, ids: Ids): Promise<DataKeyOutcome> {
  const loaded = await secrets.loadDataKey();
  if (readMeta(db, 'keyCheck') === null && createJournalReader(db).lastPosition() === 0) {
    // The keystore first: a database must never be marked with a key that is kept nowhere.
    const key = loaded ?? new Uint8Array(ids.bytes(DATA_KEY_BYTES));
    if (loaded === null) await secrets.storeDataKey(key);
    const recoveryKey = db.transaction(() => {
      writeMeta(db, 'keyCheck', keyCheckOf(key));
      return renewRecoveryKey(db, key, ids);
    })();
    return { outcome: 'ready', key, recoveryKey };
  }
  if (loaded === null) return { outcome: 'missingKey' };
  return isKeyOf(db, loaded) ? { outcome: 'ready', key: loaded, recoveryKey: null } : { outcome: 'wrongKey' };
}

/** Makes and wraps a new recovery key and returns it for printing; the printout before it stops working. */
export function renewRecoveryKey(db: WriteHandle, dataKey: Uint8Array, ids: Ids): string {
  const secret = makeRecoverySecret(ids.bytes);
  writeMeta(db, 'wrappedDataKey', wrapDataKey(dataKey, secret, ids.bytes));
  return printRecoveryKey(secret);
}

/** Gets the data key back from a printed recovery key and stores it on this computer. */
export async function recoverDataKey(db: ReadHandle, secrets: Secrets, typed: string): Promise<RecoveryOutcome> {
  const outcome = dataKeyFrom(db, typed);
  if (outcome.outcome === 'ready') await secrets.storeDataKey(outcome.key);
  return outcome;
}

/** The data key that a printed recovery key opens in this database. */
export function dataKeyFrom(db: ReadHandle, typed: string): RecoveryOutcome {
  const reading = readRecoveryKey(typed);
  if (reading.outcome !== 'read') return reading;
  const wrapped = readMeta(db, 'wrappedDataKey');
  const key = wrapped === null ? null : unwrapDataKey(wrapped, reading.secret);
  if (key === null || !isKeyOf(db, key)) return { outcome: 'otherKey' };
  return { outcome: 'ready', key };
}

function isKeyOf(db: ReadHandle, key: Uint8Array): boolean {
  const stored = readMeta(db, 'keyCheck');
  if (stored === null || key.length !== DATA_KEY_BYTES) return false;
  const own = keyCheckOf(key);
  return stored.length === own.length && timingSafeEqual(stored, own);
}

/** Derived one-way from the data key; says whether a key is the right one and nothing else. */
export function keyCheckOf(key: Uint8Array): Uint8Array {
  return derivedKey(key, 'keyCheck').subarray(0, 16);
}
