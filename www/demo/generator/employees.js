/** Answers of the made-up quarterly pulse survey in the service team, in words. No names, no ages: the team alone. */

import { DAY, day } from './calendar.js';
import { Chance } from './random.js';

export const HEADER = ['Answer', 'Team', 'Answered', 'Choose again', 'Ideas heard'];

/** The pulse weeks, and how many in a hundred agree with each statement then. */
const PULSES = [
  { from: Date.UTC(2025, 11, 8), again: 58, heard: 47 },
  { from: Date.UTC(2026, 2, 9), again: 60, heard: 49 },
  { from: Date.UTC(2026, 5, 8), again: 57, heard: 54 },
  { from: Date.UTC(2026, 8, 14), again: 55, heard: 59 },
];

const TEAMS = [
  ['Phone', 44],
  ['Written', 38],
  ['Back office', 22],
  ['Field desk', 15],
];

function word(chance, agree) {
  if (chance.yes(agree / 100))
    return chance.pick([
      ['Agree', 70],
      ['Strongly agree', 30],
    ]);
  return chance.pick([
    ['Neither', 50],
    ['Disagree', 35],
    ['Strongly disagree', 15],
  ]);
}

/** All rows, oldest first. */
export function employees(seed) {
  let number = 7000;
  return PULSES.flatMap((pulse) => {
    const chance = new Chance(`${seed}/employees/${day(pulse.from)}`);
    return TEAMS.flatMap(([team, people]) =>
      Array.from({ length: people }, () => {
        number += 1;
        const answered = day(pulse.from + chance.whole(0, 4) * DAY);
        return [`MU-${number}`, team, answered, word(chance, pulse.again), word(chance, pulse.heard)];
      }),
    );
  });
}
