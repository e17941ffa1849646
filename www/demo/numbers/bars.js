/** A value with its interval on a scale that a whole table shares. */
import { h } from '../shared/dom.js';

/** The scale of some figures and a target, a little wider than all of them. */
export function scaleOf(figures, target) {
  const ends = figures.flatMap(({ value, interval }) => [value, interval?.low, interval?.high]);
  const known = [...ends, target].filter((one) => Number.isFinite(one));
  if (known.length === 0) return { at: () => 0 };
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  const from = low >= 0 ? Math.max(0, low - room) : low - room;
  return { at: (one) => (one - from) / (high + room - from) };
}

/** The bar; what it shows stands beside it as text, so it is hidden from those who listen. */
export function bar({ value, interval }, target, scale) {
  if (value === undefined) return h('div', {});
  const made = h('div', { class: 'bar', 'aria-hidden': 'true' });
  const place = (name, one) => made.style.setProperty(name, String(scale.at(one)));
  if (interval) {
    place('--low', Math.max(interval.low, Number.MIN_SAFE_INTEGER));
    place('--high', interval.high);
    made.append(h('i', {}));
  }
  place('--at', value);
  made.append(h('b', {}));
  if (Number.isFinite(target)) {
    place('--target', target);
    made.append(h('u', {}));
  }
  return made;
}
