/** The canvas of a KPI's trend: drawn when it stands in the page, anew when its size, its colours or what it shows change. */
import type { Palette } from '../drawing.js';
import { drawTrend, type TrendAsked, type TrendGeometry } from '../trend.js';
import type { Context } from './context.js';
import { looksOf } from './looks.js';

type Wanted = Omit<TrendAsked, 'width'>;

interface Shown {
  context: Context;
  wanted: Wanted;
  /** What was drawn last, as text. */
  drawn: string;
  geometry?: TrendGeometry;
}

const shown = new WeakMap<HTMLCanvasElement, Shown>();
/** The least that a request takes; where there is less the picture is made smaller. */
const LEAST = 240;

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const canvas = target.querySelector('canvas');
    if (canvas !== null) paint(canvas);
  }
});

/** Draws it once what was described stands in the page. */
export function painted(context: Context, host: HTMLElement, wanted: Wanted): void {
  requestAnimationFrame(() => {
    const canvas = host.shadowRoot?.querySelector<HTMLCanvasElement>('.trend canvas');
    if (canvas === null || canvas === undefined) return;
    const before = shown.get(canvas);
    if (before === undefined) sizes.observe(canvas.parentElement as Element);
    shown.set(canvas, { drawn: '', ...before, context, wanted });
    paint(canvas);
  });
}

function paint(canvas: HTMLCanvasElement): void {
  const about = shown.get(canvas);
  const width = Math.floor(canvas.parentElement?.clientWidth ?? 0);
  if (about === undefined || width === 0) return;
  const looks = looksOf(about.context, canvas);
  const request = { ...about.wanted, ...looks, palette: raised(looks.palette), width: Math.max(LEAST, width) };
  const drawn = JSON.stringify(request);
  if (drawn === about.drawn) return;
  try {
    about.geometry = drawTrend(canvas, request);
    about.drawn = drawn;
  } catch (thrown) {
    about.context.lack(thrown);
  }
}

/** The details lie on raised ground. */
function raised(palette: Palette): Palette {
  return palette.raised === undefined ? palette : { ...palette, paper: palette.raised };
}

/** The place of the value nearest to the pointer. */
export function nearest({ currentTarget, clientX }: PointerEvent): number | undefined {
  const over = currentTarget as HTMLElement;
  const canvas = over.parentElement?.querySelector('canvas');
  const geometry = canvas && shown.get(canvas)?.geometry;
  if (!geometry) return undefined;
  const { left, width } = over.getBoundingClientRect();
  const x = ((clientX - left) / width) * geometry.width;
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  geometry.points.x.forEach((place, at) => {
    if (Math.abs(place - x) < least) [least, best] = [Math.abs(place - x), geometry.points.index[at]];
  });
  return best;
}
