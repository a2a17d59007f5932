import { z } from 'zod';
import { command, query } from './declare-call.ts';
import { callErrors } from './errors.ts';
import { judgedPointSchema, normSchema } from './judge.ts';
import { calendarDaySchema } from './library/entry-base.ts';
import { answerElementSchema, scenarioSchema } from './library/scenario.ts';
import { rehearsalRulesSchema } from './rehearsal/events.ts';
import { answerWaySchema, NORMS } from './rehearsal/terms.ts';
import {
  certificateSchema,
  debriefSchema,
  offeredScenarioSchema,
  progressSchema,
  rolePlaySchema,
  runViewSchema,
} from './rehearsal/view.ts';

const TEXT_MAX = 1_000;
const ofRun = { runId: z.string() };
/** `moves` is how many moves the screen knows of, so that a second press moves nothing. */
const ofMove = { ...ofRun, moves: z.int().min(0) };

const mine = query.errors({ notSignedIn: callErrors.notSignedIn, notFound: callErrors.notFound });
const move = command
  .errors({ notFound: callErrors.notFound, stepRefused: callErrors.stepRefused, outOfDate: callErrors.outOfDate })
  .output(runViewSchema);
const lead = command.errors({ notAllowed: callErrors.notAllowed, notFound: callErrors.notFound });
const leadQuery = query.errors({
  notSignedIn: callErrors.notSignedIn,
  notAllowed: callErrors.notAllowed,
  notFound: callErrors.notFound,
});

export const rehearsalContract = {
  /** Every scenario with the person's own best; those assigned and not yet passed first. `running` is the run not finished yet. */
  list: query.errors({ notSignedIn: callErrors.notSignedIn }).output(
    z.object({
      running: z.string().nullable(),
      rules: rehearsalRulesSchema,
      scenarios: z.array(offeredScenarioSchema),
    }),
  ),
  /** Begins a run; with `follows` it takes over the first moves of an earlier one and goes on from there. */
  start: command
    .errors({ notFound: callErrors.notFound })
    .output(runViewSchema)
    .input(
      z.object({
        scenarioId: z.string(),
        timed: z.boolean().default(false),
        seed: z.int().min(0).optional(),
        follows: z.object({ runId: z.string(), moves: z.int().min(0) }).optional(),
      }),
    ),
  run: mine.input(z.object(ofRun)).output(runViewSchema),
  /** An answer: `answerId` of an offered one, `entryId` of a line found by searching, or words of one's own. */
  answer: move.input(
    z.object({
      ...ofMove,
      way: answerWaySchema,
      answerId: z.string().optional(),
      entryId: z.string().optional(),
      text: z.string().trim().min(1).max(TEXT_MAX),
      /** How long before this call the trainee began, in ms. */
      beganBeforeMs: z.int().min(0).default(0),
    }),
  ),
  acknowledge: move.input(z.object(ofMove)),
  hint: move.input(z.object(ofMove)),
  /** Nothing was said for too long; changes nothing where it was not. */
  stayedSilent: move.input(z.object(ofMove)),
  moveStage: move.input(z.object({ ...ofMove, way: z.enum(['on', 'back']) })),
  pause: move.input(z.object(ofMove)),
  resume: move.input(z.object(ofMove)),
  quit: move.input(z.object(ofMove)),
  /** What a text being typed already holds of what is needed, for the chips under it. */
  weigh: mine
    .input(z.object({ ...ofRun, text: z.string().max(TEXT_MAX) }))
    .output(z.object({ found: z.array(answerElementSchema), points: z.array(judgedPointSchema) })),
  debrief: mine.input(z.object(ofRun)).output(debriefSchema),

  setRules: lead.input(rehearsalRulesSchema).output(rehearsalRulesSchema),
  assign: lead
    .input(
      z.object({
        scenarioId: z.string(),
        personIds: z.array(z.string()).min(1).max(200),
        dueDay: calendarDaySchema.nullable().default(null),
      }),
    )
    .output(z.null()),
  unassign: lead.input(z.object({ assignmentId: z.string() })).output(z.null()),
  /** Everybody's progress by norm, by name; by score only where the ranking is on. */
  progress: leadQuery.output(z.object({ ranked: z.boolean(), people: z.array(progressSchema) })),
  /** Certifies somebody who passed all that was assigned to them, and at least one scenario; null where they have not. */
  certify: lead.input(z.object({ personId: z.string() })).output(certificateSchema.nullable()),
  certificates: query.errors({ notSignedIn: callErrors.notSignedIn }).output(z.array(certificateSchema)),

  /** What is read out and ticked in a role play between two people. */
  rolePlaySheet: mine.input(z.object({ scenarioId: z.string() })).output(scenarioSchema),
  scoreRolePlay: lead
    .input(
      z.object({
        scenarioId: z.string(),
        personId: z.string(),
        customerPersonId: z.string().nullable().default(null),
        /** How each norm was kept, in percent; norms that did not come up are left out. */
        norms: z
          .partialRecord(normSchema, z.int().min(0).max(100))
          .refine((norms) => NORMS.some((norm) => norms[norm] !== undefined)),
        note: z.string().trim().max(500).default(''),
      }),
    )
    .output(rolePlaySchema),
  rolePlays: query.errors({ notSignedIn: callErrors.notSignedIn }).output(z.array(rolePlaySchema)),

  /** A scenario made from a past conversation, names and numbers replaced; nothing is kept until a person has checked it. */
  draftFromConversation: leadQuery
    .input(z.object({ conversationId: z.string() }))
    .output(z.object({ scenario: scenarioSchema, replaced: z.array(z.string()) })),
  /** Keeps a checked scenario among the team's drafts. */
  keepDraft: lead
    .input(z.object({ scenario: scenarioSchema, checked: z.literal(true) }))
    .output(z.object({ draftId: z.string() })),
};
