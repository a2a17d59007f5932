import type { SiteRules } from '#contract/site-rules.ts';

/** What a site lets its people promise and settle, and how long it lets a customer wait for a word. */
export type StepRules = Pick<
  SiteRules,
  'customerReplyMinutes' | 'refundAuthority' | 'chatFirstReplySeconds' | 'acknowledgeEverySeconds' | 'callTargetSeconds'
>;
