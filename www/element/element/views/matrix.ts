/** Importance against satisfaction (Martilla and James 1977): where each need stands beside the mean of all. */
import type { Child, Description } from '../../dom.js';
import type { NeedLines, Needs } from '../../types.js';
import type { Context } from '../context.js';
import { h } from '../parts.js';

interface Spot {
  readonly at: string[];
  readonly x: number;
  readonly y: number;
}

/** Nearer than this, as a part of the side, two letters would lie over each other. */
const NEAR = 0.09;
const QUADRANTS = ['overdone', 'keep', 'low-priority', 'improve'];

/** What a row of the table and its place in the picture have in common. */
export function letter(row: number): string {
  return row < 26 ? String.fromCharCode(65 + row) : String(row + 1);
}

/** Lettered as the rows of the table above it, which says each quadrant in words. */
export function matrix(context: Context, { needs }: Needs, lines: NeedLines): Child[] {
  const { words } = context;
  const rated = needs.flatMap(({ importance, satisfaction }, row) =>
    importance === undefined || satisfaction === undefined
      ? []
      : [{ sign: letter(row), x: importance.level.value, y: satisfaction.level.value }],
  );
  const x = ruler([...rated.map((one) => one.x), lines.importance], 0.1);
  // Above and below there is room for the words of the corners.
  const y = ruler([...rated.map((one) => one.y), lines.satisfaction], 0.2);
  const spots = together(rated.map((one) => ({ at: [one.sign], x: x(one.x), y: y(one.y) })));
  return [
    h('p', { class: 'note' }, words.text('view.matrix-about')),
    h(
      'div',
      { class: 'quadrants', 'aria-hidden': 'true' },
      h('span', { class: 'axis-y' }, words.text('view.met')),
      h(
        'div',
        { class: 'plane' },
        QUADRANTS.map((name) => h('span', { class: `corner ${name}` }, words.text(`view.corner-${name}`))),
        h('span', { class: 'across', '--y': y(lines.satisfaction) }),
        h('span', { class: 'down', '--x': x(lines.importance) }),
        spots.map(spot),
      ),
      h('span', { class: 'axis-x' }, words.text('view.matters')),
    ),
  ];
}

function spot({ at, x, y }: Spot): Description {
  return h('span', { class: 'spot', '--x': x, '--y': y }, at.join(', '));
}

/** From a level to its place on the side, so that what lies close together is seen apart. */
function ruler(levels: readonly number[], edge: number): (level: number) => number {
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  return (level) => (high > low ? edge + ((1 - 2 * edge) * (level - low)) / (high - low) : 0.5);
}

/** What would lie over each other stands at one place. */
function together(spots: readonly Spot[]): Spot[] {
  const placed: Spot[] = [];
  for (const one of spots) {
    const near = placed.find(({ x, y }) => Math.abs(x - one.x) < NEAR && Math.abs(y - one.y) < NEAR);
    if (near === undefined) placed.push(one);
    else near.at.push(...one.at);
  }
  return placed;
}
