// Arquero: types found out, groups rolled up.
import * as aq from 'arquero';

const { op } = aq;

export async function run(file) {
  const began = performance.now();
  const table = aq.fromCSV(await file.text());
  const read = performance.now() - began;
  const groups = table
    .derive({
      ym: (d) => op.utcyear(d.created) * 12 + op.utcmonth(d.created),
      w: (d) => (d.first_response === null ? null : (d.first_response - d.created) / 1000),
      l: (d) => (d.resolved === null ? null : (d.resolved - d.created) / 1000),
    })
    .groupby('ym', 'team', 'channel')
    .rollup({
      n: op.count(),
      wait: op.mean('w'),
      wait50: op.quantile('w', 0.5),
      wait90: op.quantile('w', 0.9),
      length: op.mean('l'),
      length50: op.quantile('l', 0.5),
      length90: op.quantile('l', 0.9),
      kept: (d) => op.sum(d.l !== null && d.l <= 172_800 ? 1 : 0) / op.count(),
      good: (d) => op.sum(d.csat >= 4 ? 1 : 0) / op.valid(d.csat),
      net: (d) => (op.sum(d.nps >= 9 ? 1 : 0) - op.sum(d.nps !== null && d.nps <= 6 ? 1 : 0)) / op.valid(d.nps),
      effort: op.mean('ces'),
      again: (d) => op.sum(d.reopened) / op.sum(d.contacts),
    })
    .numRows();
  return { read, aggregate: performance.now() - began - read, rows: table.numRows(), groups };
}
