import { z } from 'zod';

/** Why a special call stopped before its flow came to an end. */
export const specialCallBreakOffSchema = z.enum(['callerGone', 'lineLost', 'takenOver', 'startedByMistake']);
export type SpecialCallBreakOff = z.infer<typeof specialCallBreakOffSchema>;

/** Why a step of a special call was refused; the screen has a sentence for each. */
export const specialCallRefusalSchema = z.enum([
  /** The screen was behind: the call stands at another step. */
  'moved',
  /** No such step, field or answer in this call. */
  'unknown',
  /** The value does not fit the field's type. */
  'valueUnfit',
  /** Fields of this step, or of steps left before it, are still open; `missing` lists them. */
  'fieldsMissing',
  /** What was taken down has not been read back, or was changed since. */
  'notReadBack',
  /** Nothing is to be read back here. */
  'nothingToReadBack',
  /** The pause is not over; going on all the same has to be said (`early`). */
  'waiting',
  /** This step goes on by an answer, or has no end. */
  'noWayOn',
  /** It is the first step. */
  'noEarlierStep',
  'ended',
  'notEnded',
  /** Somebody else took this call. */
  'notYours',
]);
export type SpecialCallRefusal = z.infer<typeof specialCallRefusalSchema>;
