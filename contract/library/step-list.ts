import { z } from 'zod';
import { channelSchema } from '../vocabulary.ts';
import { entryBaseShape, entryIdSchema, sceneIdSchema } from './entry-base.ts';

/** 服务规范: what to do in which order, before the shift, serving, guiding, taking money, closing. */
export const stepListSchema = z.strictObject({
  kind: z.literal('stepList'),
  ...entryBaseShape,
  scene: sceneIdSchema,
  channels: z.array(channelSchema).default([]).describe('empty: every channel'),
  aim: z.string().min(4).max(80).describe('what it is good for, in one sentence'),
  steps: z
    .array(
      z.strictObject({
        do: z.string().min(2).max(80),
        say: entryIdSchema.optional().describe('line to say with it'),
        seconds: z.int().min(1).max(3600).optional().describe('how long it takes or may take'),
      }),
    )
    .min(2)
    .max(15),
  avoid: z.array(z.string().min(2).max(60)).default([]).describe('what spoils it'),
});
