import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { stageSchema } from './vocabulary.ts';

/** Plain text; 〔称呼〕 is a gap that the desk asks about. Template signs have no place in it. */
const ownTextSchema = z
  .string()
  .trim()
  .min(2)
  .max(600)
  .regex(/^(?:(?!\{\{|\{%)[^\p{Co}])*$/u, 'plain text');

const personalVariantsSchema = z.object({
  standard: ownTextSchema,
  short: ownTextSchema.optional(),
  soothing: ownTextSchema.optional(),
  written: ownTextSchema.optional(),
});

/** 个人口径 as its owner writes it. */
export const personalTextSchema = z.object({
  title: z.string().trim().min(2).max(60),
  variants: personalVariantsSchema,
  keywords: z.array(z.string().trim().min(1).max(30)).max(12).default([]),
  scene: z.string().max(60).nullable().default(null),
  stage: stageSchema.nullable().default(null),
});
export type PersonalText = z.infer<typeof personalTextSchema>;

const personalLineSchema = personalTextSchema.extend({
  entryId: z.string(),
  version: z.int().min(1),
  writtenAtMs: z.int(),
});
export type PersonalLine = z.infer<typeof personalLineSchema>;

export const personalLinesContract = {
  /** The lines the signed-in person wrote for themselves, newest first; nobody else's, ever. */
  personalLines: query.output(z.array(personalLineSchema)),
  /** Writes a new line, or, with `entryId` and the `version` that was read, changes one. */
  writePersonalLine: command
    .errors({ notFound: callErrors.notFound, outOfDate: callErrors.outOfDate })
    .input(personalTextSchema.extend({ entryId: z.string().optional(), version: z.int().min(1).optional() }))
    .output(personalLineSchema),
  removePersonalLine: command
    .errors({ notFound: callErrors.notFound })
    .input(z.object({ entryId: z.string() }))
    .output(z.null()),
};

export const personalLineWritten = declareEvent(
  'personalLine.written',
  1,
  z.object({
    entryId: z.string(),
    version: z.int().min(1),
    entryHash: z.string(),
    title: z.string(),
    variants: z.object({
      standard: z.string(),
      short: z.string().optional(),
      soothing: z.string().optional(),
      written: z.string().optional(),
    }),
    keywords: z.array(z.string()),
    scene: z.string().nullable(),
    stage: stageSchema.nullable(),
  }),
);
export const personalLineRemoved = declareEvent('personalLine.removed', 1, z.object({ entryId: z.string() }));
