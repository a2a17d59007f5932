import { implement } from '@orpc/server';
import type { Forbidden } from '#contract/library/forbidden.ts';
import { lintContract, reckonedRuleSchema } from '#contract/lint.ts';
import type { Cause, SiteRules } from '#contract/site-rules.ts';
import type { Role } from '#contract/vocabulary.ts';
import type { CallContext } from '../call-context.ts';
import type { Clock } from '../clock.ts';
import type { ReadHandle } from '../db/open.ts';
import { siteCalendar } from '../site-rules/calendar-of-site.ts';
import { readSiteRules } from '../site-rules/site-rules-repo.ts';
import type { LiveCheck } from './live-check.ts';

export interface LintDeps {
  db: ReadHandle;
  clock: Clock;
  /** Holds the forbidden phrases of the release in force, which may be exchanged. */
  catalogue: { readonly forbidden: readonly Forbidden[] };
}

/** The engine is loaded and the rules are compiled at the first check: the start of the desk does not wait for them. */
export function lintHandlers({ db, clock, catalogue }: LintDeps) {
  const os = implement(lintContract).$context<CallContext>();
  let lint: { of: readonly Forbidden[]; check: Promise<LiveCheck> } | null = null;
  return os.router({
    check: os.check.handler(async ({ input, context }) => {
      const { forbidden } = catalogue;
      if (lint?.of !== forbidden) lint = { of: forbidden, check: compiled(forbidden) };
      const liveCheck = await lint.check;
      const rules = readSiteRules(db);
      const mayPromiseYuan = authorityOf(rules, context.person()?.role, input.cause);
      const circumstances = { rules, calendar: siteCalendar(rules), nowMs: clock.nowMs(), mayPromiseYuan };
      return { findings: liveCheck.check(input.text, circumstances, input.audience) };
    }),
    rules: os.rules.handler(() => [
      ...reckonedRuleSchema.options.map((reckoned) => ({ ruleId: `check/${reckoned}`, title: null, reckoned })),
      ...catalogue.forbidden.map(({ id, title }) => ({ ruleId: id, title, reckoned: null })),
    ]),
  });
}

/** Whole yuan a post may promise alone; while the cause is not known, the most it may for any cause. */
function authorityOf({ refundAuthority }: SiteRules, role: Role | undefined, cause: Cause | null): number {
  const post = role === 'lead' || role === 'administrator' ? 'lead' : 'agent';
  if (cause !== null) return refundAuthority[cause][post];
  return Math.max(...Object.values(refundAuthority).map((limits) => limits[post]));
}

async function compiled(forbidden: readonly Forbidden[]): Promise<LiveCheck> {
  const { createLiveCheck } = await import('./live-check.ts');
  return createLiveCheck(forbidden);
}
