import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LineSummary } from '#contract/library.ts';
import type { NoticeInForce, OtherEntry, SearchHit } from '#contract/search.ts';
import type { Channel, Stage } from '#contract/vocabulary.ts';
import type { CoreClient } from '#renderer/core-client/core-connection.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';
import { useKept } from '#renderer/core-client/use-kept.ts';

export interface Asked {
  readonly text: string;
  readonly channel: Channel | null;
  readonly scene: string | null;
  /** The stage of the running conversation: what suits it comes first. */
  readonly stage: Stage | null;
  /** Own lines are found too, and marked. */
  readonly includePersonal: boolean;
}

/** What the list shows for one question: hits of a search, or what is at hand while the box is empty. */
export type Results =
  | { kind: 'atHand'; asked: Asked; items: LineSummary[] }
  | {
      kind: 'search';
      asked: Asked;
      items: SearchHit[];
      notices: NoticeInForce[];
      others: OtherEntry[];
      total: number;
      tookMs: number;
      interpretation: string | null;
    };

const SHOWN = 20;
const AT_HAND_SHOWN = 12;
/** Answers to texts typed through on the way to a longer one are not worth keeping long. */
const KEPT_MS = 20_000;

/** What a fresh desk asks. */
export const NOTHING_ASKED: Asked = { text: '', channel: null, scene: null, stage: null, includePersonal: false };

/** What is at hand depends on the filters alone: a conversation that goes on does not ask for it anew. */
const essential = (asked: Asked): Asked =>
  asked.text.trim() === '' ? { ...NOTHING_ASKED, channel: asked.channel, scene: asked.scene } : asked;

/** The question and how to answer it; the key holds the whole question, so an answer can never be taken for another's. */
export function resultsQuery(core: CoreClient, given: Asked) {
  const asked = essential(given);
  const text = asked.text.trim();
  const filters = {
    ...(asked.channel === null ? {} : { channel: asked.channel }),
    ...(asked.scene === null ? {} : { scene: asked.scene }),
  };
  return queryOptions({
    queryKey: ['library', 'results', text, asked.channel, asked.scene, asked.stage, asked.includePersonal] as const,
    gcTime: KEPT_MS,
    queryFn: async ({ signal }): Promise<Results> => {
      if (text === '') {
        const items = await core.library.atHand({ ...filters, limit: AT_HAND_SHOWN }, { signal });
        return { kind: 'atHand', asked, items };
      }
      const found = await core.library.search(
        {
          text,
          ...filters,
          ...(asked.stage === null ? {} : { stage: asked.stage }),
          includePersonal: asked.includePersonal,
          limit: SHOWN,
        },
        { signal },
      );
      return {
        kind: 'search',
        asked,
        items: inShownOrder(found.hits),
        notices: found.notices,
        others: found.others,
        total: found.total,
        tookMs: found.tookMs,
        interpretation: found.interpretation ?? null,
      };
    },
  });
}

/** Near hits stand below the others, so numbers and arrows follow the eye. */
function inShownOrder(hits: SearchHit[]): SearchHit[] {
  return [...hits.filter((hit) => !hit.near), ...hits.filter((hit) => hit.near)];
}

/** The answer to what is in the box; while it is on its way, or cannot come, the one before stays on the screen. */
export function useResults(asked: Asked) {
  const core = useCore();
  const query = useQuery({ ...resultsQuery(core, asked), placeholderData: keepPreviousData });
  return { results: useKept(query.data), error: query.error };
}

/** Sends the question off before the letter is drawn: the core answers while the window is still busy with the letter. */
export function useAskEarly(): (asked: Asked) => void {
  const core = useCore();
  const queries = useQueryClient();
  return (asked) => void queries.prefetchQuery(resultsQuery(core, asked));
}
