/** Answers to "would you recommend us?" (0 to 10) from the made-up yearly letter and after-case question. */

import { busyMoment, day, EXPORTED, months } from './calendar.js';
import { Chance } from './random.js';

export const HEADER = ['Answer', 'Answered', 'Channel', 'Recommend'];

const PROMOTERS = [0.36, 0.35, 0.35, 0.36, 0.37, 0.38, 0.385, 0.39, 0.4, 0.41, 0.42, 0.43, 0.435, 0.435];
const DETRACTORS = [0.24, 0.25, 0.25, 0.24, 0.235, 0.23, 0.225, 0.22, 0.215, 0.21, 0.205, 0.2, 0.195, 0.195];

/** All rows, oldest first. */
export function surveys(seed) {
  const rows = months().flatMap((month) => {
    const chance = new Chance(`${seed}/surveys/${month.label}`);
    return Array.from({ length: 120 }, () => {
      const answered = busyMoment(chance, month);
      const channel = chance.pick([
        ['After a case', 70],
        ['Letter', 30],
      ]);
      const draw = chance.next();
      const low = DETRACTORS[month.index];
      const score =
        draw < PROMOTERS[month.index] ? chance.whole(9, 10) : draw > 1 - low ? chance.whole(1, 6) : chance.whole(7, 8);
      return { answered, cells: [day(answered), channel, score] };
    });
  });
  return rows
    .filter((row) => row.answered <= EXPORTED)
    .sort((a, b) => a.answered - b.answered)
    .map((row, i) => [`MU-${20_001 + i}`, ...row.cells]);
}
