import { z } from 'zod';
import { incidentViewSchema } from './view.ts';

/** One moment of an incident, oldest first. */
const momentSchema = z.object({
  atMs: z.int(),
  what: z.enum([
    'raised',
    'linesFilled',
    'acknowledged',
    'callReached',
    'callMissed',
    'unreadTold',
    'prolonged',
    'endedEarly',
    'endedByItself',
    'orderOpened',
  ]),
  personName: z.string(),
  text: z.string(),
});
export type IncidentMoment = z.infer<typeof momentSchema>;

/** What somebody typed meanwhile: with the line that was taken, or without one. */
const searchSchema = z.object({
  atMs: z.int(),
  personName: z.string(),
  text: z.string(),
  /** Title of what was used; null where nothing fitted. */
  led: z.string().nullable(),
});

/** Written from the journal whenever it is asked for: while it lasts it says what stands so far. */
export const incidentReportSchema = z.object({
  incident: incidentViewSchema,
  timeZone: z.string(),
  siteName: z.string(),
  writtenAtMs: z.int(),
  fromMs: z.int(),
  untilMs: z.int(),
  moments: z.array(momentSchema),
  /** Minutes from the start until half of those who have read it had; null while nobody has. */
  halfReadMinutes: z.int().nullable(),
  searches: z.object({ failed: z.int(), led: z.int(), rows: z.array(searchSchema).max(200) }),
  /** How often what was used in the time was copied, and how often said; those of the incident first. */
  lines: z.array(
    z.object({
      entryId: z.string(),
      title: z.string(),
      ofIncident: z.boolean(),
      copied: z.int(),
      said: z.int(),
    }),
  ),
  copied: z.int(),
  said: z.int(),
  /** Conversations and special calls at this desk in the time. */
  contacts: z.object({ total: z.int(), byScene: z.array(z.object({ scene: z.string(), count: z.int() })) }),
  orders: z.array(z.object({ id: z.string(), number: z.string(), matter: z.string(), atMs: z.int() })),
});
export type IncidentReport = z.infer<typeof incidentReportSchema>;
