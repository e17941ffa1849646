/** A status as shape and word; its colour comes with the class. */
import { type Description, h } from '../dom.js';
import type { Catalog } from '../messages/catalog.js';
import type { Status } from '../types.js';

/** The shapes are those of the painted map: circle, triangle, diamond, ring, dashed ring, dash. */
export function mark(status: Status): Description {
  return h('svg', { class: `mark is-${status}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' }, ...shapes(status));
}

export function statusWord(words: Catalog, status: Status): Description {
  return h(
    'span',
    { class: `status is-${status}` },
    mark(status),
    h('span', { class: 'word' }, words.text(`status.${status}`)),
  );
}

function shapes(status: Status): Description[] {
  const ring = { cx: 8, cy: 8, r: 6, fill: 'none', stroke: 'currentColor', 'stroke-width': 2 };
  switch (status) {
    case 'on-track':
    case 'met':
      return [h('circle', { cx: 8, cy: 8, r: 7, fill: 'currentColor' })];
    case 'done':
      return [
        h('circle', { cx: 8, cy: 8, r: 7, fill: 'currentColor' }),
        h('path', { d: 'M4.5 8.2 7 10.7 11.6 5.6', fill: 'none', class: 'cut', 'stroke-width': 2 }),
      ];
    case 'at-risk':
      return [h('path', { d: 'M8 1 15.5 14.5H.5Z', fill: 'currentColor' })];
    case 'off-track':
    case 'not-met':
      return [h('path', { d: 'M8 .5 15.5 8 8 15.5.5 8Z', fill: 'currentColor' })];
    case 'cannot-tell':
      return [
        h('circle', ring),
        h('path', {
          d: 'M6.3 6.6a1.8 1.8 0 1 1 2.5 1.7c-.5.2-.8.5-.8 1.1',
          fill: 'none',
          stroke: 'currentColor',
          'stroke-width': 1.4,
        }),
        h('circle', { cx: 8, cy: 11.3, r: 0.9, fill: 'currentColor' }),
      ];
    case 'stale':
      return [h('circle', { ...ring, 'stroke-dasharray': '2.5 2.2' })];
    case 'not-started':
      return [h('circle', ring)];
    case 'no-data':
      return [h('path', { d: 'M2 8H14', stroke: 'currentColor', 'stroke-width': 2.4 })];
  }
}
