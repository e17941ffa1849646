/** How a picture that stands in the page is drawn: as sharp as the screen, in the direction, the type and the colours there. */
import type { Context } from './context.js';

export function looksOf({ palette }: Context, where: Element) {
  const { direction, fontFamily } = getComputedStyle(where);
  return {
    ratio: Math.min(8, Math.max(0.25, devicePixelRatio)),
    direction: direction === 'rtl' ? ('rtl' as const) : ('ltr' as const),
    font: fontFamily,
    palette,
  };
}
