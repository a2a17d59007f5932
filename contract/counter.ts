import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { command, query, stream } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { languageSchema } from './vocabulary.ts';

const TEXT_MAX = 400;

/** Everything a customer may see, and nothing else: the window in front of them gets only this. */
export const slipSchema = z.strictObject({
  /** 王女士; empty while unknown. */
  customer: z.string().max(40),
  /** What was agreed, in plain sentences. */
  agreed: z.string().trim().min(1).max(TEXT_MAX),
  /** When they hear from us, in spoken words; empty when nothing was promised. */
  promised: z.string().max(60),
  /** Whom to turn to: place, number. */
  contact: z.string().max(80),
  orderNumber: z.string().max(30),
});
export type Slip = z.infer<typeof slipSchema>;

/** What the window in front of the customer shows: the slip, or (null) a welcome. */
export const counterShownSchema = z.object({
  slip: slipSchema.nullable(),
  siteName: z.string(),
  language: languageSchema,
});
export type CounterShown = z.infer<typeof counterShownSchema>;

export const counterContract = {
  /** A slip drafted from a conversation for the agent to correct; nothing internal is taken into it. */
  draft: query
    .errors({ notSignedIn: callErrors.notSignedIn, notFound: callErrors.notFound })
    .input(z.object({ conversationId: z.string() }))
    .output(slipSchema.extend({ agreed: z.string().max(TEXT_MAX) })),
  /** Shows a slip as the agent approved it. What a customer was shown is recorded. */
  show: command
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ conversationId: z.string(), slip: slipSchema }))
    .output(z.null()),
  /** A slip was given on paper. */
  printed: command
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ conversationId: z.string(), slip: slipSchema }))
    .output(z.null()),
  /** Back to the welcome, at once; also when nobody is signed in. */
  blank: command.output(z.null()),
  /** Whether a slip stands before the customer now. */
  shown: query.output(z.object({ showing: z.boolean() })),
  /** The one call the window before the customer can make: what to show now, and again after every change. */
  slip: stream.output(eventIterator(counterShownSchema)),
};

const slipGiven = z.strictObject({ conversationId: z.string(), slip: slipSchema });
export const slipShown = declareEvent('slip.shown', 1, slipGiven);
export const slipPrinted = declareEvent('slip.printed', 1, slipGiven);
