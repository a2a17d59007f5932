import { z } from 'zod';
import { entryBaseShape, entryIdSchema, sceneIdSchema } from './entry-base.ts';

/** What sort of thing happened; each has its sign and its name in both languages. */
export const incidentKindSchema = z.enum([
  'outage',
  'system',
  'cutover',
  'utilities',
  'traffic',
  'weather',
  'evacuation',
  'rumour',
  'media',
  'massComplaint',
  'dataLeak',
]);

/** Who may say it to the outside: everybody, leads and above, or only those the lead names. */
export const incidentSpeakerSchema = z.enum(['everyone', 'lead', 'spokesperson']);
export type IncidentSpeaker = z.infer<typeof incidentSpeakerSchema>;

const reachShape = {
  post: z.string().min(2).max(30).describe('who is called'),
  reach: z.string().min(2).max(60).describe('how to reach them; a site puts its own number in'),
};

/** One call of the contact tree. */
export const contactCallSchema = z.strictObject({
  caller: z.string().min(2).max(30).describe('who makes this call'),
  ...reachShape,
  withinMinutes: z.int().min(1).max(1440),
  fallback: z.strictObject(reachShape).optional().describe('whom to call when nobody answers'),
});

/** 突发预案: what a lead raises an incident from. Everything in it is proposed and can be changed when it is raised. */
export const incidentPlanSchema = z.strictObject({
  kind: z.literal('incidentPlan'),
  ...entryBaseShape,
  scene: sceneIdSchema,
  incidentKind: incidentKindSchema,
  level: z.enum(['attention', 'serious', 'major']).describe('how loudly desks show it'),
  hours: z.int().min(1).max(720).describe('after how long it ends by itself unless somebody prolongs it'),
  opening: z
    .string()
    .min(6)
    .max(120)
    .describe('what has happened, as desks read it; 〔…〕 is filled in when it is raised'),
  lines: z.array(entryIdSchema).min(1).max(12).describe('notices and lines that desks use meanwhile'),
  speaker: incidentSpeakerSchema,
  speakerPost: z.string().min(2).max(30).describe('who speaks to the outside'),
  speakerReach: z.string().min(2).max(60).describe('how to reach them'),
  readWithinMinutes: z.int().min(1).max(720).describe('after how long leads are told who has not read it'),
  contacts: z.array(contactCallSchema).min(1).max(12).describe('who calls whom, in order'),
});
export type IncidentPlan = z.infer<typeof incidentPlanSchema>;
