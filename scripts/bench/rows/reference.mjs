// What every peer must find: the same file read by d3-dsv and counted as plainly as it goes.
import fs from 'node:fs';
import readline from 'node:readline';
import { csvParseRows } from 'd3-dsv';
import { CHANNELS, COLUMNS, TEAMS } from './tickets.mjs';

const MONTHS = 24;
const SEGMENTS = TEAMS.length * CHANNELS.length;
/** So far may two ways to add the same numbers be apart. */
const APART = 1e-12;

const mean = (list) => list.reduce((sum, each) => sum + each, 0) / list.length;
const share = (list, test) => list.filter(test).length / list.length;

/** Type 7. */
function quantile(list, p) {
  if (list.length === 0) return Number.NaN;
  const rank = (list.length - 1) * p;
  const [low, high] = [list[Math.floor(rank)], list[Math.ceil(rank)]];
  return low + (rank - Math.floor(rank)) * (high - low);
}

/** Waiting and the whole length (mean, median, 90th percentile), kept, good, net, effort, again. */
function kpis(group) {
  const lengths = [group.wait, group.length].flatMap((list) => {
    const sorted = list.toSorted((a, b) => a - b);
    return [mean(sorted), quantile(sorted, 0.5), quantile(sorted, 0.9)];
  });
  const { n, kept, csat, nps, ces, again, contacts } = group;
  const net = share(nps, (answer) => answer >= 9) - share(nps, (answer) => answer <= 6);
  return [...lengths, kept / n, share(csat, (answer) => answer >= 4), net, mean(ces), again / contacts];
}

/** The KPIs, group by group; NaN where there is nothing. */
export async function reference(file) {
  const group = () => ({ n: 0, wait: [], length: [], kept: 0, csat: [], nps: [], ces: [], again: 0, contacts: 0 });
  const groups = Array.from({ length: MONTHS * SEGMENTS }, group);
  const place = Object.fromEntries(COLUMNS.split(',').map((name, at) => [name, at]));
  let head = true;
  for await (const line of readline.createInterface({ input: fs.createReadStream(file) })) {
    if (head) {
      head = false;
      continue;
    }
    const [row] = line.includes('"') ? csvParseRows(line) : [line.split(',')];
    const cell = (name) => row[place[name]];
    const month = (Number(cell('created').slice(0, 4)) - 2024) * 12 + Number(cell('created').slice(5, 7)) - 1;
    const at =
      (month * TEAMS.length + TEAMS.indexOf(cell('team'))) * CHANNELS.length + CHANNELS.indexOf(cell('channel'));
    const into = groups[at];
    const since = (name) => (Date.parse(cell(name)) - Date.parse(cell('created'))) / 1000;
    into.n += 1;
    if (cell('first_response') !== '') into.wait.push(since('first_response'));
    if (cell('resolved') !== '') into.length.push(since('resolved'));
    if (since('resolved') <= 172_800) into.kept += 1;
    for (const name of ['csat', 'nps', 'ces']) if (cell(name) !== '') into[name].push(Number(cell(name)));
    into.again += Number(cell('reopened'));
    into.contacts += Number(cell('contacts'));
  }
  return groups.flatMap(kpis);
}

/** How far values are from the reference: the largest relative error, and how many are not shown. */
export function distance(values, known) {
  if (values.length !== known.length) return { worst: Number.POSITIVE_INFINITY, hidden: 0 };
  let [worst, hidden] = [0, 0];
  for (const [at, value] of values.entries()) {
    const right = known[at];
    if (value === null) hidden += 1;
    else if (Number.isNaN(value) !== Number.isNaN(right)) worst = Number.POSITIVE_INFINITY;
    else if (value !== right && !Number.isNaN(value))
      worst = Math.max(worst, Math.abs(value - right) / Math.abs(right));
  }
  return { worst, hidden };
}

/** In words, and whether it is near enough: nothing may be hidden of a group that is not small. */
export function verdict({ worst, hidden }, rows) {
  const equal = worst <= APART && (hidden === 0 || rows < 1_000_000);
  const words = worst === 0 ? 'equal' : worst <= APART ? `equal to ${APART}` : `apart by ${worst.toExponential(1)}`;
  return { equal, words: hidden === 0 ? words : `${words}, ${hidden} hidden` };
}
