import { z } from 'zod';
import { entryBaseShape, sceneIdSchema } from './entry-base.ts';

/** Why the second wording is better; the principles of rewording. */
export const rewordingPrincipleSchema = z.enum([
  'ownIt',
  'feelingsFirst',
  'canFirst',
  'nextAndWhen',
  'protects',
  'realReason',
  'plainWords',
  'askDontOrder',
]);

/** 换一种说法: a table of say-this-instead pairs that no single forbidden phrase stands for. */
export const rewordingSchema = z.strictObject({
  kind: z.literal('rewording'),
  ...entryBaseShape,
  scene: sceneIdSchema,
  pairs: z
    .array(
      z.strictObject({
        from: z.string().min(2).max(120).describe('as it slips out'),
        to: z.string().min(2).max(200).describe('ready to be said'),
        principle: rewordingPrincipleSchema,
      }),
    )
    .min(1),
});
