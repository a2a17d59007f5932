import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { VariantName } from '#contract/library/line.ts';
import type { LineView, RenderedVariant, VariableValues } from '#contract/library.ts';
import type { CoreClient } from '#renderer/core-client/core-connection.ts';
import { useCore } from '#renderer/core-client/core-provider.tsx';

/** Renderings with half-typed values are soon of no use. */
const KEPT_MS = 20_000;

export function lineQuery(core: CoreClient, entryId: string, values: VariableValues) {
  return queryOptions({
    queryKey: ['library', 'line', entryId, values] as const,
    gcTime: KEPT_MS,
    queryFn: ({ signal }) => core.library.line({ entryId, values }, { signal }),
  });
}

/** The line with the customer's values filled in; while it is rendered anew the one before stays on the screen. */
export function useLine(entryId: string | null, values: VariableValues) {
  const core = useCore();
  return useQuery({
    ...lineQuery(core, entryId ?? '', values),
    enabled: entryId !== null,
    placeholderData: keepPreviousData,
  });
}

/** The preferred wording of a line, or its first where it does not have that one. */
export function chosenVariant(line: LineView, preferred: VariantName): RenderedVariant | undefined {
  return line.variants.find((each) => each.variant === preferred) ?? line.variants[0];
}
