/** "Period by period": a KPI's values with their intervals, and which of them stand out from its usual course. */
import { byId } from '../shared/dom.js';
import { showPicture } from './picture.js';
import { fillValues } from './table.js';
import { ruleWords, signedly } from './words.js';

const SHOWN = 24;

/** Why points stand out, by the period. */
function signalsOf(board, kpi) {
  const found = board.signals(kpi.id);
  const hits = new Map();
  for (const { at, rule } of found.signals) {
    const { period } = found.points[at];
    hits.set(period, [...(hits.get(period) ?? []), ruleWords(rule)]);
  }
  return { ...found, hits };
}

export function showCourse(board, kpi) {
  const { rows } = board.breakdown({ kpi: kpi.id, by: [], periods: SHOWN });
  const complete = rows.filter((one) => one.complete).reverse();
  const signals = signalsOf(board, kpi);
  fillValues('course-table', ['Period', ['Stands out', 'said']], complete, kpi, (one) => ({
    name: one.period ?? one.at,
    said: (signals.hits.get(one.period) ?? []).join('; '),
  }));
  const said = sentence(signals, kpi);
  byId('course-words').textContent = said;
  showPicture(complete, signals, kpi, said);
}

/** The trend, and whether anything stands out. */
function sentence({ enough, signals, trend }, kpi) {
  const said = [];
  if (!enough) said.push('Too few periods yet to tell a signal from noise.');
  else if (signals.length === 0) said.push('Nothing stands out from the usual ups and downs.');
  else
    said.push(`${signals.length === 1 ? 'One signal stands' : `${signals.length} signals stand`} out from the noise.`);
  if (trend.direction === 'none') said.push('No trend shows.');
  else if (trend.direction !== undefined)
    said.push(`It goes ${trend.direction}, by ${signedly(trend.slope, kpi.unit)} a period.`);
  return said.join(' ');
}
