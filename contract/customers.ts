import { z } from 'zod';
import { query } from './declare-call.ts';
import { callErrors } from './errors.ts';
import { recordSummarySchema } from './records.ts';

const contactSchema = recordSummarySchema.extend({
  /** What the customer was told and what was noted: the record, or the note of one still open. */
  told: z.string(),
  /** What was promised and is not kept yet. */
  promise: z.object({ text: z.string(), dueAtMs: z.int() }).nullable(),
});

/** Everything this site knows of a customer who comes again. */
export const customerHistorySchema = z.object({
  /** Contacts before, open ones among them. */
  count: z.int(),
  lastAtMs: z.int().nullable(),
  /** The last ones, latest first. */
  contacts: z.array(contactSchema),
  openPromises: z.array(z.object({ recordId: z.string(), text: z.string(), dueAtMs: z.int() })),
  openOrders: z.array(z.object({ id: z.string(), number: z.string(), matter: z.string() })),
  /** The same matter brought up before within the given days; null when it is the first time. */
  repeat: z.object({ title: z.string(), times: z.int(), withinDays: z.int() }).nullable(),
});
export type CustomerHistory = z.infer<typeof customerHistorySchema>;

export const customersContract = {
  /** By the whole number. `leaveOut` is the conversation being led, which is no history yet. */
  history: query
    .errors({ notSignedIn: callErrors.notSignedIn })
    .input(z.object({ number: z.string().min(3).max(24), leaveOut: z.string().optional() }))
    .output(customerHistorySchema),
};
