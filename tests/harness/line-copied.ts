import { z } from 'zod';
import { declareEvent } from '#contract/declare-event.ts';

/** An event for tests of the journal itself; no slice of the product reads it. */
export const lineCopied = declareEvent(
  'line.copied',
  1,
  z.strictObject({ lineId: z.string(), customerName: z.string().optional() }),
);
