/** Collects topics and hands them to every follower in batches, so that a burst of changes wakes a screen once. */
export interface ChangeFeed<Topic extends string> {
  announce(topics: Iterable<Topic>): void;
  /** Yields batches until `signal` aborts or the feed ends. */
  follow(signal: AbortSignal | undefined): AsyncGenerator<{ topics: Topic[] }, void, void>;
  end(): void;
}

interface Follower<Topic> {
  waiting: Set<Topic>;
  wake: (() => void) | null;
}

export function createChangeFeed<Topic extends string>(): ChangeFeed<Topic> {
  const followers = new Set<Follower<Topic>>();
  let ended = false;
  const wakeAll = (): void => {
    for (const follower of followers) follower.wake?.();
  };
  return {
    announce(topics) {
      const all = [...topics];
      for (const follower of followers) {
        for (const topic of all) follower.waiting.add(topic);
        if (all.length > 0) follower.wake?.();
      }
    },
    async *follow(signal) {
      const follower: Follower<Topic> = { waiting: new Set(), wake: null };
      followers.add(follower);
      const stop = (): void => follower.wake?.();
      signal?.addEventListener('abort', stop);
      try {
        while (!ended && !signal?.aborted) {
          if (follower.waiting.size === 0) {
            await new Promise<void>((resolve) => {
              follower.wake = resolve;
            });
            follower.wake = null;
            continue;
          }
          const topics = [...follower.waiting];
          follower.waiting.clear();
          yield { topics };
        }
      } finally {
        followers.delete(follower);
        signal?.removeEventListener('abort', stop);
      }
    },
    end() {
      ended = true;
      wakeAll();
    },
  };
}
