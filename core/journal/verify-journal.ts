import type { JournalFault, JournalFaultCode, JournalPlace } from '#contract/journal.ts';
import type { ChainCheck } from '#ledger/chain-check.ts';
import { createChainCheck } from '#ledger/chain-check.ts';
import { journalGuards } from '../db/migrations/0010-journal.ts';
import type { ReadHandle } from '../db/open.ts';
import { createGuardReader } from './guard-repo.ts';
import type { JournalReader, JournalRow } from './journal-repo.ts';
import { createJournalReader, linkOf, RowUnreadable, rowOf } from './journal-repo.ts';
import { CommitmentBroken, openSealed } from './open-row.ts';
import type { EventSealer } from './sealing.ts';
import { SealBroken } from './sealing.ts';

const BATCH = 1_000;
/** A journal that is damaged throughout is not described row by row. */
const MOST_FAULTS = 1_000;

interface EpochReport {
  readonly epoch: number;
  readonly installId: string;
  events: number;
  erased: number;
  /** Payloads that were opened and compared with their commitments; 0 without a key. */
  opened: number;
}

export interface VerifyReport {
  readonly epochs: readonly EpochReport[];
  readonly faults: readonly JournalFault[];
  /** Faults found beyond those listed. */
  readonly moreFaults: number;
  /** The last event of the run without a fault that starts where the check started. */
  readonly through: JournalPlace | null;
  readonly events: number;
}

export interface VerifyOptions {
  /** Without it payloads stay closed and only the chain is checked. */
  readonly sealer: EventSealer | null;
  /** Check only the newest so many events; the event before them is trusted. */
  readonly newest?: number;
  /** Whether SQLite's own check of the table's pages runs first. */
  readonly pages: boolean;
  readonly onProgress?: (through: JournalPlace, events: number) => void;
}

/** Checks guards, pages, chain, erasures and (with a key) payloads of the journal as it stands in one read transaction. */
export function verifyJournal(db: ReadHandle, options: VerifyOptions): VerifyReport {
  const walk = new Walk(options);
  try {
    db.transaction(() => {
      for (const [name, text] of journalGuards) walk.guard(name, text, createGuardReader(db).triggerText(name));
      if (options.pages) for (const finding of createGuardReader(db).pageFindings()) walk.damaged(finding);
      walk.rows(createJournalReader(db));
    })();
  } catch (error) {
    // Whatever SQLite cannot read any more is a finding, not a crash.
    walk.damaged(error instanceof Error ? error.message : String(error));
  }
  return walk.report();
}

class Walk {
  readonly #options: VerifyOptions;
  readonly #faults: JournalFault[] = [];
  #found = 0;
  #broken = false;
  #through: JournalPlace | null = null;
  #epochs: EpochReport[] = [];
  #events = 0;
  #place: JournalPlace = { epoch: 0, seq: 0 };

  constructor(options: VerifyOptions) {
    this.#options = options;
  }

  guard(name: string, expected: string, stored: string | null): void {
    if (stored === expected) return;
    this.#add({ epoch: 0, seq: null, code: 'guardMissing', detail: `trigger ${name} is missing or changed` });
  }

  damaged(detail: string): void {
    this.#add({ epoch: this.#place.epoch, seq: null, code: 'databaseDamaged', detail });
  }

  rows(reader: JournalReader): void {
    const end = reader.lastPosition();
    const newest = this.#options.newest;
    let position = newest === undefined ? 0 : Math.max(0, end - newest);
    const check = createChainCheck(position === 0 ? null : linkAt(reader, position));
    for (;;) {
      const rows = this.#options.sealer === null ? reader.closedAfter(position, BATCH) : reader.after(position, BATCH);
      for (const raw of rows) {
        position += 1;
        this.#row(raw, position, check);
      }
      if (rows.length < BATCH) break;
      this.#options.onProgress?.(this.#place, this.#events);
    }
    for (const fault of check.finish()) this.#add(fault);
  }

  report(): VerifyReport {
    return {
      epochs: this.#epochs,
      faults: this.#faults,
      moreFaults: this.#found - this.#faults.length,
      through: this.#through,
      events: this.#events,
    };
  }

  #row(raw: readonly unknown[], expected: number, check: ChainCheck): void {
    this.#events += 1;
    let row: JournalRow;
    try {
      row = rowOf(raw);
    } catch (error) {
      if (!(error instanceof RowUnreadable)) throw error;
      this.#add({ epoch: this.#place.epoch, seq: null, code: 'rowUnreadable', detail: error.message });
      return;
    }
    this.#place = { epoch: row.epoch, seq: row.seq };
    const epoch = this.#count(row);
    if (row.position !== expected) {
      this.#at(row, 'sequenceBroken', `stands at position ${row.position} instead of ${expected}`);
    }
    for (const fault of check.step(row)) this.#add(fault);
    if (this.#options.sealer !== null) this.#open(row, epoch, this.#options.sealer);
    if (!this.#broken) this.#through = this.#place;
  }

  #open(row: JournalRow, epoch: EpochReport, sealer: EventSealer): void {
    try {
      if (openSealed(row, sealer) !== null) epoch.opened += 1;
    } catch (error) {
      if (error instanceof SealBroken) this.#at(row, 'payloadUnreadable', error.message);
      else if (error instanceof CommitmentBroken) this.#at(row, 'commitmentMismatch', error.message);
      else throw error;
    }
  }

  #count(row: JournalRow): EpochReport {
    let epoch = this.#epochs.at(-1);
    if (epoch === undefined || epoch.epoch !== row.epoch) {
      epoch = { epoch: row.epoch, installId: row.installId, events: 0, erased: 0, opened: 0 };
      this.#epochs.push(epoch);
    }
    epoch.events += 1;
    if (row.erased) epoch.erased += 1;
    return epoch;
  }

  #at(row: JournalRow, code: JournalFaultCode, detail: string): void {
    this.#add({ epoch: row.epoch, seq: row.seq, code, detail });
  }

  #add(fault: JournalFault): void {
    this.#broken = true;
    this.#found += 1;
    if (this.#faults.length < MOST_FAULTS) this.#faults.push(fault);
  }
}

function linkAt(reader: JournalReader, position: number): ReturnType<typeof linkOf> {
  const raw = reader.after(position - 1, 1)[0];
  return raw === undefined ? null : linkOf(rowOf(raw));
}
