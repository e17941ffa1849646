/** "The numbers": a KPI by its segments, each with how sure it is, and what changed since the period before. */
import { byId } from '../shared/dom.js';
import { fillValues } from './table.js';
import { because, counted, signedly } from './words.js';

const ORDER = new Intl.Collator('en');

/** The name of a segment, in the order of the dimensions; the whole has none. */
function nameOf({ segment }, by) {
  const values = by.flatMap((name) => segment[name] ?? []);
  return values.length === 0 ? 'All' : values.join(' · ');
}

/** What the difference to the period before says. */
function differenceWords(difference, unit) {
  if (difference === undefined) return '';
  const { value, verdict, needed } = difference;
  if (verdict !== 'cannot-tell') return `${signedly(value, unit)}, ${verdict}`;
  const more = needed === undefined ? '' : `; about ${counted(needed)} a period would tell`;
  return `${signedly(value, unit)}: cannot tell yet${more}`;
}

const key = (row) => JSON.stringify(Object.entries(row.segment).sort());

/** The table of a KPI, by one dimension or the whole alone. */
export function showFigures(board, kpi, by) {
  const { rows, unit, missing } = board.breakdown({ kpi: kpi.id, by, periods: 1 });
  const change = tryCompare(board, kpi, by);
  const before = new Map((change?.segments ?? []).map((one) => [key(one), one]));
  const sorted = [...rows].sort(
    (one, other) => rank(one) - rank(other) || ORDER.compare(nameOf(one, by), nameOf(other, by)),
  );
  const names = [by.length === 0 ? 'Rows' : by.join(' · '), ['Since the period before', 'said']];
  fillValues('figures-table', names, sorted, { unit, target: kpi.target }, (row) => {
    const changed = rank(row) === 0 ? change?.total : before.get(key(row));
    return { name: nameOf(row, by), said: differenceWords(changed?.difference, unit) };
  });
  byId('verdict').textContent = verdict(change, unit);
  byId('figures-hint').textContent = hint(rows, missing);
}

const rank = (row) => (Object.keys(row.segment).length === 0 ? 0 : 1);

function tryCompare(board, kpi, by) {
  try {
    return board.compare({ kpi: kpi.id, by });
  } catch {
    // With one period there is nothing to compare: the table stands by itself.
    return undefined;
  }
}

/** The change in a sentence, and whether it lies in the segments or in their shares. */
function verdict(change, unit) {
  if (change?.total.difference === undefined) return '';
  const said = [`Since the period before: ${differenceWords(change.total.difference, unit)}.`];
  if (change.split !== undefined) {
    const { rate, mix, paradox } = change.split;
    said.push(
      `Of that, ${signedly(rate, unit)} by the segments themselves and ${signedly(mix, unit)} by their shares of the cases.`,
    );
    if (paradox !== undefined)
      said.push(`Beware (Simpson’s paradox): every segment went ${paradox}, and the whole went the other way.`);
  }
  return said.join(' ');
}

function hint(rows, missing) {
  const period = rows.find((row) => row.period !== undefined)?.period;
  const hidden = rows.filter((row) => row.missing?.code === 'suppressed').length;
  const said = [];
  if (period !== undefined) said.push(`The last complete period, ${period}.`);
  if (hidden > 0)
    said.push(`${hidden} ${hidden === 1 ? 'group is' : 'groups are'} too small to be shown, or would give one away.`);
  if (missing !== undefined) said.push(because(missing));
  return said.join(' ');
}
