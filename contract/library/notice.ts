import { z } from 'zod';
import { channelSchema } from '../vocabulary.ts';
import { entryBaseShape, entryIdSchema, sceneIdSchema, siteMomentSchema } from './entry-base.ts';
import { variableSchema, variantsSchema } from './line.ts';

/** From one moment to another; or, in a template, for how many hours once somebody puts it in force. */
export const noticePeriodSchema = z.union([
  z.strictObject({ from: siteMomentSchema, to: siteMomentSchema }),
  z.strictObject({ hours: z.int().min(1).max(2160) }),
]);

/** 临时口径: what is said during an incident or a campaign, where, until when, and by whom. */
export const noticeSchema = z.strictObject({
  kind: z.literal('notice'),
  ...entryBaseShape,
  scene: sceneIdSchema,
  level: z.enum(['attention', 'serious', 'major']).default('attention').describe('how loudly the desk shows it'),
  scope: z.strictObject({
    sites: z.array(z.string().min(1).max(40)).default([]).describe('names of sites; empty: every site'),
    scenes: z
      .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'scenes of a scope look like pack/scene'))
      .default([])
      .describe('pack/scene of the lines it stands before; empty: all'),
    channels: z.array(channelSchema).min(1),
  }),
  period: noticePeriodSchema,
  speaker: z.enum(['everyone', 'lead', 'spokesperson']).default('everyone').describe('who may say it to the outside'),
  othersSay: entryIdSchema.optional().describe('what everybody else says instead; needed unless everyone may speak'),
  variants: variantsSchema,
  variables: z.array(variableSchema).default([]),
  fragments: z.array(entryIdSchema).default([]),
  lines: z.array(entryIdSchema).default([]).describe('lines of the library to use along with it'),
  basis: z.array(entryIdSchema).default([]),
  contact: z.strictObject({
    post: z.string().min(2).max(30).describe('who knows more'),
    reach: z.string().min(2).max(60).describe('how to reach them; a site puts its own number in'),
  }),
  tell: z
    .array(z.strictObject({ post: z.string().min(2).max(30), withinMinutes: z.int().min(1).max(1440) }))
    .default([])
    .describe('who must be told, and how fast'),
});
export type Notice = z.infer<typeof noticeSchema>;
