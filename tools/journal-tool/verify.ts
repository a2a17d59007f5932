import type { JournalFault } from '#contract/journal.ts';
import { checkHead } from '#core/journal/check-head.ts';
import { createJournalReader } from '#core/journal/journal-repo.ts';
import { verifyJournal } from '#core/journal/verify-journal.ts';
import type { Outside } from './open-outside.ts';
import type { Voice } from './voice.ts';

const MOST_LINES = 50;

/** Checks everything that can be checked without a key and tells it; says whether no fault was found. */
export function tellVerification(outside: Outside, voice: Voice): boolean {
  const report = verifyJournal(outside.db, { sealer: null, pages: true });
  const faults = [...report.faults, ...headFaults(outside)];
  for (const epoch of report.epochs) {
    const own = faults.filter((fault) => fault.epoch === epoch.epoch).length;
    voice.out(
      `epoch ${epoch.epoch}, install ${epoch.installId}: ${epoch.events} events verified (order, hashes), ` +
        `${epoch.erased} erased, ${own === 0 ? 'no fault' : `${own} faults`}`,
    );
  }
  if (report.events === 0) voice.out('no event yet');
  voice.out(headLine(outside));
  const sealed = report.epochs.reduce((sum, epoch) => sum + epoch.events - epoch.erased, 0);
  voice.out(
    `Not read: ${sealed} payloads. They are sealed and no key is used here, so damage inside them shows only in the app.`,
  );
  for (const fault of faults.slice(0, MOST_LINES)) voice.out(faultLine(fault));
  const untold = faults.length + report.moreFaults - Math.min(faults.length, MOST_LINES);
  if (untold > 0) voice.out(`and ${untold} more faults`);
  voice.out(faults.length === 0 ? 'WHOLE' : 'BROKEN');
  return faults.length === 0;
}

function headFaults(outside: Outside): JournalFault[] {
  try {
    const fault = checkHead(outside.head, createJournalReader(outside.db));
    return fault === null ? [] : [fault];
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [{ epoch: 0, seq: null, code: 'databaseDamaged', detail: `the head cannot be compared: ${detail}` }];
  }
}

function headLine({ head }: Outside): string {
  switch (head.state) {
    case 'recorded':
      return `Head file: epoch ${head.record.epoch}, seq ${head.record.seq}`;
    case 'empty':
      return 'Head file: nothing recorded yet, so a lost end could not be noticed';
    case 'missing':
      return 'Head file: missing';
    case 'unreadable':
      return `Head file: ${head.detail}`;
  }
}

function faultLine(fault: JournalFault): string {
  return `FAULT ${fault.code} at epoch ${fault.epoch}, seq ${fault.seq ?? '?'}: ${fault.detail}`;
}
