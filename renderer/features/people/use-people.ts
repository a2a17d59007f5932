import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CoreClient } from '#renderer/core-client/core-connection.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** Who is signed in on this desk; null when nobody is. */
export function currentPersonQuery(core: CoreClient) {
  return queryOptions({
    queryKey: ['people', 'current'],
    queryFn: ({ signal }) => core.people.current(undefined, { signal }),
  });
}

export function useCurrentPerson(enabled = true) {
  return useQuery({ ...currentPersonQuery(useCore()), enabled });
}

/** Everybody who may sign in on this desk. */
export function peopleQuery(core: CoreClient) {
  return queryOptions({
    queryKey: ['people', 'list'],
    queryFn: ({ signal }) => core.people.list(undefined, { signal }),
  });
}

export function usePeople() {
  return useQuery(peopleQuery(useCore()));
}

/** Signs a person in; everything on the screen is theirs from then on. Rejects with a `CallFailure`. */
export function useSignIn(): (personId: string, pin?: string) => Promise<void> {
  const core = useCore();
  const queries = useQueryClient();
  return useCallback(
    async (personId, pin) => {
      const person = await core.people.signIn({ personId, ...(pin === undefined ? {} : { pin }) });
      queries.setQueryData(['people', 'current'], person);
      await queries.invalidateQueries();
    },
    [core, queries],
  );
}

/** Signs the present person out. Rejects with a `CallFailure`. */
export function useSignOut(): () => Promise<void> {
  const core = useCore();
  const queries = useQueryClient();
  return useCallback(async () => {
    await core.people.signOut();
    queries.setQueryData(['people', 'current'], null);
  }, [core, queries]);
}
