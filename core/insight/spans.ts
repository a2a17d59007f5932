/** From search to line is told in tenths of a second, up to a minute; what takes longer counts as a minute. */
const ANSWER_STEP_MS = 100;
const ANSWER_STEPS = 600;
/** Time in a stage is told in steps of five seconds, up to two hours. */
const STAGE_STEP_MS = 5_000;
const STAGE_STEPS = 1_440;

export const answerBucket = (ms: number): number => Math.min(ANSWER_STEPS, Math.floor(ms / ANSWER_STEP_MS));
export const stageBucket = (ms: number): number => Math.min(STAGE_STEPS, Math.floor(ms / STAGE_STEP_MS));
export const answerMs = (bucket: number): number => bucket * ANSWER_STEP_MS;
export const stageMs = (bucket: number): number => bucket * STAGE_STEP_MS;

/** The bucket in which the middle of all values lies (of two middles the lower); null without a value. */
export function medianBucket(counts: Iterable<readonly [bucket: number, times: number]>): number | null {
  const sorted = [...counts].sort(([a], [b]) => a - b);
  const all = sorted.reduce((sum, [, times]) => sum + times, 0);
  let seen = 0;
  for (const [bucket, times] of sorted) {
    seen += times;
    if (seen * 2 >= all) return bucket;
  }
  return null;
}
