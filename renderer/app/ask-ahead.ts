import type { QueryClient } from '@tanstack/react-query';
import type { CoreConnection } from '#renderer/core-client/core-connection.ts';
import { currentConversationQuery } from '#renderer/features/conversation/conversation-query.ts';
import { currentPersonQuery } from '#renderer/features/people/use-people.ts';
import { NOTHING_ASKED, resultsQuery } from '#renderer/features/search/results.ts';
import { statusQuery } from '#renderer/features/system/use-system-status.ts';
import { settingsQuery } from './settings-query.ts';

/**
 * Asks for everything the first picture of the desk needs with the first way to the core, instead of one thing after
 * another as the screens come up. What is refused (a desk that is locked, nobody signed in) is asked again by whoever needs it.
 */
export function askAhead({ client, state, subscribe }: CoreConnection, queries: QueryClient): void {
  const stop = subscribe(() => {
    if (state().kind !== 'connected') return;
    stop();
    void queries.prefetchQuery(statusQuery(client));
    void queries.prefetchQuery(currentPersonQuery(client));
    void queries.prefetchQuery(settingsQuery(client));
    void queries.prefetchQuery(currentConversationQuery(client));
    void queries.prefetchQuery(resultsQuery(client, NOTHING_ASKED));
  });
}
