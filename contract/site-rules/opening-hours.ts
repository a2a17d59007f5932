import { z } from 'zod';

const DAY_MINUTES = 1_440;

/** A calendar day that exists, `yyyy-MM-dd`. */
export const calendarDaySchema = z.iso.date();

/** A stretch in which the site is open, in minutes of its local day; the end is exclusive. */
export const openHoursSchema = z
  .strictObject({
    fromMinute: z
      .int()
      .min(0)
      .max(DAY_MINUTES - 1),
    toMinute: z.int().min(1).max(DAY_MINUTES),
  })
  .refine(({ fromMinute, toMinute }) => fromMinute < toMinute, 'it closes after it opens');
export type OpenHoursOfDay = z.infer<typeof openHoursSchema>;

/** The stretches of one day, in order, none touching the next; a closed day has none. */
export const dayHoursSchema = z
  .array(openHoursSchema)
  .max(6)
  .refine(
    (stretches) => stretches.every(({ fromMinute }, at) => at === 0 || (stretches[at - 1]?.toMinute ?? 0) < fromMinute),
    'stretches stand in order and leave a pause between them',
  );

/** What a day is to the site: a day of the week, a public holiday, or a make-up workday. */
export const dayKindSchema = z.enum([
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'publicHoliday',
  'makeUpWorkday',
]);
export type DayKind = z.infer<typeof dayKindSchema>;

/** Opening hours for every sort of day; on at least one weekday the site is open, or nothing could ever fall due. */
export const openingHoursSchema = z
  .record(dayKindSchema, dayHoursSchema)
  .refine(
    ({ monday, tuesday, wednesday, thursday, friday }) =>
      [monday, tuesday, wednesday, thursday, friday].some((hours) => hours.length > 0),
    'the site is open on one weekday at least',
  );
export type OpeningHours = z.infer<typeof openingHoursSchema>;

/** A day on which the site keeps other hours than its kind of day would; no hours: closed. */
export const exceptionSchema = z.strictObject({
  day: calendarDaySchema,
  hours: dayHoursSchema,
  note: z.string().trim().max(40),
});
export type HoursException = z.infer<typeof exceptionSchema>;

const office = [{ fromMinute: 480, toMinute: 1_080 }];

/** Eight to six on workdays, closed at weekends and on public holidays. */
export const defaultOpeningHours: OpeningHours = {
  monday: office,
  tuesday: office,
  wednesday: office,
  thursday: office,
  friday: office,
  saturday: [],
  sunday: [],
  publicHoliday: [],
  makeUpWorkday: office,
};

/** One day of the State Council's notice: free although it would be a workday, or worked although it would be free. */
export const holidaySchema = z.strictObject({
  day: calendarDaySchema,
  kind: z.enum(['off', 'work']),
  name: z.string().trim().max(20),
});
export type Holiday = z.infer<typeof holidaySchema>;

/** A year's public holidays and make-up workdays as a lead loaded them from a file. */
export const holidayYearSchema = z
  .strictObject({ year: z.int().min(2_000).max(2_200), days: z.array(holidaySchema).min(1).max(120) })
  .refine(({ year, days }) => days.every(({ day }) => day.startsWith(`${year}-`)), 'every day lies in the year')
  .refine(({ days }) => new Set(days.map(({ day }) => day)).size === days.length, 'no day stands twice');
export type HolidayYear = z.infer<typeof holidayYearSchema>;
