import { z } from 'zod';

/** Working hours are counted by the site's opening hours, elapsed time by the clock alone. */
const limitClockSchema = z.enum(['working', 'elapsed']);

export const limitSchema = z.object({ clock: limitClockSchema, minutes: z.int().min(1) });

/** A moment by which something is due, with everything needed to explain it: 「4 个工作小时：今天 16:20 至 明天 10:20」. */
export const deadlineSchema = z.object({
  dueAtMs: z.int(),
  limit: limitSchema,
  /** The stretches of time that were counted, in order; closed nights lie between them. */
  stretches: z.array(z.object({ fromMs: z.int(), toMs: z.int() })).readonly(),
  /** False when it ran through a year whose public holidays are not known: that year counts as plain weekdays. */
  calendarKnown: z.boolean(),
});
export type DeadlineView = z.infer<typeof deadlineSchema>;
