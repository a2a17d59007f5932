import { z } from 'zod';
import { channelSchema, stageSchema, tierSchema } from '../vocabulary.ts';
import { entryBaseShape, entryIdSchema, sceneIdSchema } from './entry-base.ts';

export const variantNames = ['standard', 'short', 'soothing', 'written'] as const;
export const variantNameSchema = z.enum(variantNames);
export type VariantName = z.infer<typeof variantNameSchema>;

/** Template text: plain sentences with `{{ variable }}` and `{% render 'pack/fragment' %}`; rendered as text, never as markup. */
export const templateTextSchema = z
  .string()
  .min(2)
  .max(600)
  .regex(/^[^\p{Co}]*$/u, 'private-use characters have no place in wording');

export const variantsSchema = z.strictObject({
  standard: templateTextSchema,
  short: templateTextSchema,
  soothing: templateTextSchema.optional(),
  written: templateTextSchema.optional(),
});

export const variableTypeSchema = z.enum([
  'text',
  'customerName',
  'time',
  'duration',
  'digits',
  'place',
  'number',
  'money',
]);

/** A gap in a line. One without a default is asked for on the desk; it is never left as an empty hole. */
export const variableSchema = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'variable names are camelCase'),
  label: z.string().min(1).max(24),
  type: variableTypeSchema,
  default: z.string().min(1).optional(),
});
export type Variable = z.infer<typeof variableSchema>;

const wordingShape = {
  ...entryBaseShape,
  stage: stageSchema.optional(),
  scene: sceneIdSchema,
  channels: z.array(channelSchema).min(1),
  tiers: z.array(tierSchema).default([]).describe('empty: every tier'),
  variants: variantsSchema,
  variables: z.array(variableSchema).default([]),
  fragments: z.array(entryIdSchema).default([]).describe('fragments that the variants take in with render'),
  basis: z.array(entryIdSchema).default([]).describe('articles this wording rests on'),
  related: z.array(entryIdSchema).default([]),
  forbidden: z.array(entryIdSchema).default([]).describe('forbidden phrases that lie close to this wording'),
};

/** 统一解释口径: the one agreed way to explain a matter. */
export const lineSchema = z.strictObject({ kind: z.literal('line'), ...wordingShape });
export type Line = z.infer<typeof lineSchema>;

export const courtesyKindSchema = z.enum([
  'address',
  'greeting',
  'wellWishing',
  'farewell',
  'apology',
  'thanks',
  'response',
  'enquiry',
  'explanation',
  'proposal',
  'soothing',
  'empathy',
  'praise',
  'wait',
  'transfer',
  'readBack',
  'appointment',
  'reAppointment',
  'recommendation',
  'moneyHandling',
  'closing',
]);

/** When a courtesy phrase fits by itself; an absent condition holds always. */
export const occasionSchema = z.strictObject({
  dayPart: z.enum(['morning', 'noon', 'afternoon', 'evening']).optional(),
  day: z.enum(['workday', 'weekend']).optional(),
  festival: z
    .enum([
      'newYear',
      'springFestival',
      'lanternFestival',
      'qingming',
      'labourDay',
      'dragonBoat',
      'midAutumn',
      'nationalDay',
    ])
    .optional(),
  returningCaller: z.boolean().optional(),
  soundsIll: z.boolean().optional(),
});

/** 礼貌用语: greeting, apology, thanks, farewell … by kind. */
export const courtesySchema = z.strictObject({
  kind: z.literal('courtesy'),
  ...wordingShape,
  courtesyKind: courtesyKindSchema,
  occasion: occasionSchema.default({}),
});
export type Courtesy = z.infer<typeof courtesySchema>;
