/** A scale of scores: round percentages around what is on it. */
import type { ChartScale } from '../types.js';

/** Steps between two marks, of which the smallest is taken that needs six of them at most. */
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25];
const MOST = 6;

export function scoreScale(
  scores: readonly (number | undefined)[],
  write: (score: number) => string,
): ChartScale | undefined {
  const known = scores.filter((score) => score !== undefined);
  if (known.length === 0) return undefined;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const step = STEPS.find((each) => Math.ceil(most / each) - Math.floor(least / each) <= MOST) ?? 0.25;
  const from = Math.floor(least / step + 1e-9);
  const to = Math.max(Math.ceil(most / step - 1e-9), from + 1);
  const marks = Array.from({ length: to - from + 1 }, (_, at) => Number(((from + at) * step).toFixed(4)));
  const [low = 0, high = 1] = [marks[0], marks.at(-1)];
  return { low, high, marks: marks.map((at) => ({ at, label: write(at) })) };
}
