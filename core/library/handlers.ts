import { implement, ORPCError } from '@orpc/server';
import { variantNameSchema } from '#contract/library/line.ts';
import { favouriteSet, libraryContract, lineCopied, lineSaid, missingReported } from '#contract/library.ts';
import { type CallContext, requirePerson } from '../call-context.ts';
import type { Clock } from '../clock.ts';
import type { WriteHandle } from '../db/open.ts';
import type { IncidentDesk } from '../incidents/incident-desk.ts';
import type { Journal } from '../journal/journal.ts';
import { nameOfPerson } from '../people/people-repo.ts';
import { dayBucket } from '../privacy/day-bucket.ts';
import type { FailedSearches } from '../search/failures/failed-searches.ts';
import { spellingsOf } from '../search/spellings.ts';
import { readSiteRules } from '../site-rules/site-rules-repo.ts';
import { greetingTime } from '../site-rules/weekend.ts';
import { siteTime } from '../site-time.ts';
import { linesAtHand } from './at-hand.ts';
import type { Catalogue } from './catalogue.ts';
import { createDeskSearch } from './desk-search.ts';
import { favouritesOf } from './favourite-repo.ts';
import { greetingScores } from './greeting-score.ts';
import { lineCounts, recentLineCounts, recentLineUses } from './line-use-repo.ts';
import { lineView } from './line-view.ts';
import { maskNumbers } from './mask-numbers.ts';
import { followNotices } from './notices-in-force.ts';
import { packOverview } from './pack-overview.ts';
import type { PersonalShelf } from './personal/personal-shelf.ts';
import { type LineUseRequest, prepareLineUse } from './record-line-use.ts';
import type { SearchIndex } from './search-index.ts';
import { withdrawnSince } from './withdrawn-since.ts';

export interface LibraryDeps {
  db: WriteHandle;
  journal: Journal;
  clock: Clock;
  /** The time by which wording is valid; greetings and counts go by the clock on the wall. */
  validity: Clock;
  timeZone: string;
  catalogue: Catalogue;
  searchIndex: SearchIndex;
  shelf: PersonalShelf;
  failedSearches: FailedSearches;
  incidents: IncidentDesk;
  /** A search that was answered without what stands beside the lines would find it by now. */
  onFoundMore: () => void;
}

export function libraryHandlers(deps: LibraryDeps) {
  const { db, journal, clock, validity, timeZone, catalogue, searchIndex, shelf, failedSearches } = deps;
  const os = implement(libraryContract).$context<CallContext>();
  const validDay = () => siteTime(validity.nowMs(), timeZone).day;
  const greetsAt = () => greetingTime(clock.nowMs(), readSiteRules(db));
  const suiting = greetingScores(catalogue, greetsAt);
  const deskSearch = createDeskSearch(
    searchIndex,
    followNotices(db, journal, catalogue, deps.incidents),
    deps.onFoundMore,
  );

  /** Read once and kept until something is committed: a keystroke must not wait for a count over the whole table. */
  let counted: { personId: string | null; counts: ReturnType<typeof lineCounts> } | null = null;
  let weighed: { personId: string | null; counts: ReturnType<typeof recentLineCounts> } | null = null;
  journal.onCommitted(() => {
    counted = null;
    weighed = null;
  });
  const countsFor = (personId: string | null) => {
    if (counted?.personId !== personId) counted = { personId, counts: lineCounts(db, personId) };
    return counted.counts;
  };

  const weightsFor = (personId: string | null) => {
    if (weighed?.personId !== personId) weighed = { personId, counts: recentLineCounts(db, personId, clock.nowMs()) };
    return weighed.counts;
  };

  const sayable = (entryId: string, personId: string | null) =>
    shelf.find(personId, entryId) ?? catalogue.findWording(entryId);

  const useLine = (declaration: typeof lineCopied | typeof lineSaid, input: LineUseRequest, context: CallContext) => {
    const person = requirePerson(context);
    const prepared = prepareLineUse(catalogue, sayable(input.entryId, person.id), input, validDay());
    if (!prepared.ok) throw refused(input.entryId, prepared.refusal);
    const how = declaration === lineCopied ? 'copied' : 'said';
    const event = journal.transaction(person.id, (tx) => {
      failedSearches.taken(tx, person.id, { how, entryId: input.entryId });
      return tx.append(declaration, prepared.recorded);
    });
    return { text: prepared.text, eventId: event.id };
  };

  return os.router({
    search: os.search.handler(async ({ input, context }) => {
      const person = context.person();
      const personId = person?.id ?? null;
      if (input.includePersonal && personId !== null) shelf.bringInto(await searchIndex.engine(), personId);
      const counts = weightsFor(personId);
      const asked = personId === null ? { ...input, includePersonal: false } : input;
      const suits = suiting();
      const result = await deskSearch.search(asked, (id) => Math.max(useScore(counts.get(id)), suits(id)), person);
      failedSearches.searched(personId, asked, result);
      return result;
    }),
    spellings: os.spellings.handler(({ input }) => input.names.map(spellingsOf)),
    line: os.line.handler(({ input, context, errors }) => {
      const personId = context.person()?.id ?? null;
      const released = sayable(input.entryId, personId);
      if (!released) throw errors.notFound({ data: { what: 'line', id: input.entryId } });
      const favourite = favouritesOf(db, personId).has(input.entryId);
      const view = lineView(catalogue, released, { values: input.values, day: validDay(), favourite });
      const kept = { entryId: input.entryId, entryHash: released.entryHash };
      return { ...view, usability: withdrawnSince(view.usability, kept, { db, timeZone }) };
    }),
    atHand: os.atHand.handler(({ input, context }) => {
      failedSearches.cleared();
      const personId = context.person()?.id ?? null;
      return linesAtHand(catalogue, {
        ...input,
        now: greetsAt(),
        validDay: validDay(),
        favourites: favouritesOf(db, personId),
        counts: countsFor(personId),
      });
    }),
    packs: os.packs.handler(() => packOverview(catalogue)),
    copyLine: os.copyLine.handler(({ input, context }) => useLine(lineCopied, input, context)),
    sayLine: os.sayLine.handler(({ input, context }) => useLine(lineSaid, input, context)),
    setFavourite: os.setFavourite.handler(({ input, context, errors }) => {
      const person = requirePerson(context);
      const there = sayable(input.entryId, person.id) ?? catalogue.find(input.entryId);
      if (!there) throw errors.notFound({ data: { what: 'line', id: input.entryId } });
      journal.transaction(person.id, (tx) => tx.append(favouriteSet, input));
      return null;
    }),
    recentUses: os.recentUses.handler(({ input, context }) =>
      recentLineUses(db, input.limit, context.person()?.id ?? null).map((row) => ({
        eventId: row.event_id,
        atMs: row.at_ms,
        how: row.how,
        entryId: row.entry_id,
        version: row.version,
        variant: variantNameSchema.parse(row.variant),
        title: (catalogue.find(row.entry_id) ?? sayable(row.entry_id, row.person_id))?.entry.title ?? row.text,
        text: row.text,
        personName: row.person_id === null ? '' : (nameOfPerson(db, journal.fields, row.person_id) ?? ''),
      })),
    ),
    reportMissing: os.reportMissing.handler(({ input, context }) => {
      const person = requirePerson(context);
      const { channel = null, scene = null } = input;
      journal.transaction(person.id, (tx) =>
        tx.append(missingReported, { text: maskNumbers(input.text), channel, scene }, [
          dayBucket(journal.head().installId, 'searches', clock.nowMs()),
        ]),
      );
      return null;
    }),
  });
}

/** How much a line is in use lately, 0..1: the person's own use counts double, and the hundredth use little more than the tenth. */
function useScore(used: { own: number; team: number } | undefined): number {
  if (!used) return 0;
  const weight = Math.log2(1 + 2 * used.own + used.team);
  return weight / (weight + 4);
}

type Refusal = Extract<ReturnType<typeof prepareLineUse>, { ok: false }>['refusal'];

function refused(entryId: string, refusal: Refusal): ORPCError<string, unknown> {
  switch (refusal.code) {
    case 'notFound':
      return new ORPCError('notFound', { defined: true, data: { what: 'line', id: entryId } });
    case 'variablesMissing':
      return new ORPCError('variablesMissing', { defined: true, data: { names: refusal.names } });
    case 'lineNotUsable': {
      const { state, day, replacedBy } = refusal.usability;
      return new ORPCError('lineNotUsable', { defined: true, data: { state, day, replacedBy: replacedBy?.entryId } });
    }
  }
}
