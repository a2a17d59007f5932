import type { EventDeclaration } from '#contract/declare-event.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Appender } from './append.ts';
import type { StoredEvent } from './event.ts';
import type { HeadFile } from './head-file.ts';

export interface JournalTransaction {
  readonly db: WriteHandle;
  /** Stores an event and applies it to all projections. Throws (and so undoes the transaction) on an invalid payload. */
  append<Payload>(
    declaration: EventDeclaration<string, Payload>,
    payload: Payload,
    subjectIds?: readonly string[],
  ): StoredEvent<Payload>;
}

export interface TransactionParts {
  readonly db: WriteHandle;
  readonly appender: Appender;
  readonly headFile: HeadFile;
  readonly onError: (error: unknown) => void;
}

export interface Transactions {
  run<T>(personId: string | null, work: (tx: JournalTransaction) => T): T;
  onCommitted(listener: (events: StoredEvent[]) => void): () => void;
}

/** A transaction was begun inside another one, used after its end, or given work that goes on after it. */
export class TransactionMisused extends Error {
  override readonly name = 'TransactionMisused';
}

export function createTransactions({ db, appender, headFile, onError }: TransactionParts): Transactions {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  let running = false;
  const listeners = new Set<(events: StoredEvent[]) => void>();

  function run<T>(personId: string | null, work: (tx: JournalTransaction) => T): T {
    if (running) throw new TransactionMisused('a transaction is already open');
    const events: StoredEvent[] = [];
    let open = true;
    const tx: JournalTransaction = {
      db,
      append(declaration, payload, subjectIds = []) {
        if (!open) throw new TransactionMisused('this transaction has ended');
        const event = appender.append(personId, declaration, payload, subjectIds);
        events.push(event);
        return event;
      },
    };
    let result: T;
    begin.run();
    running = true;
    try {
      result = work(tx);
      if (result instanceof Promise) throw new TransactionMisused('a transaction cannot wait for a promise');
      commit.run();
    } catch (error) {
      if (db.inTransaction) rollback.run();
      appender.reload();
      throw error;
    } finally {
      open = false;
      running = false;
    }
    if (events.length > 0) announce(events);
    return result;
  }

  /** The commit stands, whatever happens here. */
  function announce(events: StoredEvent[]): void {
    attempt(() => headFile.write(appender.head()));
    for (const listener of listeners) attempt(() => listener(events));
  }

  function attempt(step: () => void): void {
    try {
      step();
    } catch (error) {
      onError(error);
    }
  }

  return {
    run,
    onCommitted(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
