import { useQuery } from '@tanstack/react-query';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** The files that were imported on this desk, newest first, with what became of their drafts. */
export function useImports() {
  const core = useCore();
  return useQuery({
    queryKey: ['library', 'imports'],
    queryFn: ({ signal }) => core.exchange.imports(undefined, { signal }),
  });
}
