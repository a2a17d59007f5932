import type { QueryClient } from '@tanstack/react-query';
import type { ChangeTopic } from '#contract/system.ts';
import type { CoreConnection } from './core-connection.ts';

const RESUBSCRIBE_MS = 250;

/** Topics whose screens read something of another slice too. */
const alsoStale: Record<ChangeTopic, readonly ChangeTopic[]> = {
  system: [],
  // The system's status carries the journal's health.
  journal: ['system'],
  people: [],
  settings: [],
  // How long data is kept is a rule of the site.
  siteRules: ['privacy'],
  lint: [],
  library: [],
  conversation: [],
  specialCalls: [],
  records: [],
  customers: [],
  counter: [],
  workOrders: [],
  reminders: [],
  alerts: [],
  incidents: [],
  rehearsal: [],
  drill: [],
  sync: [],
  backups: [],
  privacy: [],
  releases: [],
};

/**
 * Keeps what the screens show in step with the core: every pushed change makes the keys of its topics stale, and after
 * a reconnect everything is read again. Returns the way to stop.
 */
export function followChanges(connection: CoreConnection, queries: QueryClient): () => void {
  let following: AbortController | null = null;

  let behind = false;

  const follow = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      try {
        const changes = await connection.client.system.changes(undefined, { signal });
        // What changed between two subscriptions was not pushed: read everything again.
        if (behind) void queries.invalidateQueries();
        behind = true;
        for await (const change of changes) {
          for (const topic of new Set(change.topics.flatMap((each) => [each, ...alsoStale[each]]))) {
            void queries.invalidateQueries({ queryKey: [topic] });
          }
        }
      } catch {
        // The reason does not matter here: a lost core shows in the connection's state, and the next turn subscribes again.
      }
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, RESUBSCRIBE_MS));
    }
  };

  const onState = () => {
    following?.abort();
    following = null;
    if (connection.state().kind !== 'connected') return;
    following = new AbortController();
    void follow(following.signal);
    // What was asked for while there was no way to the core has failed by now.
    void queries.refetchQueries({ type: 'active', predicate: (query) => query.state.status === 'error' });
  };

  const stop = connection.subscribe(onState);
  onState();
  return () => {
    stop();
    following?.abort();
  };
}
