/**
 * Cases of the made-up help desk: one row a case, written as a help desk exports them.
 *
 * The story in the numbers: a slow winter 2025/26, then sorting by topic (June) and one queue (August) shorten the
 * first silence; resolution follows; ratings follow more slowly.
 */

import { busyMoment, DAY, EXPORTED, HOUR, minute, months } from './calendar.js';
import { Chance } from './random.js';

export const HEADER = ['Case', 'Channel', 'Topic', 'Created', 'First reply', 'Resolved', 'Due', 'Rating'];

const CHANNELS = [
  ['Mail', 44],
  ['Web form', 20],
  ['Chat', 18],
  ['Phone', 18],
];
/** Hours of the first silence by channel, against the month's pace of 1. */
const SILENCE = { Mail: 11.5, 'Web form': 13, Chat: 0.235, Phone: 4.4 };

/** Topic, its share in winter and in summer, how long it takes against the rest, and the hours promised. */
const TOPICS = [
  { name: 'No heat', winter: 24, summer: 7, takes: 0.38, promise: 24 },
  { name: 'Pressure or noise', winter: 22, summer: 16, takes: 1.15, promise: 96 },
  { name: 'Invoice', winter: 20, summer: 30, takes: 1.05, promise: 120 },
  { name: 'Contract', winter: 14, summer: 22, takes: 1.3, promise: 120 },
  { name: 'How do I', winter: 20, summer: 25, takes: 0.75, promise: 72 },
];

/** How long the first silence is by month, October 2025 first: 1 is the old pace. */
const REPLY_PACE = [1, 1.04, 1.08, 1.05, 0.98, 0.94, 0.9, 0.86, 0.74, 0.68, 0.62, 0.55, 0.5, 0.52];
/** How long resolution takes by month. */
const WORK_PACE = [1, 1.03, 1.1, 1.06, 0.98, 0.92, 0.88, 0.84, 0.79, 0.74, 0.7, 0.61, 0.55, 0.57];
/** How many customers are content by month, before a late answer is counted. */
const CONTENT = [0.755, 0.75, 0.74, 0.745, 0.755, 0.765, 0.77, 0.775, 0.785, 0.79, 0.795, 0.8, 0.8, 0.8];

const SAMPLE_A_MONTH = 430;

function seasonOf(month) {
  const position = Number(month.label.slice(5)) - 1;
  return (1 + Math.cos((position / 12) * 2 * Math.PI)) / 2; // 1 in January, 0 in July
}

function topicOf(chance, cold) {
  return chance.pick(TOPICS.map((topic) => [topic, topic.summer + (topic.winter - topic.summer) * cold]));
}

/** The rating left, 1 to 5, or nothing: six in ten answer. A broken promise costs about one point. */
function ratingOf(chance, content, late) {
  if (!chance.yes(0.6)) return '';
  const happy = chance.yes(content - (late ? 0.22 : 0));
  if (happy)
    return chance.pick([
      [5, 62],
      [4, 38],
    ]);
  return chance.pick(
    late
      ? [
          [3, 25],
          [2, 30],
          [1, 45],
        ]
      : [
          [3, 50],
          [2, 28],
          [1, 22],
        ],
  );
}

function ticketsOf(month, seed, trouble) {
  const chance = new Chance(`${seed}/tickets/${month.label}`);
  const cold = seasonOf(month);
  const count = Math.round(SAMPLE_A_MONTH * (1 + 0.28 * cold) * trouble.volume);
  const rows = [];
  for (let i = 0; i < count; i += 1) {
    const created = busyMoment(chance, month);
    const channel = chance.pick(CHANNELS);
    const topic = topicOf(chance, cold);
    const silence = chance.around(SILENCE[channel] * REPLY_PACE[month.index] * trouble.pace, 0.8);
    const work = chance.around(43 * topic.takes * WORK_PACE[month.index] * trouble.pace, 0.98);
    const replied = created + silence * HOUR;
    const resolved = Math.max(replied, created + work * HOUR);
    const due = created + topic.promise * HOUR;
    const rating = ratingOf(chance, CONTENT[month.index], resolved > due);
    if (created > EXPORTED) continue;
    rows.push({
      created,
      cells: [
        channel,
        topic.name,
        minute(created),
        minute(replied),
        minute(resolved),
        minute(due),
        resolved > EXPORTED - DAY ? '' : rating,
      ],
    });
  }
  return rows;
}

/** Three rows as they come out of real systems: unreadable. They are counted, listed and left out. */
const BROKEN = [
  ['Mail', 'Invoice', 'yesterday', '', '', '', ''],
  ['Phone', 'No heat', '2026-02-30 10:15', '2026-02-30 10:40', '', '', ''],
  ['Chat', 'How do I', '2026-09-09 11:02', '2026-09-09 11:09', '2026-09-09 12:30', '2026-09-12 11:02', 'ten'],
];

/**
 * All rows, oldest first.
 *
 * `coldSnap` tells the same year with a bad October 2026: half as many cases again and everything slower. Every other
 * month is the same, row by row.
 */
export function tickets(seed, { coldSnap = false } = {}) {
  const calm = { volume: 1, pace: 1 };
  const snap = { volume: 1.5, pace: 2.4 };
  const rows = months().flatMap((month) => ticketsOf(month, seed, coldSnap && month.label === '2026-10' ? snap : calm));
  rows.sort((a, b) => a.created - b.created);
  const all = [...rows.map((row) => row.cells), ...BROKEN];
  return all.map((cells, i) => [`MU-${String(100_001 + i)}`, ...cells]);
}
