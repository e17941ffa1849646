// The points that everybody draws: a walk with a daily swing and rare outliers, a second apart.

/** A seeded generator, the same for all (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function walk(count, seed = 11) {
  const random = seeded(seed);
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  let level = 50;
  for (let at = 0; at < count; at += 1) {
    level += (random() - 0.5) * 2;
    x[at] = Date.UTC(2025, 0, 1) + at * 1000;
    y[at] = level + 10 * Math.sin(at / 13_750) + (random() < 0.0005 ? 40 * (random() - 0.5) : 0);
  }
  return { x, y };
}

/** Twelve small charts of a year, two series each. */
export function dozen(seed = 5) {
  const random = seeded(seed);
  const year = Float64Array.from({ length: 365 }, (_, day) => Date.UTC(2025, 0, 1) + day * 86_400_000);
  const series = (start) => {
    let level = start;
    return year.map(() => {
      level = Math.max(1, level + (random() - 0.5) * 6);
      return level;
    });
  };
  return Array.from({ length: 12 }, () => ({ x: year, series: [series(60), series(70)] }));
}
