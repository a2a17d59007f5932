import { implement } from '@orpc/server';
import type { Variable } from '#contract/library/line.ts';
import type { Entry } from '#contract/library/release.ts';
import { type LooseEntry, workshopStateSchema } from '#contract/workshop/terms.ts';
import { workshopContract } from '#contract/workshop.ts';
import { type CallContext, requireRole } from '../call-context.ts';
import { namedIn } from '../library/browse/entry-traits.ts';
import { SPOKEN_SENTENCE_MAX } from '../library/validate/sentence-length.ts';
import { failuresSince } from '../search/failures/failure-repo.ts';
import { groupFailures } from '../search/failures/group-failures.ts';
import { siteCalendar } from '../site-rules/calendar-of-site.ts';
import { readSiteRules } from '../site-rules/site-rules-repo.ts';
import { greetingTime } from '../site-rules/weekend.ts';
import { siteTime } from '../site-time.ts';
import type { DraftCheck } from './check-draft.ts';
import { createDraftSearch } from './draft-ranks.ts';
import { countStates, findDraftRecord, listDraftRecords } from './draft-repo.ts';
import { draftRow, draftView } from './draft-view.ts';
import { dueEntries } from './due-entries.ts';
import { citingTexts, fragmentEffect } from './fragment-effect.ts';
import { hearDraft, readingsOf } from './hear-draft.ts';
import { playDraft } from './outline/play-draft.ts';
import { PLAYER } from './outline/played-definition.ts';
import { verifiedAt } from './review-repo.ts';
import { WORKSHOP_ROLES, type WorkshopParts } from './workshop-parts.ts';

const DAY_MS = 86_400_000;
const FAILURES_READ = 5_000;
const FAILURES_DAYS = 30;

/** What the workshop shows; nothing here changes anything. */
export function workshopReadHandlers(parts: WorkshopParts, check: () => Promise<DraftCheck>) {
  const { db, journal, clock, timeZone, catalogue } = parts;
  const os = implement(workshopContract).$context<CallContext>();
  const views = { db, seal: journal.fields, catalogue };
  const ranks = createDraftSearch(parts);

  const circumstances = () => {
    const rules = readSiteRules(db);
    const mayPromiseYuan = Math.max(...Object.values(rules.refundAuthority).map(({ agent }) => agent));
    return { rules, calendar: siteCalendar(rules), nowMs: clock.nowMs(), mayPromiseYuan };
  };

  /** What the entries are called that a draft names, wherever it names them. */
  const titlesIn = (entry: LooseEntry): Record<string, string> => {
    const named = namedIn({ packId: '', entryHash: '', entry: entry as unknown as Entry });
    return Object.fromEntries(
      named.flatMap((id) => {
        const title = catalogue.find(id)?.entry.title;
        return title === undefined ? [] : [[id, title]];
      }),
    );
  };

  return {
    queue: os.queue.handler(({ input, context }) => {
      const person = requireRole(context, WORKSHOP_ROLES);
      const { states, mine, importId = null, from, limit } = input;
      const personId = mine ? person.id : null;
      const { total, drafts } = listDraftRecords(db, { states, personId, importId, from, limit });
      const counted = countStates(db);
      const counts = Object.fromEntries(workshopStateSchema.options.map((state) => [state, counted.get(state) ?? 0]));
      return {
        total,
        counts: counts as Record<(typeof workshopStateSchema.options)[number], number>,
        drafts: drafts.map((record) => draftRow(views, record, person.id)),
      };
    }),
    draft: os.draft.handler(({ input, context, errors }) => {
      const person = requireRole(context, WORKSHOP_ROLES);
      const record = findDraftRecord(db, input.draftId);
      if (record === null) throw errors.notFound({ data: { what: 'draft', id: input.draftId } });
      return draftView(views, record, person.id);
    }),
    look: os.look.handler(async ({ input, context }) => {
      requireRole(context, WORKSHOP_ROLES);
      const { packId, entry } = input;
      const given = circumstances();
      const findings = (await check())(entry, packId, given);
      const preview = hearDraft(entry, catalogue.fragments, catalogue.localeOf(packId) ?? 'zh-CN');
      const { charactersPerMinute } = given.rules;
      return {
        findings,
        titles: titlesIn(entry),
        preview,
        readings: readingsOf(preview, charactersPerMinute),
        charactersPerMinute,
        longestAllowed: SPOKEN_SENTENCE_MAX,
      };
    }),
    ranks: os.ranks.handler(({ input, context }) => {
      requireRole(context, WORKSHOP_ROLES);
      const failed = failuresSince(db, journal.fields, clock.nowMs() - FAILURES_DAYS * DAY_MS, FAILURES_READ);
      const failures = groupFailures(failed, (entryId) => catalogue.findWording(entryId)?.entry.title ?? '');
      return ranks(input.packId, input.entry, input.typed, failures);
    }),
    effect: os.effect.handler(({ input, context }) => {
      requireRole(context, WORKSHOP_ROLES);
      return input.entry.kind === 'article'
        ? citingTexts(input.entry, catalogue)
        : fragmentEffect(input.entry, catalogue);
    }),
    play: os.play.handler(({ input, context }) => {
      const person = requireRole(context, WORKSHOP_ROLES);
      const { rules, calendar, nowMs } = circumstances();
      const greets = greetingTime(nowMs, rules);
      return playDraft(input.entry, input.steps, {
        ...{ catalogue, day: greets.day, greets, successes: new Map(), nowMs, rules, calendar },
        ...{ releaseOffer: null, person: { id: PLAYER, role: person.role }, nameOf: () => '', reveal: true },
      });
    }),
    variables: os.variables.handler(({ context }) => {
      requireRole(context, WORKSHOP_ROLES);
      const known = new Map<string, { variable: Variable; uses: number }>();
      for (const { entry } of catalogue.wordings) {
        for (const { default: _, ...variable } of entry.variables) {
          const before = known.get(variable.label);
          known.set(variable.label, { variable: before?.variable ?? variable, uses: (before?.uses ?? 0) + 1 });
        }
      }
      return [...known.values()].sort((a, b) => b.uses - a.uses).map(({ variable }) => variable);
    }),
    due: os.due.handler(({ input, context }) => {
      requireRole(context, WORKSHOP_ROLES);
      const today = siteTime(clock.nowMs(), timeZone).day;
      const verified = new Map(
        [...verifiedAt(db)].map(([entryId, { entryHash, atMs }]) => [
          entryId,
          { entryHash, day: siteTime(atMs, timeZone).day },
        ]),
      );
      const all = dueEntries({ catalogue, verified, today, withinDays: input.withinDays });
      const owners = [...new Set(all.map(({ owner }) => owner))].sort();
      return { owners, entries: input.owner === undefined ? all : all.filter(({ owner }) => owner === input.owner) };
    }),
  };
}
