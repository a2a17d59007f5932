import { queryOptions } from '@tanstack/react-query';
import type { CoreClient } from '#renderer/core-client/core-connection.ts';

/** The settings of whoever is signed in. */
export function settingsQuery(core: CoreClient) {
  return queryOptions({
    queryKey: ['settings'],
    queryFn: ({ signal }) => core.settings.read(undefined, { signal }),
  });
}
