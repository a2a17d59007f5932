import { z } from 'zod';
import { deadlineSchema } from './deadlines.ts';
import { command, query } from './declare-call.ts';
import { declareEvent } from './declare-event.ts';
import { callErrors } from './errors.ts';
import { retentionKindSchema } from './privacy.ts';
import { defaultFigures, figureShape } from './site-rules/figures.ts';
import {
  defaultOpeningHours,
  exceptionSchema,
  holidaySchema,
  holidayYearSchema,
  openingHoursSchema,
} from './site-rules/opening-hours.ts';
import { workOrderCategorySchema } from './vocabulary.ts';

/** Whose doing it was: ours, not clear, or the customer's own. */
export const causeSchema = z.enum(['ours', 'unclear', 'customers']);
export type Cause = z.infer<typeof causeSchema>;

/** Amounts in whole yuan a post may promise by itself; above them somebody with more authority decides. */
const authoritySchema = z.strictObject({
  agent: z.int().min(0).max(1_000_000),
  lead: z.int().min(0).max(1_000_000),
});
export type RefundAuthority = z.infer<typeof authoritySchema>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const fields = {
  siteName: z.string().trim().max(40),
  /** IANA name. */
  timeZone: z.string().max(60).refine(isTimeZone, 'a time zone by its IANA name'),
  openingHours: openingHoursSchema,
  exceptions: z
    .array(exceptionSchema)
    .max(400)
    .refine((all) => new Set(all.map(({ day }) => day)).size === all.length, 'no day stands twice'),
  refundAuthority: z.record(causeSchema, authoritySchema),
  /** Whether an answer is rechecked before the customer hears it, by category of the order; else after. */
  recheckBeforeReply: z.record(workOrderCategorySchema, z.boolean()),
  /** Saturday and Sunday, or Friday from 18:00 to the end of Saturday. */
  weekendGreeting: z.enum(['saturdayAndSunday', 'fridayEveningAndSaturday']),
  /** Special calls in which what was taken down is read back before the end, beside those whose flow asks for it itself. */
  readBackCalls: z.array(z.string().min(1).max(120)).max(200),
  /** Ids of live check rules that must be mended before a conversation can be finished. */
  blockingRules: z.array(z.string().min(1).max(120)).max(2_000),
  /** Days that each kind of data is kept; 0 or absent: for good. */
  retentionDays: z.partialRecord(retentionKindSchema, z.int().min(0).max(3_650)),
  ...figureShape,
};

/** What a lead may set, each by itself. */
const chosenSchema = z.strictObject(fields);
export type ChosenRules = z.infer<typeof chosenSchema>;
export type RuleName = keyof ChosenRules;

/** A site's rules in force: what was chosen, the defaults for the rest, and the years loaded from files. */
export const siteRulesSchema = chosenSchema.extend({ holidayYears: z.array(holidayYearSchema) });
export type SiteRules = z.infer<typeof siteRulesSchema>;

/** The manuals' figures; the time zone is the desk's own until one is chosen. */
export const defaultRules: ChosenRules = {
  siteName: '',
  timeZone: 'Asia/Shanghai',
  openingHours: defaultOpeningHours,
  exceptions: [],
  refundAuthority: {
    ours: { agent: 100, lead: 1_000 },
    unclear: { agent: 30, lead: 300 },
    customers: { agent: 0, lead: 100 },
  },
  recheckBeforeReply: { network: true, billing: true, data: true, other: false },
  weekendGreeting: 'saturdayAndSunday',
  readBackCalls: [],
  blockingRules: [],
  retentionDays: {},
  ...defaultFigures,
};

export const ruleNames = Object.keys(fields) as RuleName[];
/** The schema of one rule, to read it by itself. */
export const ruleSchemas: Readonly<Record<RuleName, z.ZodType>> = fields;

const ruleNameSchema = z.enum(ruleNames as [RuleName, ...RuleName[]]);

/** Rules whose default is ours and no manual's: the site sees them as not yet confirmed until a lead let them stand. */
export const oursUntilConfirmed = [
  'openingHours',
  'refundAuthority',
  'recheckBeforeReply',
  'callbackOtherPercent',
  'repeatComplaintDays',
  'lookUpReturnSeconds',
] as const satisfies readonly RuleName[];

/** Where a year's public holidays come from; `unknown` years count as plain weekdays. */
const yearSourceSchema = z.enum(['builtIn', 'file', 'unknown']);

const siteRulesViewSchema = z.object({
  rules: siteRulesSchema,
  defaults: chosenSchema,
  /** Rules this site chose itself, with who and when. */
  chosen: z.array(z.object({ name: ruleNameSchema, personName: z.string(), atMs: z.int() })),
  /** Rules of our own making that nobody here has chosen or confirmed yet. */
  toConfirm: z.array(ruleNameSchema),
  /** This year and the next ones, so that nobody is surprised by a year that is not known. */
  years: z.array(z.object({ year: z.int(), source: yearSourceSchema, daysOff: z.int(), makeUpWorkdays: z.int() })),
  /** When a green-channel order opened now would have to be answered: what the rules come to. Null when it never would. */
  example: z.object({ nowMs: z.int(), deadline: deadlineSchema }).nullable(),
  /** Whether the person who is signed in may change them. */
  mayChange: z.boolean(),
});
export type SiteRulesView = z.infer<typeof siteRulesViewSchema>;

/** Longest file of a holiday year, in UTF-16 units: some 120 rows need a tenth of it. */
export const HOLIDAY_FILE_MAX = 50_000;

const holidayFaultSchema = z.object({
  /** From 1; null: the file as a whole. */
  line: z.int().nullable(),
  code: z.enum(['notReadable', 'badDay', 'badKind', 'twice', 'otherYear', 'tooMany', 'empty', 'nameTooLong']),
  text: z.string(),
});
export type HolidayFault = z.infer<typeof holidayFaultSchema>;

export const siteRulesContract = {
  read: query.output(siteRulesViewSchema),
  /** Sets some rules and puts others back to their default. */
  change: command
    .errors({ notAllowed: callErrors.notAllowed })
    .input(z.strictObject({ set: chosenSchema.partial().default({}), reset: z.array(ruleNameSchema).default([]) }))
    .output(siteRulesViewSchema),
  /** A lead looked at these defaults of ours and lets them stand. */
  confirm: command
    .errors({ notAllowed: callErrors.notAllowed })
    .input(z.strictObject({ names: z.array(ruleNameSchema).min(1).max(oursUntilConfirmed.length) }))
    .output(siteRulesViewSchema),
  /** What a file of holidays holds, before anything is loaded; with faults there is nothing to load. */
  checkHolidayFile: query
    .input(z.object({ text: z.string().max(HOLIDAY_FILE_MAX) }))
    .output(z.object({ year: z.int().nullable(), days: z.array(holidaySchema), faults: z.array(holidayFaultSchema) })),
  loadYear: command.errors({ notAllowed: callErrors.notAllowed }).input(holidayYearSchema).output(siteRulesViewSchema),
  /** Takes a loaded year back; what the program itself knows of it counts again. */
  dropYear: command
    .errors({ notAllowed: callErrors.notAllowed, notFound: callErrors.notFound })
    .input(z.object({ year: z.int() }))
    .output(siteRulesViewSchema),
};

/** A rule that older versions had, so that what they wrote can still be read; it says nothing any more. */
const RETIRED_RULE = 'rescueReadBack';
const retiredRules = { [RETIRED_RULE]: z.enum(['always', 'whenNeeded']).optional() };

export const siteRulesChanged = declareEvent(
  'siteRules.changed',
  1,
  z.strictObject({
    set: chosenSchema.partial().extend(retiredRules),
    reset: z.array(z.union([ruleNameSchema, z.literal(RETIRED_RULE)])),
  }),
);
/** The defaults that were confirmed: a later version with another default asks again. */
export const siteRulesConfirmed = declareEvent(
  'siteRules.confirmed',
  1,
  z.strictObject({ values: chosenSchema.partial() }),
);
export const holidayYearLoaded = declareEvent('siteRules.yearLoaded', 1, holidayYearSchema);
export const holidayYearDropped = declareEvent('siteRules.yearDropped', 1, z.strictObject({ year: z.int() }));
