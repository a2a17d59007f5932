import { setImmediate as nextTurn } from 'node:timers/promises';
import { createSearchInSlices, type SearchEngine } from '#core/search/create-search.ts';
import { type Catalogue, isWording } from '../catalogue.ts';
import type { SearchIndex } from '../search-index.ts';
import { readableTexts, sceneOf } from './entry-traits.ts';

/** Most hits that one text brings; the list says so when there are more. */
const MOST = 1_000;

/** Finds entries of every kind by what is typed: hanzi, pinyin, initials, with slips. */
export interface BrowseText {
  /** Ids of what matches, best first; what only resembles the text comes when nothing matches. */
  find(text: string, includePersonal: boolean): Promise<string[]>;
}

/** The desk's index holds the wording; the rest of the library gets one of its own at the first filter that is typed. */
export function createBrowseText(catalogue: Catalogue, wordings: SearchIndex): BrowseText {
  let others: Promise<SearchEngine> | null = null;
  return {
    async find(text, includePersonal) {
      others ??= indexOthers(catalogue);
      const input = { text, limit: MOST, includePersonal };
      const hits = [
        ...(await wordings.engine()).search(input).hits,
        ...(await others).search({ text, limit: MOST }).hits,
      ];
      const exact = hits.filter(({ near }) => !near);
      return [...new Set((exact.length > 0 ? exact : hits).map(({ entryId }) => entryId))];
    },
  };
}

async function indexOthers(catalogue: Catalogue): Promise<SearchEngine> {
  const { release, fragments, synonyms, stopPhrases } = catalogue;
  const documents = release.entries.flatMap(({ entry, packId }) => {
    if (isWording(entry)) return [];
    const scene = sceneOf(entry);
    return [
      {
        id: entry.id,
        title: entry.title,
        body: readableTexts(entry, fragments),
        keywords: entry.keywords,
        colloquial: entry.colloquial,
        kind: entry.kind,
        ...(scene === null ? {} : { scene }),
        channels: [],
        packTitle: catalogue.packTitle(packId),
      },
    ];
  });
  const slices = createSearchInSlices({ documents, synonyms, stopPhrases });
  for (let step = slices.next(); ; step = slices.next()) {
    if (step.done) return step.value;
    await nextTurn();
  }
}
