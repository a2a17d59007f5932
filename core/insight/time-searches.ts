import { searchAnswered } from '#contract/insight/events.ts';
import type { Clock } from '../clock.ts';
import type { FailedSearches } from '../search/failures/failed-searches.ts';

/** Whoever lets a search stand for longer was called away. */
const LONGEST_MS = 600_000;

/** Hears the same searches, and records how long it took from the first letter to the line that was taken. */
export function timeSearches(heard: FailedSearches, clock: Pick<Clock, 'monotonicMs'>): FailedSearches {
  let begunMs: number | null = null;
  let personId: string | null = null;
  /** The screen asks again for what stands in the box, also after its line was taken. */
  let lastText = '';

  return {
    searched(who, input, result) {
      heard.searched(who, input, result);
      const text = input.text.trim();
      if (who !== personId || text === '') begunMs = null;
      if (text !== '' && (text !== lastText || who !== personId)) begunMs ??= clock.monotonicMs();
      personId = who;
      lastText = text;
    },
    taken(tx, who, line) {
      heard.taken(tx, who, line);
      if (begunMs === null) return;
      const ms = Math.max(0, Math.round(clock.monotonicMs() - begunMs));
      begunMs = null;
      if (ms <= LONGEST_MS) tx.append(searchAnswered, { ...line, ms });
    },
    cleared() {
      heard.cleared();
      begunMs = null;
      lastText = '';
    },
    stop: heard.stop,
  };
}
