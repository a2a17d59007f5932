import type { SiteRules } from '#contract/site-rules.ts';
import type { ReadHandle } from '../db/open.ts';
import type { SiteCalendar } from '../deadlines/site-calendar.ts';
import type { FieldSealer } from '../journal/field-sealer.ts';
import { type DutyHolder, dutyHolders } from '../people/duties-repo.ts';
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
  /** Who has which duty at this site. */
  readonly holders: readonly DutyHolder[];
}

/** The rules in force on this desk now, and who has which duty. */
export function siteOrderRules(db: ReadHandle, seal: FieldSealer): OrderRules {
  const rules = readSiteRules(db);
  return { figures: rules, calendar: siteCalendar(rules), holders: dutyHolders(db, seal) };
}
