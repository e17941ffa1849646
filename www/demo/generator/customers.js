/** Made-up maintenance contracts on the day they ended: renewed or not. */

import { busyMoment, day, EXPORTED, months } from './calendar.js';
import { Chance } from './random.js';

export const HEADER = ['Contract', 'Region', 'Ended', 'Renewed'];

const RENEWED = [0.83, 0.825, 0.83, 0.83, 0.835, 0.84, 0.84, 0.845, 0.85, 0.85, 0.855, 0.855, 0.86, 0.86];

/** All rows, oldest first. */
export function customers(seed) {
  const rows = months().flatMap((month) => {
    const chance = new Chance(`${seed}/customers/${month.label}`);
    return Array.from({ length: 205 }, () => {
      const ended = busyMoment(chance, month);
      const region = chance.pick([
        ['North', 30],
        ['Coast', 28],
        ['Hills', 22],
        ['City', 20],
      ]);
      return { ended, cells: [region, day(ended), chance.yes(RENEWED[month.index]) ? 'yes' : 'no'] };
    });
  });
  return rows
    .filter((row) => row.ended <= EXPORTED)
    .sort((a, b) => a.ended - b.ended)
    .map((row, i) => [`MU-${50_001 + i}`, ...row.cells]);
}
