/** Groups of texts, of which none that is small is told, nor can be had by difference. */

/** The values that may be told of counts that add up to a known total. */
export function tellable<Key>(counts: ReadonlyMap<Key, number>, minimum: number): Map<Key, number> {
  const order = [...counts].sort((one, other) => one[1] - other[1]);
  const small = order.filter(([, count]) => count < minimum);
  const shown = order.filter(([, count]) => count >= minimum);
  // A single small one is the total less the others, and several may be; so the next smallest goes with them.
  const hidden = small.reduce((sum, [, count]) => sum + count, 0);
  if (hidden > 0 && hidden < minimum) shown.shift();
  return new Map(shown);
}
