import { z } from 'zod';
import { query } from './declare-call.ts';

const usedLineSchema = z.object({
  entryId: z.string(),
  title: z.string(),
  packTitle: z.string(),
  copied: z.int().min(0),
  said: z.int().min(0),
  /** How many people used it. */
  people: z.int().min(0),
  lastAtMs: z.int(),
});
export type UsedLine = z.infer<typeof usedLineSchema>;

const unusedLineSchema = z.object({
  entryId: z.string(),
  title: z.string(),
  packTitle: z.string(),
  /** When it was used last, before the period; null: never on this desk. */
  lastAtMs: z.int().nullable(),
});

export const libraryUsageContract = {
  /**
   * What the team says and what it leaves lying, over the last days on this desk. Personal lines are not in it. Lines that
   * are not in force today do not count as left lying.
   */
  usage: query
    .input(
      z.object({
        days: z.union([z.literal(7), z.literal(30), z.literal(90)]).default(30),
        packId: z.string().optional(),
        limit: z.int().min(1).max(200).default(50),
      }),
    )
    .output(
      z.object({
        fromAtMs: z.int(),
        copied: z.int().min(0),
        said: z.int().min(0),
        linesInForce: z.int().min(0),
        linesUsed: z.int().min(0),
        used: z.array(usedLineSchema),
        unused: z.object({ total: z.int().min(0), lines: z.array(unusedLineSchema) }),
      }),
    ),
};
