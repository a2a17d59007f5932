import type { Person } from '#contract/people.ts';
import type { OtherEntry, SearchInput, SearchResult } from '#contract/search.ts';
import { otherEntrySchema } from '#contract/search.ts';
import type { SearchEngine } from '../search/create-search.ts';
import type { NoticesInForce } from './notices-in-force.ts';
import type { SearchIndex } from './search-index.ts';

const OTHERS_SHOWN = 3;
/** One symbol stands in nearly everything. */
const OTHERS_FROM_LENGTH = 2;
const otherKinds: ReadonlySet<string> = new Set(otherEntrySchema.shape.kind.options);
const isOtherKind = (kind: string): kind is OtherEntry['kind'] => otherKinds.has(kind);

/** The search of the desk: lines to say, what else the library holds on the text, and what an incident or alert in force puts above both. */
export interface DeskSearch {
  search(input: SearchInput, useScore: (entryId: string) => number, person: Person | null): Promise<SearchResult>;
}

export function createDeskSearch(index: SearchIndex, notices: NoticesInForce, onFoundMore: () => void): DeskSearch {
  let awaited = false;
  /** Lines never wait for the rest: until that can be searched it is left out, and the asker told once it is there. */
  const othersSoon = (): null => {
    if (awaited) return null;
    awaited = true;
    index
      .others()
      .then(onFoundMore)
      .catch(() => undefined)
      .finally(() => {
        awaited = false;
      });
    return null;
  };
  return {
    async search(input, useScore, person) {
      const engine = await index.engine();
      const found = engine.search(input, { useScore });
      const others = index.othersNow() ?? othersSoon();
      return {
        ...found,
        notices: notices.concerning(found.hits, input.channel, person),
        others: others === null ? [] : othersIn(others, input),
      };
    },
  };
}

/** Only what holds the words in title or keywords: what merely comes near or mentions them would be noise beside the lines. */
function othersIn(engine: SearchEngine, { text, scene }: SearchInput): OtherEntry[] {
  if (text.trim().length < OTHERS_FROM_LENGTH) return [];
  const { hits } = engine.search({ text, ...(scene === undefined ? {} : { scene }), limit: OTHERS_SHOWN * 4 });
  return hits
    .flatMap(({ entryId, kind, title, titleMarks, packTitle, near, reason }): OtherEntry[] =>
      near || (titleMarks.length === 0 && reason.matched === undefined) || !isOtherKind(kind)
        ? []
        : [{ entryId, kind, title, titleMarks, packTitle }],
    )
    .slice(0, OTHERS_SHOWN);
}
