import type { CounterShown } from '#contract/counter.ts';
import type { CoreConnection } from '#renderer/core-client/core-connection.ts';

const AGAIN_MS = 500;

/** Tells what to show before the customer, now and after every change; null while the core is away. Returns the way to stop. */
export function followSlip(connection: CoreConnection, onShown: (shown: CounterShown | null) => void): () => void {
  let following: AbortController | null = null;

  const follow = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      try {
        for await (const shown of await connection.client.counter.slip(undefined, { signal })) {
          if (!signal.aborted) onShown(shown);
        }
      } catch {
        // The reason does not matter to a customer: the screen welcomes until the way is there again.
      }
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  };
  const onState = (): void => {
    following?.abort();
    following = null;
    if (connection.state().kind !== 'connected') {
      onShown(null);
      return;
    }
    following = new AbortController();
    void follow(following.signal);
  };

  const stop = connection.subscribe(onState);
  onState();
  return () => {
    stop();
    following?.abort();
  };
}
