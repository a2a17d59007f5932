import { z } from 'zod';

type FigureUnit =
  | 'workingMinutes'
  | 'minutes'
  | 'days'
  | 'seconds'
  | 'rings'
  | 'percent'
  | 'perMinute'
  | 'times'
  | 'centimetres';
type FigureGroup = 'workOrders' | 'customers' | 'phone' | 'chat' | 'voice' | 'money';

interface Figure {
  readonly unit: FigureUnit;
  readonly group: FigureGroup;
  readonly default: number;
  readonly least: number;
  readonly most: number;
}

const WEEK_MINUTES = 7 * 24 * 60;

/** Every wait and limit of the trade as data: what it is measured in, the manuals' figure, and what a site may make of it. */
export const figures = {
  /** First response to a green-channel order, and to an urgent one: counted in working hours. All other limits are elapsed time. */
  greenChannelResponseMinutes: { unit: 'workingMinutes', group: 'workOrders', default: 240, least: 5, most: 2_400 },
  greenChannelUrgentResponseMinutes: {
    unit: 'workingMinutes',
    group: 'workOrders',
    default: 60,
    least: 5,
    most: 2_400,
  },
  /** Reminder before a limit when nothing was done. */
  reminderBeforeMinutes: { unit: 'minutes', group: 'workOrders', default: 30, least: 1, most: 1_440 },
  /** First reply to a complaint; a promise given to the customer may be sooner. */
  customerReplyMinutes: { unit: 'minutes', group: 'workOrders', default: 2_880, least: 30, most: WEEK_MINUTES },
  /** The department's result is in this long before the order's own limit, so that it can be rechecked. */
  recheckBeforeMinutes: { unit: 'minutes', group: 'workOrders', default: 60, least: 0, most: 1_440 },
  callbackWithinMinutes: { unit: 'minutes', group: 'workOrders', default: 1_440, least: 30, most: WEEK_MINUTES },
  /** Share of closed orders whose customers are called back: green channel, and all others. */
  callbackGreenChannelPercent: { unit: 'percent', group: 'workOrders', default: 100, least: 0, most: 100 },
  callbackOtherPercent: { unit: 'percent', group: 'workOrders', default: 100, least: 0, most: 100 },
  /** The same matter within so long counts as brought up again. */
  repeatComplaintDays: { unit: 'days', group: 'customers', default: 30, least: 1, most: 366 },
  pickUpFromRing: { unit: 'rings', group: 'phone', default: 2, least: 1, most: 10 },
  pickUpToRing: { unit: 'rings', group: 'phone', default: 5, least: 1, most: 10 },
  pickUpLatestRing: { unit: 'rings', group: 'phone', default: 6, least: 1, most: 12 },
  greetingWithinSeconds: { unit: 'seconds', group: 'phone', default: 2, least: 1, most: 30 },
  silentLineWaitSeconds: { unit: 'seconds', group: 'phone', default: 5, least: 1, most: 60 },
  transferPauseSeconds: { unit: 'seconds', group: 'phone', default: 2, least: 0, most: 30 },
  /** A look-up that took longer than this is apologised for; meanwhile one comes back this often. */
  lookUpApologySeconds: { unit: 'seconds', group: 'phone', default: 30, least: 5, most: 300 },
  lookUpReturnSeconds: { unit: 'seconds', group: 'phone', default: 60, least: 10, most: 600 },
  /** The customer hangs up first, then one waits this long. */
  hangUpWaitSeconds: { unit: 'seconds', group: 'phone', default: 2, least: 0, most: 30 },
  callTargetSeconds: { unit: 'seconds', group: 'phone', default: 180, least: 30, most: 3_600 },
  privateCallSeconds: { unit: 'seconds', group: 'phone', default: 180, least: 0, most: 3_600 },
  chatFirstReplySeconds: { unit: 'seconds', group: 'chat', default: 30, least: 5, most: 600 },
  answerWithinSeconds: { unit: 'seconds', group: 'voice', default: 3, least: 1, most: 30 },
  acknowledgeEverySeconds: { unit: 'seconds', group: 'voice', default: 30, least: 5, most: 300 },
  charactersPerMinute: { unit: 'perMinute', group: 'voice', default: 120, least: 60, most: 400 },
  /** How much slower one speaks when not understood. */
  slowerPercent: { unit: 'percent', group: 'voice', default: 33, least: 0, most: 80 },
  /** Mouth to microphone. */
  microphoneFromCentimetres: { unit: 'centimetres', group: 'voice', default: 3, least: 1, most: 30 },
  microphoneToCentimetres: { unit: 'centimetres', group: 'voice', default: 5, least: 1, most: 30 },
  /** An overcharge is paid back this many times over: a public promise. */
  overchargeRefundTimes: { unit: 'times', group: 'money', default: 2, least: 1, most: 10 },
} as const satisfies Record<string, Figure>;

export type FigureName = keyof typeof figures;
export type Figures = { [Name in FigureName]: number };

const names = Object.keys(figures) as FigureName[];

/** The manuals' figure of every name. */
export const defaultFigures = Object.fromEntries(names.map((name) => [name, figures[name].default])) as Figures;

/** One schema a figure: whole numbers within what a site may choose. */
export const figureShape = Object.fromEntries(
  names.map((name) => [name, z.int().min(figures[name].least).max(figures[name].most)]),
) as { [Name in FigureName]: z.ZodInt };
