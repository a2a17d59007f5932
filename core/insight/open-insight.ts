import { zoneNoted } from '#contract/insight/events.ts';
import type { CoreOptions } from '../core-options.ts';
import type { WriteHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { noExchangeHost } from '../library/exchange/exchange-host.ts';
import { systemTimer } from '../reminders/watch-host.ts';
import { workerBeside } from '../worker-beside.ts';
import { notedZone } from './count-repo.ts';
import { figuresInWorker } from './figures-in-worker.ts';
import { followLint } from './follow-lint.ts';
import { followTalks } from './follow-talks.ts';
import { insightHandlers } from './handlers.ts';

export interface OpenInsightParts
  extends Pick<CoreOptions, 'clock' | 'ids' | 'logger' | 'timeZone' | 'exchange' | 'verifyWorkerUrl'> {
  readonly db: WriteHandle;
  readonly journal: Journal;
  readonly catalogue: Catalogue;
  readonly installId: string;
  readonly dataKey: Uint8Array;
  /** The database file. */
  readonly file: string;
}

/** Puts insight together: who listens to what happens, who reads the sums, and who answers the screen. */
export function openInsight(parts: OpenInsightParts) {
  const { db, journal, installId, timeZone, file, dataKey } = parts;
  const talks = followTalks(parts);
  const notes = followLint(parts);
  const reader = figuresInWorker(
    workerBeside(parts.verifyWorkerUrl, '../insight', 'insight-worker'),
    { file, dataKey },
    systemTimer,
  );
  return {
    handlers: insightHandlers({ ...parts, reader, chosenPath: (parts.exchange ?? noExchangeHost).chosenPath }),
    start(): void {
      if (notedZone(db, installId) !== timeZone) {
        journal.transaction(null, (tx) => tx.append(zoneNoted, { timeZone }));
      }
      talks.catchUp();
    },
    stop(): void {
      notes.stop();
      reader.stop();
    },
  };
}
