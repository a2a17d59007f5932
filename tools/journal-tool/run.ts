import type { EventSealer } from '#core/journal/sealing.ts';
import { sealerFrom, tellEvents } from './export.ts';
import { type JournalFiles, journalsIn } from './journals.ts';
import { openOutside } from './open-outside.ts';
import { tellStats } from './stats.ts';
import { tellVerification } from './verify.ts';
import { about, type Voice } from './voice.ts';

const EXIT = { whole: 0, faults: 1, notChecked: 2 } as const;
type Outcome = keyof typeof EXIT;

const USAGE = [
  'counterpart-journal verify <data folder>   checks the journals: order, hashes, erasures, head files, guards',
  'counterpart-journal stats <data folder>    counts what the journals hold',
  'counterpart-journal export <data folder> [--recovery-key <printed key>]   prints every event, one JSON text a line',
  '',
  'A data folder has a journal of live work, and one of rehearsals once somebody rehearsed: every line says which it is about.',
  'Changes nothing; the app may be running. Only export with the recovery key reads payloads, which hold personal data:',
  'send it to a file that only you can read. Exit code 0: both whole, 1: faults found in one, 2: one could not be checked.',
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
  const { present, missing } = journalsIn(folder);
  const outcomes: Outcome[] = missing.map(({ name, why }) => {
    voice.error(`${name}: could not be checked in ${folder}: ${why}.`);
    return 'notChecked';
  });
  const look = (journal: JournalFiles, tell: (outside: ReturnType<typeof openOutside>) => Outcome): Outcome => {
    try {
      const outside = openOutside(journal);
      try {
        return tell(outside);
      } finally {
        outside.close();
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      voice.error(`${journal.name}: could not be checked in ${folder}: ${why}.`);
      return 'notChecked';
    }
  };
  if (command === 'export') return EXIT[worst([...outcomes, ...exported(present, recoveryKey, look, voice)])];
  for (const journal of present) {
    const told = about(journal.name, voice);
    outcomes.push(
      look(journal, (outside) => {
        if (command === 'verify') return tellVerification(outside, told) ? 'whole' : 'faults';
        tellStats(outside.db, told);
        return 'whole';
      }),
    );
  }
  return EXIT[worst(outcomes)];
}

/** Live work first: its database keeps the wrapped key, without which nothing is printed where a key was given. */
function exported(
  present: readonly JournalFiles[],
  recoveryKey: string | null,
  look: (journal: JournalFiles, tell: (outside: ReturnType<typeof openOutside>) => Outcome) => Outcome,
  voice: Voice,
): Outcome[] {
  let sealer: EventSealer | null = null;
  return present.map((journal) =>
    look(journal, ({ db }) => {
      if (recoveryKey !== null && journal.name === 'work') sealer = sealerFrom(db, recoveryKey, voice);
      if (recoveryKey !== null && sealer === null) return 'notChecked';
      return tellEvents(db, journal.name, sealer, voice);
    }),
  );
}

/** Faults weigh more than what could not be looked at: they are there for certain. */
function worst(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('faults')) return 'faults';
  return outcomes.includes('notChecked') ? 'notChecked' : 'whole';
}
