/** Shares with their intervals. */
import type { SentimentShare } from './types.js';

const Z = 1.959963984540054;

/** Wilson 1927. */
export function share(count: number, n: number): SentimentShare {
  if (n === 0) return { count, share: 0, low: 0, high: 1 };
  const p = count / n;
  const z2 = Z * Z;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return { count, share: p, low: count === 0 ? 0 : centre - half, high: count === n ? 1 : centre + half };
}

/** Whether two shares differ by more than chance explains: Newcombe's interval of the difference is off 0. */
export function differ(one: SentimentShare, other: SentimentShare): boolean {
  const difference = one.share - other.share;
  const below = Math.hypot(one.share - one.low, other.high - other.share);
  const above = Math.hypot(one.high - one.share, other.share - other.low);
  return difference - below > 0 || difference + above < 0;
}
