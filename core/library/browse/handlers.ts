import { implement } from '@orpc/server';
import type { z } from 'zod';
import { entryKinds, entryStateSchema, libraryBrowseContract } from '#contract/library-browse.ts';
import { stageSchema } from '#contract/vocabulary.ts';
import type { CallContext } from '#core/call-context.ts';
import type { Clock } from '#core/clock.ts';
import type { ReadHandle } from '#core/db/open.ts';
import { siteTime } from '#core/site-time.ts';
import type { Catalogue } from '../catalogue.ts';
import { favouritesOf } from '../favourite-repo.ts';
import { articleView } from '../line-view.ts';
import type { PersonalShelf } from '../personal/personal-shelf.ts';
import type { SearchIndex } from '../search-index.ts';
import { withdrawnSince } from '../withdrawn-since.ts';
import { createBrowseText } from './browse-text.ts';
import { createEntryShelf, packsInOrder, personalSummary, type ShelvedEntry } from './entry-shelf.ts';
import { namedIn, sceneOf } from './entry-traits.ts';
import { facet, narrow, type Traits } from './narrow.ts';

export interface LibraryBrowseDeps {
  db: ReadHandle;
  clock: Clock;
  timeZone: string;
  catalogue: Catalogue;
  searchIndex: SearchIndex;
  shelf: PersonalShelf;
}

type BrowseInput = z.output<NonNullable<(typeof libraryBrowseContract)['browse']['~orpc']['inputSchema']>>;
type Listed = Traits & { entryId: string; shelved: ShelvedEntry | null };

export function libraryBrowseHandlers({ db, clock, timeZone, catalogue, searchIndex, shelf }: LibraryBrowseDeps) {
  const os = implement(libraryBrowseContract).$context<CallContext>();
  const today = () => siteTime(clock.nowMs(), timeZone).day;
  const entries = createEntryShelf(catalogue);
  const texts = createBrowseText(searchIndex);

  /** Everything the text and the view leave, before the filters. */
  async function candidates(input: BrowseInput, personId: string | null, favourites: ReadonlySet<string>) {
    const personal = (): Listed[] =>
      shelf.lines(personId).flatMap(({ entryId }) => {
        const found = shelf.find(personId, entryId);
        return found ? [{ ...personalSummary(catalogue, found, favourites), entryId, shelved: null }] : [];
      });
    const team = (): Listed[] =>
      entries.all(today()).map((shelved) => ({ ...shelved, entryId: shelved.released.entry.id, shelved }));
    const listed =
      input.only === 'personal'
        ? personal()
        : input.only === 'favourites'
          ? [...personal(), ...team()].filter(({ entryId }) => favourites.has(entryId))
          : team();
    if (input.text.trim() === '') return listed;
    if (personId !== null && input.only !== undefined) shelf.bringInto(await searchIndex.engine(), personId);
    const byId = new Map(listed.map((each) => [each.entryId, each]));
    return (await texts.find(input.text, input.only !== undefined)).flatMap((id) => byId.get(id) ?? []);
  }

  return os.router({
    browse: os.browse.handler(async ({ input, context }) => {
      const personId = context.person()?.id ?? null;
      const favourites = favouritesOf(db, personId);
      const { items, counts } = narrow(await candidates(input, personId, favourites), input);
      const page = items.slice(input.cursor, input.cursor + input.limit);
      const end = input.cursor + page.length;
      const pack = catalogue.release.packs.find(({ id }) => id === input.packId);
      return {
        items: page.flatMap(({ shelved, entryId }) => {
          if (shelved) return [entries.summary(shelved, favourites)];
          const own = shelf.find(personId, entryId);
          return own ? [personalSummary(catalogue, own, favourites).summary] : [];
        }),
        total: items.length,
        nextCursor: end < items.length ? end : null,
        counts: {
          packs: facet(
            counts.packId,
            packsInOrder(catalogue.release).map(({ id, title }) => ({ value: id, label: title })),
          ),
          kinds: facet(
            counts.kind,
            entryKinds.map((value) => ({ value })),
          ),
          stages: facet(
            counts.stage,
            stageSchema.options.map((value) => ({ value })),
          ),
          scenes: facet(
            counts.scene,
            (pack?.scenes ?? []).map(({ id, label }) => ({ value: id, label })),
          ),
          states: facet(
            counts.state,
            entryStateSchema.options.map((value) => ({ value })),
          ),
        },
        own: { favourites: favourites.size, personal: shelf.lines(personId).length },
      };
    }),
    entry: os.entry.handler(({ input, context, errors }) => {
      const released = catalogue.find(input.entryId);
      if (!released) throw errors.notFound({ data: { what: 'entry', id: input.entryId } });
      const { entry, packId, entryHash } = released;
      const scene = sceneOf(entry);
      const usability = entries.usability(released, today());
      return {
        entryId: entry.id,
        entry,
        packTitle: catalogue.packTitle(packId),
        sceneLabel: scene === null ? '' : catalogue.sceneLabel(packId, scene),
        usability: withdrawnSince(usability, { entryId: entry.id, entryHash }, { db, timeZone }),
        favourite: favouritesOf(db, context.person()?.id ?? null).has(entry.id),
        titles: Object.fromEntries(
          namedIn(released).flatMap((id) => {
            const named = catalogue.find(id);
            return named ? [[id, named.entry.title]] : [];
          }),
        ),
        namedBy: entries.namedBy(entry.id, today()),
      };
    }),
    article: os.article.handler(({ input, errors }) => {
      const article = catalogue.find(input.entryId)?.entry;
      if (article?.kind !== 'article') throw errors.notFound({ data: { what: 'article', id: input.entryId } });
      return {
        ...articleView(catalogue, article),
        ...(article.supersededOn === undefined ? {} : { supersededOn: article.supersededOn }),
        note: article.note,
        citedBy: entries.namedBy(article.id, today()).filter(({ kind }) => kind !== 'article'),
      };
    }),
  });
}
