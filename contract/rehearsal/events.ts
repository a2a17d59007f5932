import { z } from 'zod';
import { declareEvent } from '../declare-event.ts';
import { normSchema } from '../judge.ts';
import { calendarDaySchema } from '../library/entry-base.ts';
import { scenarioSchema } from '../library/scenario.ts';
import { roleSchema } from '../vocabulary.ts';
import { moveSchema, normWeightsSchema, timeNormsSchema } from './terms.ts';

const ofRun = { runId: z.string() };

/** A run begins; the scenario is kept whole, so that it can be replayed and argued about whatever a later release changes. */
export const rehearsalStarted = declareEvent(
  'rehearsal.started',
  1,
  z.strictObject({
    ...ofRun,
    conversationId: z.string(),
    customerId: z.string(),
    scenario: scenarioSchema,
    releaseVersion: z.string(),
    seed: z.int(),
    timed: z.boolean(),
    norms: timeNormsSchema,
    role: roleSchema,
    startedAtMs: z.int(),
    /** The run whose first moves it takes over, and how many. */
    follows: z.strictObject({ runId: z.string(), moves: z.int().min(0) }).nullable(),
  }),
);
export const rehearsalMoved = declareEvent('rehearsal.moved', 1, z.strictObject({ ...ofRun, move: moveSchema }));

/** It is over: the customer came to an ending, or (null) the trainee stopped. */
export const rehearsalEnded = declareEvent(
  'rehearsal.ended',
  1,
  z.strictObject({ ...ofRun, endingId: z.string().nullable(), atMs: z.int().min(0) }),
);

/** How runs are scored and shown at this site. */
export const rehearsalRulesSchema = z.strictObject({
  weights: normWeightsSchema,
  passMark: z.int().min(0).max(100),
  /** People side by side in the order of their scores: off until a lead turns it on. */
  ranking: z.boolean(),
});
export type RehearsalRules = z.infer<typeof rehearsalRulesSchema>;

/** What a finished run came to: figures and no word anybody said. This alone is in the journal of live work, and goes to the site's other desks. */
export const rehearsalScored = declareEvent(
  'rehearsal.scored',
  1,
  z.strictObject({
    ...ofRun,
    scenarioId: z.string(),
    scenarioVersion: z.int(),
    title: z.string(),
    timed: z.boolean(),
    score: z.int().min(0).max(100),
    passed: z.boolean(),
    /** Share kept of each norm that came up, in percent. */
    norms: z.partialRecord(normSchema, z.int().min(0).max(100)),
    /** What it was scored by; a debrief read later goes by the same. */
    rules: rehearsalRulesSchema.pick({ weights: true, passMark: true }).optional(),
    endedAtMs: z.int(),
  }),
);

export const rehearsalAssigned = declareEvent(
  'rehearsal.assigned',
  1,
  z.strictObject({
    assignmentId: z.string(),
    scenarioId: z.string(),
    personId: z.string(),
    dueDay: calendarDaySchema.nullable(),
  }),
);
export const rehearsalUnassigned = declareEvent(
  'rehearsal.unassigned',
  1,
  z.strictObject({ assignmentId: z.string() }),
);

export const rehearsalRulesSet = declareEvent('rehearsal.rulesSet', 1, rehearsalRulesSchema);

export const rehearsalCertified = declareEvent(
  'rehearsal.certified',
  1,
  z.strictObject({
    certificateId: z.string(),
    personId: z.string(),
    scenarios: z.int().min(1),
    score: z.int().min(0).max(100),
    passMark: z.int().min(0).max(100),
  }),
);

const sheet = {
  rolePlayId: z.string(),
  scenarioId: z.string(),
  title: z.string(),
  /** Who answered, and who spoke the customer's lines. */
  personId: z.string(),
  customerPersonId: z.string().nullable(),
  /** Share kept of each norm, in percent. */
  norms: z.partialRecord(normSchema, z.int().min(0).max(100)),
  score: z.int().min(0).max(100),
};
const noteSchema = z.string().max(500);

/** The sheet of a weekly role play between two people: whoever watched ticks how each norm was kept. */
export const sheetScored = declareEvent('rehearsal.sheetScored', 1, z.strictObject(sheet));
/** What whoever watched wrote beside it; it stays on the desk where it was written, and is erased under the role play's id. */
export const rolePlayNoted = declareEvent(
  'rehearsal.rolePlayNoted',
  1,
  z.strictObject({ rolePlayId: z.string(), note: noteSchema }),
);
/** Sheet and note in one, as earlier desks kept them. */
export const rolePlayScored = declareEvent(
  'rehearsal.rolePlayScored',
  1,
  z.strictObject({ ...sheet, note: noteSchema }),
);
