import { implement } from '@orpc/server';
import { wordingDraftsDiscarded } from '#contract/exchange.ts';
import {
  draftCommented,
  draftCommentSettled,
  draftOpened,
  draftReviewed,
  draftSaved,
  draftSubmitted,
  draftTakenBack,
  wordingVerified,
} from '#contract/workshop/events.ts';
import type { LooseEntry, WorkshopRefusal } from '#contract/workshop/terms.ts';
import { type SeveralDone, workshopContract } from '#contract/workshop.ts';
import { type CallContext, requireRole } from '../call-context.ts';
import { EntrySlugs } from '../library/exchange/entry-slug.ts';
import { siteCalendar } from '../site-rules/calendar-of-site.ts';
import { readSiteRules } from '../site-rules/site-rules-repo.ts';
import { siteTime } from '../site-time.ts';
import type { DraftCheck } from './check-draft.ts';
import { draftedEntryIds, findDraftRecord, headsAndAuthors, openDraftOf, revisionsOf } from './draft-repo.ts';
import {
  type DraftFacts,
  refuseDiscard,
  refuseReview,
  refuseSave,
  refuseSubmit,
  refuseTakeBack,
} from './draft-state.ts';
import { mergeOfHeads } from './draft-view.ts';
import { newEntry } from './new-entry.ts';
import { workshopReadHandlers } from './read-handlers.ts';
import { openComments } from './review-repo.ts';
import { WORKSHOP_ROLES, type WorkshopParts } from './workshop-parts.ts';

/** Writing and reviewing wording. The check is loaded at its first use: the start of the desk does not wait for it. */
export function workshopHandlers(parts: WorkshopParts) {
  const { db, journal, clock, ids, timeZone, catalogue } = parts;
  const os = implement(workshopContract).$context<CallContext>();
  const views = { db, seal: journal.fields, catalogue };
  let made: Promise<DraftCheck> | null = null;
  const check = () => {
    made ??= import('./check-draft.ts').then(({ createDraftCheck }) => createDraftCheck(catalogue));
    return made;
  };

  function factsOf(draftId: string): (DraftFacts & { entry: LooseEntry; packId: string }) | null {
    const record = findDraftRecord(db, draftId);
    const entry = revisionsOf(db, draftId).find(({ head }) => head)?.entry;
    if (record === null || entry === undefined) return null;
    return { state: record.state, packId: record.pack_id, entry, ...headsAndAuthors(db, draftId) };
  }

  /** Takes a step with each draft that may take it, all in one transaction. */
  function several(
    personId: string,
    draftIds: readonly string[],
    refuse: (facts: NonNullable<ReturnType<typeof factsOf>>, draftId: string) => WorkshopRefusal | null,
    step: (tx: Parameters<Parameters<typeof journal.transaction>[1]>[0], draftId: string, facts: DraftFacts) => void,
  ): SeveralDone {
    const result: SeveralDone = { done: [], refused: [] };
    journal.transaction(personId, (tx) => {
      for (const draftId of new Set(draftIds)) {
        const facts = factsOf(draftId);
        const why = facts === null ? 'wrongState' : refuse(facts, draftId);
        if (facts === null || why !== null) result.refused.push({ draftId, why: why ?? 'wrongState' });
        else {
          step(tx, draftId, facts);
          result.done.push(draftId);
        }
      }
    });
    return result;
  }

  return os.router({
    ...workshopReadHandlers(parts, check),
    open: os.open.handler(({ input, context, errors }) => {
      const person = requireRole(context, WORKSHOP_ROLES);
      const draftId = ids.next();
      const revisionId = ids.next();
      if ('entryId' in input) {
        const open = openDraftOf(db, input.entryId);
        if (open !== null) return { draftId: open };
        const found = catalogue.find(input.entryId);
        if (found === null) throw errors.notFound({ data: { what: 'entry', id: input.entryId } });
        const entry = found.entry as unknown as LooseEntry;
        const begun = { draftId, revisionId, packId: found.packId, baseHash: found.entryHash, soughtFor: null, entry };
        journal.transaction(person.id, (tx) => tx.append(draftOpened, begun));
        return { draftId };
      }
      const { packId, kind, title, soughtFor = null } = input;
      const pack = catalogue.release.packs.find((each) => each.id === packId);
      if (pack === undefined) throw errors.notFound({ data: { what: 'pack', id: packId } });
      const taken = [...catalogue.release.entries.map(({ entry }) => entry.id), ...draftedEntryIds(db)];
      const entry = newEntry({
        ...{ kind, title, soughtFor },
        id: new EntrySlugs(taken).idFor(packId, title),
        scene: pack.scenes[0]?.id ?? '',
        owner: person.name,
        today: siteTime(clock.nowMs(), timeZone).day,
      });
      const begun = { draftId, revisionId, packId, baseHash: null, soughtFor, entry };
      journal.transaction(person.id, (tx) => tx.append(draftOpened, begun));
      return { draftId };
    }),
    save: os.save.handler(({ input, context, errors }) => {
      const person = requireRole(context, WORKSHOP_ROLES);
      const { draftId, basedOn, entry, takesInForce } = input;
      const record = findDraftRecord(db, draftId);
      const facts = factsOf(draftId);
      if (record === null || facts === null) throw errors.notFound({ data: { what: 'draft', id: draftId } });
      const why = refuseSave(facts);
      if (why !== null) return { outcome: 'refused', why };
      const known = new Set(revisionsOf(db, draftId).map(({ revisionId }) => revisionId));
      if (!basedOn.every((id) => known.has(id))) return { outcome: 'refused', why: 'outOfDate' };
      // An entry stays what it is and what it is called by machines.
      const kept = { ...entry, id: record.entry_id, kind: record.kind };
      const baseHash = takesInForce ? catalogue.find(record.entry_id)?.entryHash : undefined;
      return journal.transaction(person.id, (tx) => {
        const revisionId = ids.next();
        tx.append(draftSaved, {
          draftId,
          revisionId,
          basedOn,
          entry: kept,
          ...(baseHash === undefined ? {} : { baseHash }),
        });
        const merge = mergeOfHeads({ ...views, db: tx.db }, revisionsOf(tx.db, draftId));
        if (merge === null) return { outcome: 'saved', revisionId };
        if (merge.fields.some(({ merged }) => merged === null)) return { outcome: 'conflict' };
        const together = ids.next();
        tx.append(draftSaved, { draftId, revisionId: together, basedOn: merge.basedOn, entry: merge.entry });
        return { outcome: 'merged', revisionId: together };
      });
    }),
    submit: os.submit.handler(async ({ input, context }) => {
      const person = requireRole(context, WORKSHOP_ROLES);
      const sound = await check();
      const rules = readSiteRules(db);
      const circumstances = { rules, calendar: siteCalendar(rules), nowMs: clock.nowMs(), mayPromiseYuan: 0 };
      const isSound = (entry: LooseEntry, packId: string) =>
        sound(entry, packId, circumstances).every(({ weight }) => weight !== 'must');
      return several(
        person.id,
        input.draftIds,
        (facts) => refuseSubmit(facts, isSound(facts.entry, facts.packId)),
        (tx, draftId, { heads }) => tx.append(draftSubmitted, { draftId, revisionId: heads[0] ?? '' }),
      );
    }),
    takeBack: os.takeBack.handler(({ input, context }) => {
      const person = requireRole(context, WORKSHOP_ROLES);
      return several(person.id, input.draftIds, refuseTakeBack, (tx, draftId) =>
        tx.append(draftTakenBack, { draftId }),
      );
    }),
    review: os.review.handler(({ input, context }) => {
      const person = requireRole(context, WORKSHOP_ROLES);
      const { drafts, verdict, note, checked } = input;
      const looked = new Map(drafts.map(({ draftId, revisionId }) => [draftId, revisionId]));
      return several(
        person.id,
        [...looked.keys()],
        (facts, draftId) =>
          refuseReview(facts, {
            ...{ reviewerId: person.id, revisionId: looked.get(draftId) ?? '', verdict, checked },
            said: note !== '' || openComments(db, draftId) > 0,
          }),
        (tx, draftId) =>
          tx.append(draftReviewed, { draftId, revisionId: looked.get(draftId) ?? '', verdict, note, checked }),
      );
    }),
    discard: os.discard.handler(({ input, context }) => {
      const person = requireRole(context, WORKSHOP_ROLES);
      return several(person.id, input.draftIds, refuseDiscard, (tx, draftId) =>
        tx.append(wordingDraftsDiscarded, { draftIds: [draftId] }),
      );
    }),
    comment: os.comment.handler(({ input, context, errors }) => {
      const person = requireRole(context, WORKSHOP_ROLES);
      if (findDraftRecord(db, input.draftId) === null) {
        throw errors.notFound({ data: { what: 'draft', id: input.draftId } });
      }
      const commentId = ids.next();
      journal.transaction(person.id, (tx) => tx.append(draftCommented, { ...input, commentId }));
      return { commentId };
    }),
    settleComment: os.settleComment.handler(({ input, context }) => {
      const person = requireRole(context, WORKSHOP_ROLES);
      journal.transaction(person.id, (tx) => tx.append(draftCommentSettled, input));
      return null;
    }),
    verify: os.verify.handler(({ input, context }) => {
      const person = requireRole(context, WORKSHOP_ROLES);
      const found = catalogue.find(input.entryId);
      if (found?.entryHash !== input.entryHash) return { verified: false };
      journal.transaction(person.id, (tx) => tx.append(wordingVerified, input));
      return { verified: true };
    }),
  });
}
