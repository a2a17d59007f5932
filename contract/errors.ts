import { z } from 'zod';
import { missingSchema, refusalReasonSchema } from './conversation/terms.ts';
import { incidentRefusalSchema } from './incidents/refusals.ts';
import { publishingRefusalSchema } from './releases/refusals.ts';

/**
 * Every expected failure of a call, with the data the screen needs to explain it. A call lists the ones it can end
 * with; the interface switches over the codes exhaustively. Bugs are not here: they cross as `internal`, without a stack.
 */
export const callErrors = {
  /** Nobody is signed in on this desk. */
  notSignedIn: {},
  /** The person's role does not allow it; `needs` names the roles that do. */
  notAllowed: { data: z.object({ needs: z.array(z.string()) }) },
  /** There is no such thing; `what` names its sort, `id` the one asked for. */
  notFound: { data: z.object({ what: z.string(), id: z.string() }) },
  /** The PIN was wrong; after several tries the desk waits. */
  wrongPin: { data: z.object({ waitMs: z.int().min(0) }) },
  /** A line that is not in force cannot be copied or said. */
  lineNotUsable: {
    data: z.object({
      state: z.enum(['notYet', 'expired', 'withdrawn']),
      day: z.string().optional(),
      replacedBy: z.string().optional(),
    }),
  },
  /** Gaps of the line are still open; the names of its variables. */
  variablesMissing: { data: z.object({ names: z.array(z.string()) }) },
  /** The database is locked until the recovery key is given. */
  locked: {},
  /** The recovery key has a typing error (`malformed`) or belongs to another desk (`wrongKey`). */
  recoveryKeyRefused: { data: z.object({ why: z.enum(['malformed', 'wrongKey']) }) },
  /** A gate of the conversation refuses the step; `missing` says what is still open. */
  stepRefused: {
    data: z.object({ reason: refusalReasonSchema, missing: z.array(missingSchema) }),
  },
  /** Somebody or something else changed it in between; look again and repeat. */
  outOfDate: {},
  /** The server did not take this PC in: the code is wrong, used or over, or nobody answered. */
  enrolmentRefused: { data: z.object({ why: z.enum(['code', 'unreachable', 'notUnderstood']) }) },
  /** A step of publishing cannot be taken; nothing was signed. */
  publishingRefused: { data: z.object({ why: publishingRefusalSchema, detail: z.string().optional() }) },
  /** An incident cannot be raised, prolonged or ended like this; nothing was changed. */
  incidentRefused: { data: z.object({ why: incidentRefusalSchema }) },
  /** The backup does not open or is damaged; the database was not touched. */
  backupUnusable: {},
  /** The disk refused a write; nothing that was shown as kept is lost. */
  storageFull: {},
} as const;

export type CallErrorCode = keyof typeof callErrors;

/** Failures that do not come from a call's own rules: the core is away, slow, or has a bug. */
export const transportErrorCodes = ['coreUnavailable', 'timedOut', 'invalidInput', 'unknownCall', 'internal'] as const;
export type TransportErrorCode = (typeof transportErrorCodes)[number];
export type ErrorCode = CallErrorCode | TransportErrorCode;
