import type { QuickBarPlace } from '#contract/quick-bar/terms.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WishedSize {
  readonly width: number;
  readonly height: number;
}

/** How far down the free height a floating bar begins: where the eye is, above the middle. */
const DOWN = 0.38;
const MARGIN = 8;

/** Where the bar lies on a screen, in the screen's own pixels: never wider or higher than what is free there. */
export function boundsOf(place: QuickBarPlace, area: Bounds, wished: WishedSize): Bounds {
  const width = Math.round(Math.min(wished.width, area.width));
  if (place === 'left') return { x: area.x, y: area.y, width, height: area.height };
  if (place === 'right') return { x: area.x + area.width - width, y: area.y, width, height: area.height };
  const height = Math.round(Math.min(wished.height, area.height - 2 * MARGIN));
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.max(MARGIN, Math.round((area.height - height) * DOWN)),
    width,
    height,
  };
}
