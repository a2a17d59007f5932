import type { CounterShown, Slip } from '#contract/counter.ts';
import type { ChangeTopic } from '#contract/system.ts';
import type { Language } from '#contract/vocabulary.ts';
import type { ChangeFeed } from '../system/change-feed.ts';

/** What stands before the customer. It lives in memory alone: after a restart the window welcomes, whatever it showed before. */
export interface CounterDisplay {
  show(slip: Slip, language: Language): void;
  blank(): void;
  isShowing(): boolean;
  /** What to show now, and again after every change, until `signal` aborts or the desk closes. */
  follow(signal: AbortSignal | undefined, siteName: () => string): AsyncGenerator<CounterShown, void, void>;
}

export function createCounterDisplay(changes: ChangeFeed<ChangeTopic>): CounterDisplay {
  let slip: Slip | null = null;
  let language: Language = 'zh-CN';

  const become = (next: Slip | null): void => {
    if (next === slip) return;
    slip = next;
    changes.announce(['counter']);
  };

  return {
    show(next, spoken) {
      language = spoken;
      become(next);
    },
    blank: () => become(null),
    isShowing: () => slip !== null,
    async *follow(signal, siteName) {
      const wakes = changes.follow(signal);
      // Listening begins before the first answer, so that nothing that changes in between is missed.
      let woken = wakes.next();
      for (;;) {
        yield { slip, siteName: siteName(), language };
        for (;;) {
          const wake = await woken;
          if (wake.done) return;
          woken = wakes.next();
          if (wake.value.topics.includes('counter') || wake.value.topics.includes('siteRules')) break;
        }
      }
    },
  };
}
