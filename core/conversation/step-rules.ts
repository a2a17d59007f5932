import type { SiteRules } from '#contract/site-rules.ts';
import type { PaceRules } from './pace.ts';

/** What a site lets its people promise, settle and pay back, and how long it lets a customer wait for a word. */
export type StepRules = PaceRules &
  Pick<SiteRules, 'customerReplyMinutes' | 'refundAuthority' | 'overchargeRefundTimes'>;
