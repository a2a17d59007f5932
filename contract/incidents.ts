import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { incidentReportSchema } from './incidents/report.ts';
import { contactTryShape, incidentTermsShape, placeNameSchema } from './incidents/terms.ts';
import { incidentLineSchema, incidentPlanViewSchema, incidentViewSchema } from './incidents/view.ts';
import { incidentKindSchema } from './library/incident-plan.ts';
import { variableValuesSchema } from './library.ts';
import { channelSchema, languageSchema } from './vocabulary.ts';

const ofIncident = { incidentId: z.string().max(64) };
const reasonSchema = z.string().trim().min(1).max(300);
const step = command.errors({
  notFound: callErrors.notFound,
  notAllowed: callErrors.notAllowed,
  incidentRefused: callErrors.incidentRefused,
});

const useLine = command
  .errors({ notFound: callErrors.notFound, variablesMissing: callErrors.variablesMissing })
  .input(
    z.object({
      ...ofIncident,
      entryId: z.string().max(120),
      channel: channelSchema.nullable().default(null),
      conversationId: z.string().max(64).nullable().default(null),
    }),
  )
  .output(z.object({ text: z.string() }));

const deskPlaceSchema = z.object({
  /** Where this desk stands; null while nobody has said. */
  mine: z.string().nullable(),
  /** Of every desk of the site that has said, each once. */
  known: z.array(z.string()),
});

export const incidentsContract = {
  /** Those to come and in force, the loudest first; `ended` adds those of the last ninety days. */
  list: query.input(z.object({ ended: z.boolean().default(false) }).prefault({})).output(z.array(incidentViewSchema)),
  /** What one can be raised from. */
  plans: query.output(z.array(incidentPlanViewSchema)),
  /** Leads and above; from now, or from a later moment. */
  raise: step.input(z.object({ ...incidentTermsShape, fromMs: z.int().nullable() })).output(incidentViewSchema),
  /** Says what stands in the gaps of its lines, on every desk from then on: leads and above. */
  fill: step.input(z.object({ ...ofIncident, values: variableValuesSchema })).output(incidentViewSchema),
  /** The person at this desk has read it. */
  acknowledge: step.input(z.object(ofIncident)).output(incidentViewSchema),
  /** A call of the contact tree was tried. */
  recordCall: step.input(z.object({ ...ofIncident, ...contactTryShape })).output(incidentViewSchema),
  /** To a later end, also when it has ended by itself: leads and above. */
  prolong: step.input(z.object({ ...ofIncident, toMs: z.int(), reason: reasonSchema })).output(incidentViewSchema),
  /** Before its time: leads and above. */
  end: step.input(z.object({ ...ofIncident, reason: reasonSchema })).output(incidentViewSchema),
  /** Records that one of its lines was copied and returns the text; refused while it has an open gap. */
  copyLine: useLine,
  /** The same, spoken. */
  sayLine: useLine,
  /** What incidents in force have one say about these scenes (`pack/scene`); without any, about all that a flow may lead to. */
  linesFor: query
    .input(
      z.object({
        scenes: z.array(z.string().max(80)).max(20),
        flowId: z.string().max(120).optional(),
        channel: channelSchema,
      }),
    )
    .output(z.array(incidentLineSchema.extend({ incidentId: z.string(), incidentTitle: z.string() }))),
  place: query.output(deskPlaceSchema),
  /** Says where this desk stands, for the scope of incidents; null takes it back. Leads and above. */
  setPlace: command
    .errors({ notAllowed: callErrors.notAllowed })
    .input(z.object({ place: placeNameSchema.nullable() }))
    .output(deskPlaceSchema),
  report: query.errors({ notFound: callErrors.notFound }).input(z.object(ofIncident)).output(incidentReportSchema),
  /** Writes the report into a file that somebody chose: PDF, or a workbook where its name ends so. Leads and above. */
  exportReport: command
    .errors({ notFound: callErrors.notFound, notAllowed: callErrors.notAllowed, storageFull: callErrors.storageFull })
    .input(z.object({ ...ofIncident, language: languageSchema, fileToken: z.string().min(1).max(60) }))
    .output(z.null()),
};

export const incidentRaised = declareEvent(
  'incident.raised',
  1,
  z.strictObject({
    ...ofIncident,
    ...incidentTermsShape,
    title: z.string(),
    incidentKind: incidentKindSchema,
    level: z.enum(['attention', 'serious', 'major']),
    fromMs: z.int(),
    readDueAtMs: z.int(),
  }),
);
/** What stands in the gaps of its lines; the later one of two desks holds. */
export const incidentLinesFilled = declareEvent(
  'incident.linesFilled',
  1,
  z.strictObject({ ...ofIncident, values: variableValuesSchema }),
);
export const incidentAcknowledged = declareEvent('incident.acknowledged', 1, z.strictObject(ofIncident));
export const incidentCallTried = declareEvent(
  'incident.callTried',
  1,
  z.strictObject({ ...ofIncident, ...contactTryShape }),
);
export const incidentProlonged = declareEvent(
  'incident.prolonged',
  1,
  z.strictObject({ ...ofIncident, toMs: z.int(), reason: z.string() }),
);
export const incidentEnded = declareEvent('incident.ended', 1, z.strictObject({ ...ofIncident, reason: z.string() }));
/** Leads at this desk were told that so many have not read it. */
export const incidentUnreadTold = declareEvent(
  'incident.unreadTold',
  1,
  z.strictObject({ ...ofIncident, unread: z.int().min(1) }),
);
/** Where a desk stands; null: it is said no more. */
export const incidentDeskPlaced = declareEvent(
  'incident.deskPlaced',
  1,
  z.strictObject({ place: z.string().nullable() }),
);
/** This desk saw an incident reach its end. It stays here: the clock of one desk ends nothing on another. */
export const incidentLapseNoted = declareEvent(
  'incidentLapse.noted',
  1,
  z.strictObject({ ...ofIncident, toMs: z.int() }),
);
