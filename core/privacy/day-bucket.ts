const DAY_MS = 86_400_000;

/**
 * The subject under which what is about nobody in particular is let go of: all of one desk and one day (universal time)
 * together, because a list of thousands of single ids would outweigh what it erases.
 */
export function dayBucket(installId: string, what: 'searches', atMs: number): string {
  return `${installId}/${what}/${new Date(atMs).toISOString().slice(0, 10)}`;
}

/** Buckets of every day from the one of a moment up to the last that is over before another. */
export function bucketsBetween(installId: string, what: 'searches', fromMs: number, beforeMs: number): string[] {
  const buckets: string[] = [];
  for (let day = Math.floor(fromMs / DAY_MS); (day + 1) * DAY_MS <= beforeMs; day += 1) {
    buckets.push(dayBucket(installId, what, day * DAY_MS));
  }
  return buckets;
}
