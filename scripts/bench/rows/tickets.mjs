// A million made-up tickets as a help desk exports them: a seeded generator, the same bytes on every machine.
import fs from 'node:fs';
import path from 'node:path';

export const TEAMS = [
  'Billing',
  'First line',
  'Second line, escalated',
  'Retention',
  'Onboarding',
  'Field',
  'VIP',
  'Returns',
];
export const CHANNELS = ['phone', 'email', 'chat', 'web', 'social', 'messenger'];
export const COLUMNS =
  'id,channel,team,created,first_response,resolved,reopened,contacts,talk,hold,wrap,csat,nps,ces,customer';
const START = Date.UTC(2024, 0, 1) / 1000;
const SPAN = 731 * 86_400;

/** Numbers in [0, 1) from a seed (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const iso = (second) => `${new Date(second * 1000).toISOString().slice(0, 19)}Z`;
const quoted = (text) => (text.includes(',') ? `"${text}"` : text);

function line(at, rows, next) {
  const spread = (middle, width) => Math.round(middle * Math.exp(width * (next() + next() + next() - 1.5)));
  const within = (low, high, middle) => Math.max(low, Math.min(high, Math.round(middle + 3 * (next() - 0.5))));
  const channel = Math.floor(next() * CHANNELS.length);
  const created = START + Math.floor((at / rows) * SPAN);
  const replied = next() < 0.02 ? undefined : created + Math.max(1, spread(1800 * (1 + channel), 1.6));
  const resolved = replied === undefined || next() < 0.04 ? undefined : replied + spread(20_000, 1.8);
  const handled = next() < 0.9;
  const asked = (share, low, high, middle) => (next() < share ? within(low, high, middle) : '');
  return [
    `T${String(at + 1).padStart(8, '0')}`,
    CHANNELS[channel],
    quoted(TEAMS[Math.floor(next() ** 1.3 * TEAMS.length)]),
    iso(created),
    replied === undefined ? '' : iso(replied),
    resolved === undefined ? '' : iso(resolved),
    resolved !== undefined && next() < 0.08 ? 1 : 0,
    1 + Math.floor(-Math.log(1 - next()) * 0.9),
    handled ? spread(240, 0.9) : '',
    handled ? Math.round(60 * next()) : '',
    handled ? spread(60, 0.6) : '',
    asked(0.4, 1, 5, 4),
    asked(0.3, 0, 10, 8),
    asked(0.25, 1, 7, 5),
    `C${String(Math.floor(200_000 * next())).padStart(6, '0')}`,
  ].join(',');
}

/** Writes the file unless it is there, and gives its path. */
export function tickets(folder, rows) {
  const file = path.join(folder, `tickets-${rows}.csv`);
  if (fs.existsSync(file)) return file;
  fs.mkdirSync(folder, { recursive: true });
  const next = random(42);
  const out = fs.openSync(`${file}.part`, 'w');
  let lines = [COLUMNS];
  for (let at = 0; at < rows; at += 1) {
    lines.push(line(at, rows, next));
    if (lines.length < 20_000 && at < rows - 1) continue;
    fs.writeSync(out, `${lines.join('\n')}\n`);
    lines = [];
  }
  fs.closeSync(out);
  fs.renameSync(`${file}.part`, file);
  return file;
}
