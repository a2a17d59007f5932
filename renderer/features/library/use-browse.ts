import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import type { EntrySummary } from '#contract/library-browse.ts';
import type { CoreClient } from '#renderer/core-client/core-connection.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import type { LibraryView } from './library-view.ts';

const PAGE = 100;
/** Pages of texts typed through on the way to a longer one are not worth keeping long. */
const KEPT_MS = 20_000;

type BrowseInput = Parameters<CoreClient['library']['browse']>[0];

function questionOf({ shelf, filters, text }: LibraryView): BrowseInput {
  const chosen = Object.entries(filters).filter(([, value]) => value !== null);
  return {
    ...Object.fromEntries(chosen),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(shelf === 'favourites' || shelf === 'personal' ? { only: shelf } : {}),
  };
}

function pageQuery(core: CoreClient, question: BrowseInput, page: number) {
  return queryOptions({
    queryKey: ['library', 'browse', question, page] as const,
    gcTime: KEPT_MS,
    queryFn: ({ signal }) => core.library.browse({ ...question, cursor: page * PAGE, limit: PAGE }, { signal }),
  });
}

export interface Browsed {
  total: number;
  counts: Awaited<ReturnType<CoreClient['library']['browse']>>['counts'];
  own: { favourites: number; personal: number };
  /** Undefined while its page is on the way. */
  at(index: number): EntrySummary | undefined;
}

/** The list the view asks for; pages beyond the first are read as `from`–`to` come into sight. */
export function useBrowse(
  view: LibraryView,
  from: number,
  to: number,
): { browsed: Browsed | undefined; error: unknown } {
  const core = useCore();
  const { shelf, filters } = view;
  const text = useDeferredValue(view.text);
  const question = useMemo(() => questionOf({ ...view, shelf, filters, text }), [shelf, filters, text, view]);
  const first = useQuery({ ...pageQuery(core, question, 0), placeholderData: keepPreviousData });
  const pages: number[] = [];
  for (
    let page = Math.max(1, Math.floor(from / PAGE));
    page * PAGE <= to && page * PAGE < (first.data?.total ?? 0);
    page += 1
  )
    pages.push(page);
  const others = useQueries({ queries: pages.map((page) => pageQuery(core, question, page)) });
  const { data } = first;
  if (!data) return { browsed: undefined, error: first.error };
  const byPage = new Map(pages.map((page, index) => [page, others[index]?.data?.items]));
  byPage.set(0, data.items);
  const { total, counts, own } = data;
  const at = (index: number) => byPage.get(Math.floor(index / PAGE))?.[index % PAGE];
  return { browsed: { total, counts, own, at }, error: first.error };
}
