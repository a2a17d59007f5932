import type { Wording } from '../zh-cn/wording.ts';

export const deadlines: Wording['deadlines'] = {
  workingHours_one: '{{count}} working hour',
  workingHours_other: '{{count}} working hours',
  workingMinutes_one: '{{count}} working minute',
  workingMinutes_other: '{{count}} working minutes',
  hours_one: '{{count}} hour',
  hours_other: '{{count}} hours',
  minutes_one: '{{count}} minute',
  minutes_other: '{{count}} minutes',
  andMinutes: '{{hours}} {{minutes}} min',
  explain: '{{limit}}: {{from}} to {{to}}',
  moment: '{{day}} {{time}}',
  today: 'today',
  tomorrow: 'tomorrow',
  dayAfterTomorrow: 'in two days',
  yesterday: 'yesterday',
  notCounted: 'closed, not counted',
  yearUnknown: 'The public holidays of a year in this stretch are not published yet: it counts as plain weekdays.',
  used: '{{percent}} % of the time is used',
  late: 'overdue',
};
