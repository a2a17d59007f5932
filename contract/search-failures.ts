import { z } from 'zod';
import { query } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { channelSchema, stageSchema } from './vocabulary.ts';

/** `near`: only lines that come near were found; `none`: nothing at all. */
const foundSchema = z.enum(['none', 'near']);

/** How it ended: a line was taken all the same, or the search was given up. */
const endSchema = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('copied'), entryId: z.string() }),
  z.strictObject({ how: z.literal('said'), entryId: z.string() }),
  z.strictObject({ how: z.literal('givenUp'), why: z.enum(['cleared', 'idle', 'conversationEnded', 'otherPerson']) }),
]);
export type SearchEnd = z.infer<typeof endSchema>;

/** A search that found nothing that fits, with what was tried after it and how it ended. Numbers are masked. */
export const searchFailed = declareEvent(
  'search.failed',
  1,
  z.strictObject({
    text: z.string(),
    channel: channelSchema.nullable(),
    scene: z.string().nullable(),
    stage: stageSchema.nullable(),
    found: foundSchema,
    triedNext: z.array(z.string()),
    end: endSchema,
    /** The lead was told of it with one key. */
    reported: z.boolean(),
  }),
);

const solvedBySchema = z.object({ entryId: z.string(), title: z.string(), times: z.int().min(1) });

const searchFailureSchema = z.object({
  /** As it was typed last. */
  text: z.string(),
  times: z.int().min(1),
  people: z.int().min(0),
  lastAtMs: z.int(),
  found: foundSchema,
  reported: z.int().min(0),
  givenUp: z.int().min(0),
  /** What was typed after it, the most usual first. */
  triedNext: z.array(z.string()),
  /** Lines that were taken in the end, the most usual first. */
  solvedBy: z.array(solvedBySchema),
});
export type SearchFailure = z.infer<typeof searchFailureSchema>;

export const searchFailuresContract = {
  /** What is looked for in vain on this desk, the most usual first: for leads, who write the missing lines. */
  failures: query
    .errors({ notSignedIn: callErrors.notSignedIn, notAllowed: callErrors.notAllowed })
    .input(
      z.object({ days: z.int().min(1).max(366).default(30), limit: z.int().min(1).max(200).default(50) }).prefault({}),
    )
    .output(z.array(searchFailureSchema)),
};
