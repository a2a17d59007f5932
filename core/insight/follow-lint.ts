import { conversationBrokenOff, conversationFinished, noteWritten } from '#contract/conversation/events.ts';
import { lintNoted } from '#contract/insight/events.ts';
import type { Forbidden } from '#contract/library/forbidden.ts';
import type { Clock } from '../clock.ts';
import type { ReadHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import type { LiveCheck } from '../lint/live-check.ts';
import type { Logger } from '../logger.ts';
import { siteCalendar } from '../site-rules/calendar-of-site.ts';
import { readSiteRules } from '../site-rules/site-rules-repo.ts';

export interface FollowLintParts {
  readonly db: ReadHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly catalogue: { readonly forbidden: readonly Forbidden[] };
}

/**
 * Looks through each note as it is kept: words that should not stand there are counted when they turn up, and again when
 * they were put another way. What was written stays with the note.
 */
export function followLint({ db, journal, clock, logger, catalogue }: FollowLintParts): { stop(): void } {
  let stopped = false;
  const standing = new Map<string, ReadonlySet<string>>();
  let check: { of: readonly Forbidden[]; ready: Promise<LiveCheck> } | null = null;

  async function look(personId: string | null, conversationId: string, text: string): Promise<void> {
    const { forbidden } = catalogue;
    if (check?.of !== forbidden) check = { of: forbidden, ready: compiled(forbidden) };
    const live = await check.ready;
    if (stopped) return;
    const rules = readSiteRules(db);
    const mayPromiseYuan = Math.max(...Object.values(rules.refundAuthority).map(({ agent }) => agent));
    const circumstances = { rules, calendar: siteCalendar(rules), nowMs: clock.nowMs(), mayPromiseYuan };
    const now = new Set(live.check(text, circumstances, 'record').map(({ ruleId }) => ruleId));
    const before = standing.get(conversationId) ?? new Set<string>();
    standing.set(conversationId, now);
    const hits = [...now].filter((ruleId) => !before.has(ruleId));
    const mended = [...before].filter((ruleId) => !now.has(ruleId));
    if (hits.length + mended.length === 0) return;
    journal.transaction(personId, (tx) => {
      for (const ruleId of hits) tx.append(lintNoted, { conversationId, ruleId, what: 'hit' });
      for (const ruleId of mended) tx.append(lintNoted, { conversationId, ruleId, what: 'mended' });
    });
  }

  journal.onCommitted((events) => {
    for (const { kind, payload, personId } of events) {
      if (kind === noteWritten.kind) {
        const { conversationId, text } = noteWritten.payload.parse(payload);
        look(personId, conversationId, text).catch((error: unknown) =>
          logger.error('a note was not looked through', error),
        );
      } else if (kind === conversationFinished.kind || kind === conversationBrokenOff.kind) {
        standing.delete((payload as { conversationId: string }).conversationId);
      }
    }
  });
  return {
    stop() {
      stopped = true;
    },
  };
}

async function compiled(forbidden: readonly Forbidden[]): Promise<LiveCheck> {
  const { createLiveCheck } = await import('../lint/live-check.ts');
  return createLiveCheck(forbidden);
}
