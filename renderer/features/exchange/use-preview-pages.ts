import { useQueries } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ImportList, PreviewItem } from '#contract/exchange.ts';
import { toFailure } from '#renderer/core-client/call-failure.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';

const PAGE = 50;

/** The items of a list by their place in it, as far as the stretch from `first` to `last` has been read. */
export function usePreviewPages(
  previewId: string,
  list: ImportList,
  first: number,
  last: number,
  onGone: () => void,
): (place: number) => PreviewItem | undefined {
  const core = useCore();
  const pages = Array.from({ length: Math.floor(last / PAGE) - Math.floor(first / PAGE) + 1 }, (_, offset) => {
    return Math.floor(first / PAGE) + offset;
  });
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['importPreview', previewId, list, page],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        core.exchange.previewItems({ previewId, list, from: page * PAGE, limit: PAGE }, { signal }),
    })),
  });
  const gone = answers.some(({ error }) => error !== null && toFailure(error).code === 'notFound');
  useEffect(() => {
    if (gone) onGone();
  }, [gone, onGone]);
  return (place) => answers[pages.indexOf(Math.floor(place / PAGE))]?.data?.[place % PAGE];
}
