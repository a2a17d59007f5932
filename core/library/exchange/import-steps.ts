import type { ImportStep } from '#contract/exchange.ts';
import type { ImportOutcome, ImportPreview, ImportProgress } from '#contract/library-exchange.ts';

/**
 * Turns a running import into the steps a window follows: progress as it comes (only the latest where the window is slow),
 * then how it ended. When the window stops listening the work is told to stop.
 */
export async function* importSteps(
  start: (signal: AbortSignal, onProgress: (progress: ImportProgress) => void) => Promise<ImportOutcome>,
  finish: (preview: ImportPreview) => ImportStep,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportStep> {
  const stop = new AbortController();
  const onAbort = () => stop.abort();
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted) stop.abort();
  let progress: ImportProgress | null = null;
  let ended = false;
  let wake = (): void => undefined;
  const outcome = start(stop.signal, (next) => {
    progress = next;
    wake();
  }).finally(() => {
    ended = true;
    wake();
  });
  // Awaited below; a rejection in between must not count as unhandled.
  outcome.catch(() => undefined);
  try {
    while (!ended) {
      if (progress === null) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      const step: ImportStep = { kind: 'progress', progress };
      progress = null;
      yield step;
    }
    const how = await outcome;
    if (how.outcome === 'preview') yield finish(how.preview);
    else if (how.outcome === 'refused') yield { kind: 'refused', refusal: how.refusal };
  } finally {
    signal?.removeEventListener('abort', onAbort);
    stop.abort();
  }
}
