import type { AnyRouter } from '@orpc/server';

/** All that the quick bar may call: find, read and take a line, tell what is missing, and know who sits here and how it should look. */
const SCOPE: Readonly<Record<string, readonly string[]>> = {
  system: ['changes'],
  people: ['current'],
  settings: ['read'],
  library: ['search', 'atHand', 'line', 'reportMissing'],
  quickBar: ['take'],
};

/** The calls of a core's router that the quick bar may make. A locked desk refuses them as it refuses all. */
export function quickBarRouter(router: AnyRouter): AnyRouter {
  const slices = router as Record<string, Record<string, AnyRouter> | undefined>;
  return Object.fromEntries(
    Object.entries(SCOPE).map(([slice, calls]) => [
      slice,
      Object.fromEntries(
        calls.flatMap((name) => {
          const found = slices[slice]?.[name];
          return found === undefined ? [] : [[name, found]];
        }),
      ),
    ]),
  );
}
