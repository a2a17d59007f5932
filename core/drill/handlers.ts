import { implement, ORPCError } from '@orpc/server';
import { drillConsentGiven, drillContract, drillFound, drillReviewed } from '#contract/drill.ts';
import { lineCopied } from '#contract/library.ts';
import type { SiteRules } from '#contract/site-rules.ts';
import { canonicalText } from '#ledger/canonical.ts';
import { type CallContext, requirePerson } from '../call-context.ts';
import type { Clock } from '../clock.ts';
import type { ReadHandle } from '../db/open.ts';
import type { Journal } from '../journal/journal.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { maskNumbers } from '../library/mask-numbers.ts';
import type { SearchIndex } from '../library/search-index.ts';
import type { RehearsalJournals } from '../rehearsal/rehearsal-journal.ts';
import { versionsOfRelease } from '../releases/entry-version-repo.ts';
import { siteTime } from '../site-time.ts';
import { type BaseCard, changedWordings, deckOf, sayingOf } from './cards.ts';
import { chooseCards } from './choose-cards.ts';
import { findsOf, knownCards, learnsFromWork, reviewsSince, slipsUpTo } from './drill-repo.ts';
import { FIND_SECONDS, nextFind } from './find-fast.ts';
import { scheduleAfter } from './schedule.ts';
import { slipCards } from './slip-cards.ts';

const DAY_MS = 86_400_000;
const SLIPS_READ = 200;
const HITS = 5;

export interface DrillDeps {
  readonly db: ReadHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly catalogue: Catalogue;
  /** SHA-256 of the release in force. */
  readonly releaseHash: () => string;
  readonly searchIndex: SearchIndex;
  readonly rules: () => SiteRules;
  /** Where a line copied in practice is kept. */
  readonly rehearsals: Pick<RehearsalJournals, 'open'>;
}

export function drillHandlers(deps: DrillDeps) {
  const { db, journal, clock, timeZone, catalogue, releaseHash, searchIndex, rules, rehearsals } = deps;
  const os = implement(drillContract).$context<CallContext>();
  const dayAt = (atMs: number) => siteTime(atMs, timeZone).day;
  const today = () => dayAt(clock.nowMs());

  let kept: { readonly of: string; readonly deck: readonly BaseCard[] } | null = null;
  /** Rendering every phrase takes its time: done once a release and set of rules. */
  function deckInForce(): readonly BaseCard[] {
    const inForce = rules();
    const of = `${releaseHash()} ${canonicalText(inForce)}`;
    if (kept?.of !== of) {
      const changed = changedWordings(versionsOfRelease(db, releaseHash()));
      kept = { of, deck: deckOf({ catalogue, rules: inForce, changed }) };
    }
    return kept.deck;
  }

  /** The library's cards, and those of one's own slips before today: what went wrong is slept over once. */
  function cardsFor(personId: string) {
    const yesterday = dayAt(clock.nowMs() - DAY_MS);
    const slips = slipsUpTo(db, journal.fields, personId, yesterday, SLIPS_READ);
    return { deck: deckInForce(), slips: slipCards(slips, catalogue) };
  }

  return os.router({
    today: os.today.handler(({ context }) => {
      const { id: personId } = requirePerson(context);
      const nowMs = clock.nowMs();
      const day = today();
      const days = Array.from({ length: 7 }, (_, place) => dayAt(nowMs - (6 - place) * DAY_MS));
      const reviews = reviewsSince(db, personId, days[0] ?? day);
      const doneToday = reviews.get(day) ?? 0;
      const { tries, bestMs } = findsOf(db, personId);
      const find = nextFind(catalogue, personId, tries);
      const known = knownCards(db, personId);
      return {
        day,
        learnsFromWork: learnsFromWork(db, personId),
        cards: chooseCards({ ...cardsFor(personId), known, day, untilMs: endOfDay(nowMs), doneToday, personId }),
        doneToday,
        week: days.map((one) => ({ day: one, done: reviews.has(one) })),
        find: find && { entryId: find.wording.id, says: find.says, seconds: FIND_SECONDS, bestMs },
      };
    }),
    review: os.review.handler(({ input, context }) => {
      const { id: personId } = requirePerson(context);
      const { deck, slips } = cardsFor(personId);
      const card = [...slips, ...deck].find(({ cardId }) => cardId === input.cardId);
      if (!card) throw new ORPCError('notFound', { defined: true });
      const before = knownCards(db, personId).get(input.cardId)?.schedule ?? null;
      const schedule = scheduleAfter(before, input.grade, clock.nowMs());
      const { cardId, kind } = card;
      const { grade, tookMs } = input;
      journal.transaction(personId, (tx) =>
        tx.append(drillReviewed, { cardId, kind, grade, tookMs, day: today(), schedule }, [personId]),
      );
      return { dueAtMs: schedule.dueAtMs };
    }),
    learnFromWork: os.learnFromWork.handler(({ input, context }) => {
      const { id: personId } = requirePerson(context);
      if (input.learns !== learnsFromWork(db, personId)) {
        journal.transaction(personId, (tx) => tx.append(drillConsentGiven, { learns: input.learns }, [personId]));
      }
      return null;
    }),
    search: os.search.handler(async ({ input, context }) => {
      requirePerson(context);
      const engine = await searchIndex.engine();
      return engine.search({ ...input, limit: HITS }).hits;
    }),
    found: os.found.handler(({ input, context }) => {
      const { id: personId } = requirePerson(context);
      const wanted = catalogue.findWording(input.wantedId)?.entry;
      if (!wanted) throw new ORPCError('notFound', { defined: true });
      const { wantedId, entryId, searchText, tookMs } = input;
      const right = entryId === wantedId;
      const copied = entryId === null ? null : copyInPractice(personId, entryId, searchText);
      journal.transaction(personId, (tx) =>
        tx.append(drillFound, { wantedId, right, tookMs, day: today() }, [personId]),
      );
      return { right, title: wanted.title, text: sayingOf(wanted, catalogue), copied };
    }),
  });

  /** Copies a line as live work does, but into the journal of rehearsals; answers the text. Gaps read their label. */
  function copyInPractice(personId: string, entryId: string, searchText: string): string | null {
    const released = catalogue.findWording(entryId);
    if (!released) return null;
    const text = sayingOf(released.entry, catalogue);
    rehearsals.open().journal.transaction(personId, (tx) =>
      tx.append(
        lineCopied,
        {
          ...{ entryId, version: released.entry.provenance.version, entryHash: released.entryHash },
          ...{ variant: 'standard', text, channel: null, conversationId: null, searchText: maskNumbers(searchText) },
        },
        [personId],
      ),
    );
    return text;
  }

  /** The last moment that still belongs to the day of a moment, give or take the hour that clocks are set. */
  function endOfDay(atMs: number): number {
    const day = dayAt(atMs);
    let last = atMs;
    for (const step of [3_600_000, 60_000]) while (dayAt(last + step) === day) last += step;
    return last;
  }
}
