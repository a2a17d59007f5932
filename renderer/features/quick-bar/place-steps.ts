import type { QuickBarPlace } from '#contract/quick-bar/terms.ts';

const order = ['left', 'floating', 'right'] as const satisfies readonly QuickBarPlace[];

/** The place next to this one, to the left (-1) or right (1) of it; at an edge it stays. */
export function placeBeside(place: QuickBarPlace, step: 1 | -1): QuickBarPlace {
  return order[order.indexOf(place) + step] ?? place;
}

export function placeOf(text: string): QuickBarPlace {
  return order.find((one) => one === text) ?? 'floating';
}
