import { z } from 'zod';
import { missingSchema } from '../conversation/terms.ts';
import { captureFieldSchema } from '../library/capture-field.ts';
import { variableTypeSchema, variantNameSchema } from '../library/line.ts';
import { spokenNorms } from '../library/special-call.ts';
import { renderedVariantSchema } from '../library.ts';
import { channelSchema } from '../vocabulary.ts';
import { specialCallBreakOffSchema } from './terms.ts';

/** A special call as the picker lists it; `pinyin` and `initials` are what somebody types for it without an input method. */
export const offeredSpecialCallSchema = z.object({
  entryId: z.string(),
  title: z.string(),
  sceneLabel: z.string(),
  notice: z.string(),
  /** Something is written down in it; and its flow itself has that read back. */
  takesDown: z.boolean(),
  readsBack: z.boolean(),
  channels: z.array(channelSchema),
  /** The number that starts it, always the same. */
  key: z.int().nullable(),
  words: z.array(z.string()),
  pinyin: z.string(),
  initials: z.string(),
});
export type OfferedSpecialCall = z.infer<typeof offeredSpecialCallSchema>;

const fieldSchema = captureFieldSchema.extend({
  /** Empty while not captured. Numbers of ended calls are masked. */
  value: z.string(),
  /** The way on waits for it. */
  missing: z.boolean(),
  /** It is asked for at the step where the call stands. */
  here: z.boolean(),
});
export type SpecialCallField = z.infer<typeof fieldSchema>;

const lineSchema = z.object({
  entryId: z.string(),
  title: z.string(),
  version: z.int(),
  variants: z.array(renderedVariantSchema),
  /** Gaps still open that no field of the call fills. */
  gaps: z.array(z.object({ name: z.string(), label: z.string(), type: variableTypeSchema })),
  /** Expired or withdrawn wording is not said; the step's own words still hold. */
  usable: z.boolean(),
});
export type SpecialCallLine = z.infer<typeof lineSchema>;

const waitSchema = z.object({
  seconds: z.number(),
  /** Since when it runs; null before the step's line was said. */
  sinceMs: z.int().nullable(),
  /** `silence`: it leads on by itself when nobody answers. `pause`: it only has to pass. `limit`: it should be over by then. */
  kind: z.enum(['silence', 'pause', 'limit']),
  /** After so many seconds of it one comes back with an apology. */
  apology: z.object({ seconds: z.number(), line: lineSchema }).nullable(),
});
export type SpecialCallWait = z.infer<typeof waitSchema>;

const stepSchema = z.object({
  id: z.string(),
  do: z.string(),
  hint: z.string(),
  /** A norm to keep in mind here; its figures stand in the site rules. */
  norm: z.enum(spokenNorms).nullable(),
  line: lineSchema.nullable(),
  said: z.boolean(),
  wait: waitSchema.nullable(),
  answers: z.array(z.object({ id: z.string(), label: z.string() })),
  /** How it goes on besides its answers. */
  way: z.enum(['answers', 'next', 'end']),
  /** The words of the end, when this is one. */
  ending: z.string(),
  /** `needed`: nothing goes on before it was read back; `again`: it was, then something was changed. */
  readBack: z.enum(['none', 'needed', 'again', 'done']),
  /** What stands between this step and the next one. */
  missing: z.array(missingSchema),
  /** The special call this end leads to. */
  leadsTo: z.object({ entryId: z.string(), title: z.string() }).nullable(),
});
export type SpecialCallStepView = z.infer<typeof stepSchema>;

export const specialCallViewSchema = z.object({
  id: z.string(),
  /** Rises by one with every event of this call. */
  revision: z.int().min(1),
  state: z.enum(['running', 'ended']),
  brokenOff: specialCallBreakOffSchema.nullable(),
  ending: z.string(),
  entryId: z.string(),
  title: z.string(),
  notice: z.string(),
  version: z.int(),
  channel: channelSchema,
  scene: z.string(),
  conversationId: z.string().nullable(),
  ownerId: z.string(),
  ownerName: z.string(),
  startedAtMs: z.int(),
  endedAtMs: z.int().nullable(),
  step: stepSchema,
  /** Where the call can go back to: its last step, null at the first and once ended. */
  back: z.string().nullable(),
  path: z.array(z.object({ stepId: z.string(), do: z.string(), answer: z.string() })),
  fields: z.array(fieldSchema),
  said: z.array(
    z.object({ entryId: z.string(), title: z.string(), version: z.int(), variant: variantNameSchema, atMs: z.int() }),
  ),
  /** Label and value of everything captured, in words, for reading back and handing on. */
  readOut: z.array(z.object({ id: z.string(), label: z.string(), value: z.string() })),
  /** Opened by the end of the call. */
  workOrder: z.object({ id: z.string(), number: z.string() }).nullable(),
  /** It is about an incident: what alerts in force have everybody say belongs beside it. */
  incident: z.boolean(),
  summary: z.string(),
  corrections: z.array(z.object({ atMs: z.int(), personName: z.string(), text: z.string(), reason: z.string() })),
});
export type SpecialCallView = z.infer<typeof specialCallViewSchema>;
