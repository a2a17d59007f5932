import { z } from 'zod';
import { conversationBrokenOff, conversationFinished } from '#contract/conversation/events.ts';
import { lineCopied, lineSaid, missingReported } from '#contract/library.ts';
import type { SearchInput, SearchResult } from '#contract/search.ts';
import { type SearchEnd, searchFailed } from '#contract/search-failures.ts';
import type { Clock } from '#core/clock.ts';
import type { Journal, JournalTransaction } from '#core/journal/journal.ts';
import type { Logger } from '#core/logger.ts';
import { dayBucket } from '#core/privacy/day-bucket.ts';
import type { Timer } from '#core/reminders/watch-host.ts';
import { failureOf, noEpisode, type SearchEpisode, searchedFor } from './search-episode.ts';

/** Hears of searches and of what came of them, and records those that found nothing that fits. */
export interface FailedSearches {
  searched(personId: string | null, input: SearchInput, result: SearchResult): void;
  /** A line is taken: what there is to record of the search before it stands in the same transaction. */
  taken(tx: JournalTransaction, personId: string, line: TakenLine): void;
  /** The box is empty. */
  cleared(): void;
  stop(): void;
}

/** A line as it was taken from the list. */
export interface TakenLine {
  readonly how: 'copied' | 'said';
  readonly entryId: string;
}

const IDLE_MS = 60_000;
const takenLine = z.object({ entryId: z.string() });

export interface FailedSearchesParts {
  journal: Journal;
  clock: Clock;
  logger: Logger;
  /** Calls back after a minute without a search; without it an episode ends with what is done next. */
  timer: Timer | undefined;
}

/** Follows the one search box of this desk. Nothing is written while somebody types. */
export function followFailedSearches({ journal, clock, logger, timer }: FailedSearchesParts): FailedSearches {
  let episode: SearchEpisode = noEpisode;
  let personId: string | null = null;
  /** The screen asks again for what stands in the box, also after its line was taken. */
  let lastText = '';
  let stopTimer: (() => void) | null = null;

  /** What failed in the searches that end now, with how it is recorded; null where nothing did. */
  function ended(how: SearchEnd): ((tx: JournalTransaction) => void) | null {
    stopTimer?.();
    stopTimer = null;
    const failed = failureOf(episode, how);
    episode = noEpisode;
    if (failed === null || personId === null) return null;
    // Nobody in particular: it is let go of with its day.
    const bucket = dayBucket(journal.head().installId, 'searches', clock.nowMs());
    return (tx) => void tx.append(searchFailed, failed, [bucket]);
  }

  function end(how: SearchEnd): void {
    const record = ended(how);
    if (record === null) return;
    try {
      journal.transaction(personId, record);
    } catch (error) {
      // The line is taken all the same: a note for the lead is not worth a failed copy.
      logger.error('a failed search was not recorded', error);
    }
  }
  const giveUp = (why: Extract<SearchEnd, { how: 'givenUp' }>['why']) => end({ how: 'givenUp', why });

  /** The commit that is told of must be over before the next one begins. */
  const afterwards = (how: SearchEnd) => queueMicrotask(() => end(how));
  const stopListening = journal.onCommitted((events) => {
    for (const { kind, payload } of events) {
      if (kind === lineCopied.kind) afterwards({ how: 'copied', ...takenLine.parse(payload) });
      else if (kind === lineSaid.kind) afterwards({ how: 'said', ...takenLine.parse(payload) });
      else if (kind === missingReported.kind) episode = { ...episode, reported: true };
      else if (kind === conversationFinished.kind || kind === conversationBrokenOff.kind) {
        afterwards({ how: 'givenUp', why: 'conversationEnded' });
      }
    }
  });

  return {
    taken: (tx, who, line) => void (who === personId && ended(line)?.(tx)),
    searched(who, input, { hits }) {
      const text = input.text.trim();
      if (who !== personId) {
        giveUp('otherPerson');
        personId = who;
        lastText = '';
      }
      if (text === '') return giveUp('cleared');
      if (text === lastText) return;
      lastText = text;
      const found = hits.some(({ near }) => !near) ? 'exact' : hits.length > 0 ? 'near' : 'none';
      episode = searchedFor(episode, input, found);
      stopTimer?.();
      stopTimer = timer?.(IDLE_MS, () => giveUp('idle')) ?? null;
    },
    cleared() {
      lastText = '';
      giveUp('cleared');
    },
    stop() {
      stopTimer?.();
      stopListening();
    },
  };
}
