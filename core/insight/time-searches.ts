import { searchAnswered } from '#contract/insight/events.ts';
import { lineCopied, lineSaid } from '#contract/library.ts';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal/journal.ts';
import type { Logger } from '../logger.ts';
import type { FailedSearches } from '../search/failures/failed-searches.ts';

export interface TimeSearchesParts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Whoever lets a search stand for longer was called away. */
const LONGEST_MS = 600_000;

/** Hears the same searches, and records how long it took from the first letter to the line that was taken. */
export function timeSearches(heard: FailedSearches, { journal, clock, logger }: TimeSearchesParts): FailedSearches {
  let begunMs: number | null = null;
  let personId: string | null = null;
  /** The screen asks again for what stands in the box, also after its line was taken. */
  let lastText = '';

  const stopListening = journal.onCommitted((events) => {
    const taken = events.find(({ kind }) => kind === lineCopied.kind || kind === lineSaid.kind);
    if (taken === undefined || begunMs === null) return;
    const { entryId } = lineCopied.payload.parse(taken.payload);
    const ms = Math.max(0, Math.round(clock.monotonicMs() - begunMs));
    const how = taken.kind === lineCopied.kind ? 'copied' : 'said';
    const by = taken.personId;
    begunMs = null;
    // The commit that is told of must be over before the next one begins.
    if (ms <= LONGEST_MS) queueMicrotask(() => record(by, { how, entryId, ms }));
  });

  function record(by: string | null, answered: { how: 'copied' | 'said'; entryId: string; ms: number }): void {
    try {
      journal.transaction(by, (tx) => tx.append(searchAnswered, answered));
    } catch (error) {
      // The line is taken all the same: how long it took is not worth a failed copy.
      logger.error('how long a search took was not recorded', error);
    }
  }

  return {
    searched(who, input, result) {
      heard.searched(who, input, result);
      const text = input.text.trim();
      if (who !== personId || text === '') begunMs = null;
      if (text !== '' && (text !== lastText || who !== personId)) begunMs ??= clock.monotonicMs();
      personId = who;
      lastText = text;
    },
    cleared() {
      heard.cleared();
      begunMs = null;
      lastText = '';
    },
    stop() {
      heard.stop();
      stopListening();
    },
  };
}
