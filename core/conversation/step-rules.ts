import type { SiteRules } from '#contract/site-rules.ts';

/** What a site lets its people promise and settle. */
export type StepRules = Pick<SiteRules, 'customerReplyMinutes' | 'refundAuthority'>;
