import type { JournalFault, JournalHealth, JournalPlace } from '#contract/journal.ts';

/** What a verification of the whole journal has found so far. */
export interface Verification {
  readonly through: JournalPlace | null;
  readonly faults: readonly JournalFault[];
  readonly done: boolean;
}

export interface Health {
  now(): Pick<JournalHealth, 'verifiedThrough' | 'state' | 'faults'>;
  record(verification: Verification): void;
}

/** Gathers findings from start and worker; a fault, once found, stays until the core starts again. */
export function createHealth(atStart: readonly JournalFault[]): Health {
  const faults = new Map<string, JournalFault>();
  let through: JournalPlace | null = null;
  let done = false;

  function add(found: readonly JournalFault[]): void {
    for (const fault of found) faults.set(`${fault.code}/${fault.epoch}/${fault.seq}`, fault);
  }

  add(atStart);
  return {
    now() {
      const state = faults.size > 0 ? 'broken' : done ? 'whole' : 'verifying';
      return { verifiedThrough: through, state, faults: [...faults.values()] };
    },
    record(verification) {
      add(verification.faults);
      through = verification.through ?? through;
      done = done || verification.done;
    },
  };
}
