import type { Verdict } from '#contract/judge.ts';
import type { Clock } from '#core/clock.ts';
import type { ReadHandle } from '#core/db/open.ts';
import type { Catalogue } from '#core/library/catalogue.ts';
import type { SearchIndex } from '#core/library/search-index.ts';
import type { LiveCheck } from '#core/lint/live-check.ts';
import { siteCalendar } from '#core/site-rules/calendar-of-site.ts';
import { readSiteRules } from '#core/site-rules/site-rules-repo.ts';
import type { JudgedTurn } from './judge-answer.ts';

interface JudgeDeps {
  readonly db: ReadHandle;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  readonly searchIndex: SearchIndex;
}

/** Judges by the release and the site rules in force; what it takes is loaded at the first answer. */
export function judgeOfDesk({ db, clock, catalogue, searchIndex }: JudgeDeps) {
  let parts: { forbidden: Catalogue['forbidden']; loaded: ReturnType<typeof load> } | null = null;
  return async (asked: JudgedTurn): Promise<Verdict> => {
    const { forbidden } = catalogue;
    // Another release may come into force while the desk runs.
    if (parts?.forbidden !== forbidden) parts = { forbidden, loaded: load(forbidden) };
    const [{ judgeAnswer, judgeTools, lint }, engine] = await Promise.all([parts.loaded, searchIndex.engine()]);
    const rules = readSiteRules(db);
    // Whoever rehearses may promise what a post at the counter may, for whatever cause.
    const mayPromiseYuan = Math.max(...Object.values(rules.refundAuthority).map(({ agent }) => agent));
    const circumstances = { rules, calendar: siteCalendar(rules), nowMs: clock.nowMs(), mayPromiseYuan };
    return judgeAnswer(asked, judgeTools(catalogue, lint, engine, circumstances));
  };
}

async function load(forbidden: Catalogue['forbidden']) {
  const [{ createLiveCheck }, { judgeAnswer }, { judgeTools }] = await Promise.all([
    import('#core/lint/live-check.ts'),
    import('./judge-answer.ts'),
    import('./judge-tools.ts'),
  ]);
  const lint: LiveCheck = createLiveCheck(forbidden);
  return { judgeAnswer, judgeTools, lint };
}
