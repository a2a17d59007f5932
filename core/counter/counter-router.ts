import type { AnyRouter } from '@orpc/server';

/** The one call of a core's router that the window before a customer may make. A locked desk has none to give. */
export function counterRouter(router: AnyRouter): AnyRouter {
  const { counter } = router as { counter?: { slip?: AnyRouter } };
  if (counter?.slip === undefined) return {};
  return { counter: { slip: counter.slip } };
}
