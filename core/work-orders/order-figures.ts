import type { SiteRules } from '#contract/site-rules.ts';
import type { ReadHandle } from '../db/open.ts';
import type { SiteCalendar } from '../deadlines/site-calendar.ts';
import { siteCalendar } from '../site-rules/calendar-of-site.ts';
import { readSiteRules } from '../site-rules/site-rules-repo.ts';

/** What of a site's rules bears on work orders. */
export type OrderFigures = Pick<
  SiteRules,
  | 'greenChannelResponseMinutes'
  | 'greenChannelUrgentResponseMinutes'
  | 'reminderBeforeMinutes'
  | 'customerReplyMinutes'
  | 'callbackWithinMinutes'
  | 'recheckBeforeMinutes'
  | 'callbackGreenChannelPercent'
  | 'callbackOtherPercent'
  | 'recheckBeforeReply'
>;

export interface OrderRules {
  readonly figures: OrderFigures;
  readonly calendar: SiteCalendar;
}

/** The rules in force on this desk now. */
export function siteOrderRules(db: ReadHandle): OrderRules {
  const rules = readSiteRules(db);
  return { figures: rules, calendar: siteCalendar(rules) };
}
