import { z } from 'zod';
import { contactCallSchema, incidentKindSchema, incidentSpeakerSchema } from '../library/incident-plan.ts';
import { contactTryShape, incidentEndSchema, incidentScopeSchema, incidentStateSchema } from './terms.ts';

/** Something that is said while it lasts, as the person who asks may say it. */
export const incidentLineSchema = z.object({
  entryId: z.string(),
  kind: z.enum(['notice', 'line', 'courtesy']),
  title: z.string(),
  /** The whole sentence; empty while something in it is still open. */
  excerpt: z.string(),
  /** It stands here in place of one that only some may say. */
  instead: z.boolean(),
});
export type IncidentLine = z.infer<typeof incidentLineSchema>;

const gapSchema = z.object({ name: z.string(), label: z.string(), value: z.string() });

const callStateSchema = z.enum(['waiting', 'next', 'reached']);

const contactViewSchema = contactCallSchema.extend({
  dueAtMs: z.int(),
  state: callStateSchema,
  /** The post did not answer: the fallback is to be called. */
  askFallback: z.boolean(),
  tries: z.array(
    z.object({
      whom: contactTryShape.whom,
      reached: z.boolean(),
      note: z.string(),
      atMs: z.int(),
      personName: z.string(),
    }),
  ),
});
export type ContactView = z.infer<typeof contactViewSchema>;

export const incidentViewSchema = z.object({
  id: z.string(),
  planId: z.string(),
  title: z.string(),
  incidentKind: incidentKindSchema,
  level: z.enum(['attention', 'serious', 'major']),
  text: z.string(),
  raisedAtMs: z.int(),
  raisedBy: z.string(),
  fromMs: z.int(),
  toMs: z.int(),
  scope: incidentScopeSchema,
  state: incidentStateSchema,
  endedAtMs: z.int().nullable(),
  endedHow: incidentEndSchema.nullable(),
  /** Whether it holds where this desk stands. */
  here: z.boolean(),
  speaker: z.object({
    who: incidentSpeakerSchema,
    names: z.array(z.string()),
    post: z.string(),
    reach: z.string(),
    /** Whether the person who asks is one of them. */
    iMay: z.boolean(),
  }),
  lines: z.array(incidentLineSchema),
  gaps: z.array(gapSchema),
  reading: z.object({
    read: z.array(z.object({ personName: z.string(), atMs: z.int() })),
    unread: z.array(z.string()),
    byMe: z.boolean(),
    dueAtMs: z.int(),
    /** Past the time, and somebody has not read it. */
    overdue: z.boolean(),
    /** When leads were told of it. */
    toldAtMs: z.int().nullable(),
  }),
  contacts: z.array(contactViewSchema),
  /** Prolonged and ended, with who and why. */
  course: z.array(
    z.object({
      what: z.enum(['prolonged', 'ended']),
      atMs: z.int(),
      personName: z.string(),
      reason: z.string(),
      toMs: z.int().nullable(),
    }),
  ),
  /** Leads and above steer it. */
  mayLead: z.boolean(),
});
export type IncidentView = z.infer<typeof incidentViewSchema>;

/** What an incident can be raised from, with what the last one of it on this site had. */
export const incidentPlanViewSchema = z.object({
  planId: z.string(),
  title: z.string(),
  incidentKind: incidentKindSchema,
  level: z.enum(['attention', 'serious', 'major']),
  hours: z.int(),
  opening: z.string(),
  lines: z.array(z.object({ entryId: z.string(), title: z.string(), gaps: z.array(gapSchema) })),
  speaker: incidentSpeakerSchema,
  speakerPost: z.string(),
  speakerReach: z.string(),
  readWithinMinutes: z.int(),
  contacts: z.array(contactCallSchema),
});
export type IncidentPlanView = z.infer<typeof incidentPlanViewSchema>;
