import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react';
import type { ConnectionState, CoreClient, CoreConnection } from './core-connection.ts';
import { followChanges } from './follow-changes.ts';

const ConnectionContext = createContext<CoreConnection | null>(null);

interface CoreProviderProps {
  connection: CoreConnection;
  queries: QueryClient;
  children: ReactNode;
}

/** Gives everything below it the core's calls and the cache that the core's pushed changes keep fresh. */
export function CoreProvider({ connection, queries, children }: CoreProviderProps) {
  useEffect(() => followChanges(connection, queries), [connection, queries]);
  return (
    <ConnectionContext value={connection}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </ConnectionContext>
  );
}

function useConnection(): CoreConnection {
  const connection = useContext(ConnectionContext);
  if (connection === null) throw new Error('CoreProvider is missing above this component');
  return connection;
}

/** The core's calls; each rejects with a `CallFailure`. */
export function useCore(): CoreClient {
  return useConnection().client;
}

export function useConnectionState(): ConnectionState {
  const connection = useConnection();
  return useSyncExternalStore(connection.subscribe, connection.state);
}
