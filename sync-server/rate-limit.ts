/** Lets each caller send so many requests a minute, with as much again saved up from a quiet minute. */
export interface RateLimit {
  /** 0 when it may pass, otherwise the seconds to wait. */
  waitSeconds(caller: string, nowMs: number): number;
}

const MOST_CALLERS = 50_000;

export function createRateLimit(perMinute: number): RateLimit {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  const perMs = perMinute / 60_000;
  return {
    waitSeconds(caller, nowMs) {
      const bucket = buckets.get(caller) ?? { tokens: perMinute, atMs: nowMs };
      const tokens = Math.min(perMinute, bucket.tokens + Math.max(0, nowMs - bucket.atMs) * perMs);
      buckets.delete(caller);
      buckets.set(caller, { tokens: tokens >= 1 ? tokens - 1 : tokens, atMs: nowMs });
      // The longest unseen goes first, so that strangers cannot fill the memory.
      const oldest = buckets.size > MOST_CALLERS ? buckets.keys().next().value : undefined;
      if (oldest !== undefined) buckets.delete(oldest);
      return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perMs / 1_000);
    },
  };
}
