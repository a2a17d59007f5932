import { z } from 'zod';
import { contactCallSchema, incidentSpeakerSchema } from '../library/incident-plan.ts';
import { variableValuesSchema } from '../library.ts';
import { channelSchema } from '../vocabulary.ts';

/** Before its time, in its time, over. */
export const incidentStateSchema = z.enum(['coming', 'inForce', 'ended']);
export type IncidentState = z.infer<typeof incidentStateSchema>;

/** At its time, or by a lead before it. */
export const incidentEndSchema = z.enum(['byItself', 'early']);

/** Longest time an incident may be ahead of itself, in days: what lasts longer is wording of the library. */
export const INCIDENT_MAX_DAYS = 31;

export const placeNameSchema = z.string().trim().min(1).max(40);

/** Where it holds; an empty list is everywhere. */
export const incidentScopeSchema = z.strictObject({
  places: z.array(placeNameSchema).max(100),
  channels: z.array(channelSchema).max(channelSchema.options.length),
});

/** Everything a lead decides when raising one; the plan proposes all of it. */
export const incidentTermsShape = {
  planId: z.string().max(120),
  text: z.string().trim().min(1).max(500),
  scope: incidentScopeSchema,
  toMs: z.int(),
  /** Entries of the library: notices and lines. */
  lines: z.array(z.string().max(120)).max(12),
  /** What stands in the gaps of those lines. */
  values: variableValuesSchema,
  speaker: incidentSpeakerSchema,
  /** Whom the lead named, beside those whom `speaker` lets. */
  speakerIds: z.array(z.string().max(64)).max(50),
  speakerPost: z.string().trim().min(1).max(30),
  speakerReach: z.string().trim().min(1).max(60),
  readWithinMinutes: z.int().min(1).max(720),
  contacts: z.array(contactCallSchema).max(12),
} as const;

/** A call that was tried: the post itself, or whoever stands in. */
export const contactTryShape = {
  /** Its place in the list, from 0. */
  call: z.int().min(0).max(11),
  whom: z.enum(['post', 'fallback']),
  reached: z.boolean(),
  note: z.string().trim().max(200),
} as const;
