import type { JournalFault, JournalHealth, JournalPlace } from '#contract/journal.ts';

/** What a verification of the whole journal has found so far. */
export interface Verification {
  readonly through: JournalPlace | null;
  readonly faults: readonly JournalFault[];
  readonly done: boolean;
}

export interface Health {
  now(): Pick<JournalHealth, 'verifiedThrough' | 'state' | 'faults' | 'acknowledged'>;
  record(verification: Verification): void;
  /** These are known from now on and count no more. */
  acknowledge(known: readonly JournalFault[]): void;
}

const keyOf = (fault: FaultPlace): string => `${fault.code}/${fault.epoch}/${fault.seq}`;
export type FaultPlace = Pick<JournalFault, 'code' | 'epoch' | 'seq'>;

/** Gathers findings from start and worker; a fault, once found, stays until the core starts again or somebody takes note. */
export function createHealth(atStart: readonly JournalFault[]): Health {
  const faults = new Map<string, JournalFault>();
  const acknowledged = new Map<string, JournalFault>();
  let through: JournalPlace | null = null;
  let done = false;

  function add(found: readonly JournalFault[]): void {
    for (const fault of found) {
      if (!acknowledged.has(keyOf(fault))) faults.set(keyOf(fault), fault);
    }
  }

  add(atStart);
  return {
    now() {
      const state = faults.size > 0 ? 'broken' : done ? 'whole' : 'verifying';
      return {
        verifiedThrough: through,
        state,
        faults: [...faults.values()],
        acknowledged: [...acknowledged.values()],
      };
    },
    acknowledge(known) {
      for (const fault of known) {
        faults.delete(keyOf(fault));
        acknowledged.set(keyOf(fault), fault);
      }
    },
    record(verification) {
      add(verification.faults);
      through = verification.through ?? through;
      done = done || verification.done;
    },
  };
}
