import { useEffect, useState } from 'react';
import type { TextScale } from '#contract/settings.ts';

/** `wide`: three columns · `drawer`: the right one is a drawer · `narrow`: one column at a time. */
export type Layout = 'wide' | 'drawer' | 'narrow';

const WIDE_FROM = 1180;
const TWO_COLUMNS_FROM = 760;

/** The layout for a window width in pixels at a text size in per cent: larger text needs the room of a smaller window. */
export function layoutFor(widthPx: number, textScale: TextScale): Layout {
  const effective = (widthPx * 100) / textScale;
  if (effective >= WIDE_FROM) return 'wide';
  return effective >= TWO_COLUMNS_FROM ? 'drawer' : 'narrow';
}

export function useLayout(textScale: TextScale): Layout {
  const [width, setWidth] = useState(() => window.innerWidth);
  useEffect(() => {
    const onResize = () => setWidth(window.innerWidth);
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
  return layoutFor(width, textScale);
}
