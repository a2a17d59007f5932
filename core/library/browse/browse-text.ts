import type { SearchIndex } from '../search-index.ts';

/** Most hits that one text brings; the list says so when there are more. */
const MOST = 1_000;

/** Finds entries of every kind by what is typed: hanzi, pinyin, initials, with slips. */
export interface BrowseText {
  /** Ids of what matches, best first; what only resembles the text comes when nothing matches. */
  find(text: string, includePersonal: boolean): Promise<string[]>;
}

/** The wording first, then the rest of the library. */
export function createBrowseText(index: SearchIndex): BrowseText {
  return {
    async find(text, includePersonal) {
      const input = { text, limit: MOST, includePersonal };
      const hits = [
        ...(await index.engine()).search(input).hits,
        ...(await index.others()).search({ text, limit: MOST }).hits,
      ];
      const exact = hits.filter(({ near }) => !near);
      return [...new Set((exact.length > 0 ? exact : hits).map(({ entryId }) => entryId))];
    },
  };
}
