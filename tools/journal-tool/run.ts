import { tellEvents } from './export.ts';
import { openOutside } from './open-outside.ts';
import { tellStats } from './stats.ts';
import { tellVerification } from './verify.ts';
import type { Voice } from './voice.ts';

const EXIT = { whole: 0, faults: 1, notChecked: 2 } as const;

const USAGE = [
  'counterpart-journal verify <data folder>   checks the journal: order, hashes, erasures, head file, guards',
  'counterpart-journal stats <data folder>    counts what the journal holds',
  'counterpart-journal export <data folder> [--recovery-key <printed key>]   prints every event, one JSON text a line',
  '',
  'Changes nothing; the app may be running. Only export with the recovery key reads payloads, which hold personal data:',
  'send it to a file that only you can read. Exit code 0: whole, 1: faults found, 2: could not check.',
];

export function runJournalTool(words: readonly string[], voice: Voice): number {
  const [command, folder, ...more] = words;
  if (command === 'help' || command === '--help') {
    for (const line of USAGE) voice.out(line);
    return EXIT.whole;
  }
  const recoveryKey = command === 'export' && more[0] === '--recovery-key' ? (more[1] ?? '') : null;
  const known = command === 'verify' || command === 'stats' || command === 'export';
  if (!known || folder === undefined || more.length > (recoveryKey === null ? 0 : 2) || recoveryKey === '') {
    for (const line of USAGE) voice.error(line);
    return EXIT.notChecked;
  }
  try {
    const outside = openOutside(folder);
    try {
      if (command === 'export') return EXIT[tellEvents(outside.db, recoveryKey, voice)];
      if (command === 'verify') return tellVerification(outside, voice) ? EXIT.whole : EXIT.faults;
      tellStats(outside.db, voice);
      return EXIT.whole;
    } finally {
      outside.close();
    }
  } catch (error) {
    voice.error(`Could not check ${folder}: ${error instanceof Error ? error.message : String(error)}.`);
    return EXIT.notChecked;
  }
}
