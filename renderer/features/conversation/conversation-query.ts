import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import type { ConversationState } from '#contract/conversation/terms.ts';
import type { ConversationSummary, ConversationView } from '#contract/conversation/view.ts';
import type { CoreClient } from '#renderer/core-client/core-connection.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';

const CURRENT = ['conversation', 'current'] as const;
const viewKey = (id: string) => ['conversation', 'view', id] as const;

const isView = (data: unknown): data is ConversationView =>
  typeof data === 'object' && data !== null && 'revision' in data && 'id' in data;

/** Of two answers about the same conversation the later revision stays, whichever arrived last. */
export function newest(before: unknown, after: unknown): unknown {
  if (!isView(before) || !isView(after) || before.id !== after.id) return after;
  // What goes on at another desk counts, however much was done here without knowing.
  const gaveWay = after.elsewhere && !before.elsewhere;
  return after.revision < before.revision && !gaveWay ? before : after;
}

/** The running conversation of whoever is signed in, as far as it is known. */
export function currentConversationQuery(core: CoreClient) {
  return queryOptions({
    queryKey: CURRENT,
    queryFn: ({ signal }) => core.conversation.current(undefined, { signal }),
    structuralSharing: newest,
  });
}

export function useCurrentConversation() {
  return useQuery(currentConversationQuery(useCore()));
}

/** The running conversation; null without one, also while it is not known yet. */
export function useConversation(): ConversationView | null {
  return useCurrentConversation().data ?? null;
}

/** One conversation by its id, also a finished one. */
export function useConversationView(conversationId: string) {
  const core = useCore();
  return useQuery({
    queryKey: viewKey(conversationId),
    queryFn: ({ signal }) => core.conversation.view({ conversationId }, { signal }),
    structuralSharing: newest,
  });
}

interface Listed {
  state?: ConversationState;
  number?: string;
  limit: number;
}

export function conversationsQuery(core: CoreClient, wanted: Listed) {
  return queryOptions({
    queryKey: ['conversation', 'list', wanted.state ?? '', wanted.number ?? '', wanted.limit] as const,
    queryFn: ({ signal }): Promise<ConversationSummary[]> => core.conversation.list(wanted, { signal }),
  });
}

/** Own conversations, the latest first. */
export function useConversations(wanted: Listed) {
  return useQuery(conversationsQuery(useCore(), wanted));
}

/** Handed over and not taken yet: to oneself, and for leads everybody's. */
export function useWaiting() {
  const core = useCore();
  return useQuery({
    queryKey: ['conversation', 'waiting'],
    queryFn: ({ signal }) => core.conversation.waiting(undefined, { signal }),
  });
}

/** What was done here while another desk had the conversation already, until it was seen. */
export function useLost() {
  const core = useCore();
  return useQuery({
    queryKey: ['conversation', 'lost'],
    queryFn: ({ signal }) => core.conversation.lost(undefined, { signal }),
  });
}

/** Own promises that were not kept yet, the next due first. */
export function useOpenPromises(limit: number) {
  const core = useCore();
  return useQuery({
    queryKey: ['conversation', 'promises', limit],
    queryFn: ({ signal }) => core.conversation.promises({ limit }, { signal }),
  });
}

/** Puts what a step answered on every screen that shows this conversation. */
export function keepView(queries: QueryClient, view: ConversationView): void {
  const current = queries.getQueryData<ConversationView | null>(CURRENT);
  // An answer that was asked for before this step would bring the old state back.
  void queries.cancelQueries({ queryKey: CURRENT });
  queries.setQueryData(viewKey(view.id), view);
  // What was taken over or given away by somebody else is not one's own conversation.
  if (view.state === 'running' && view.mine) queries.setQueryData(CURRENT, view);
  else if (current?.id === view.id) queries.setQueryData(CURRENT, null);
}

/** The revision a screen shows of a conversation, for the core to tell a screen that is behind. */
export function shownRevision(queries: QueryClient, conversationId: string): number | undefined {
  const current = queries.getQueryData<ConversationView | null>(CURRENT);
  const viewed = queries.getQueryData<ConversationView>(viewKey(conversationId));
  const shown = [current, viewed].flatMap((view) => (view?.id === conversationId ? [view.revision] : []));
  return shown.length === 0 ? undefined : Math.max(...shown);
}

/** The latest that is known of a conversation, for deciding after something was just stored. */
export function latestView(queries: QueryClient, view: ConversationView): ConversationView {
  const current = queries.getQueryData<ConversationView | null>(CURRENT);
  return current?.id === view.id ? current : view;
}
