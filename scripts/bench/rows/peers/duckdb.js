// DuckDB in its worker, one thread, types given.
import * as duckdb from '@duckdb/duckdb-wasm';

const TYPES = `{'id':'VARCHAR','channel':'VARCHAR','team':'VARCHAR','created':'TIMESTAMP','first_response':'TIMESTAMP','resolved':'TIMESTAMP','reopened':'TINYINT','contacts':'TINYINT','talk':'SMALLINT','hold':'SMALLINT','wrap':'SMALLINT','csat':'TINYINT','nps':'TINYINT','ces':'TINYINT','customer':'VARCHAR'}`;
const GROUPS = `SELECT year(created)*12+month(created) AS ym, team, channel, count(*) AS n, avg(w) AS wait, quantile_cont(w,0.5) AS wait50, quantile_cont(w,0.9) AS wait90,
  avg(l) AS length, quantile_cont(l,0.5) AS length50, quantile_cont(l,0.9) AS length90, count(*) FILTER (l<=172800)/count(*) AS kept, count(*) FILTER (csat>=4)/count(csat) AS good,
  (count(*) FILTER (nps>=9)-count(*) FILTER (nps<=6))/count(nps) AS net, avg(ces) AS effort, sum(reopened)/sum(contacts) AS again
  FROM (SELECT *, date_diff('second',created,first_response) AS w, date_diff('second',created,resolved) AS l FROM t) GROUP BY 1,2,3`;

/** Every KPI of every group, in the order of the reference. */
function valuesOf(groups, { teams, channels }) {
  const values = Array(24 * teams.length * channels.length * 11).fill(Number.NaN);
  for (const { ym, team, channel, ...rest } of groups) {
    const month = Number(ym) - 2024 * 12 - 1;
    const place = ((month * teams.length + teams.indexOf(team)) * channels.length + channels.indexOf(channel)) * 11;
    const { wait, wait50, wait90, length, length50, length90, kept, good, net, effort, again } = rest;
    [wait, wait50, wait90, length, length50, length90, kept, good, net, effort, again].forEach((value, at) => {
      values[place + at] = Number(value ?? Number.NaN);
    });
  }
  return values;
}

export async function run(file, { teams, channels }) {
  const folder = new URL('/peers/@duckdb/duckdb-wasm/dist/', location.href);
  const db = new duckdb.AsyncDuckDB(
    new duckdb.VoidLogger(),
    new Worker(new URL('duckdb-browser-eh.worker.js', folder)),
  );
  await db.instantiate(String(new URL('duckdb-eh.wasm', folder)));
  const link = await db.connect();
  const began = performance.now();
  await db.registerFileBuffer('t.csv', new Uint8Array(await file.arrayBuffer()));
  await link.query(`CREATE TABLE t AS SELECT * FROM read_csv('t.csv', header=true, columns=${TYPES})`);
  const read = performance.now() - began;
  const groups = (await link.query(GROUPS)).toArray();
  const aggregate = performance.now() - began - read;
  return { read, aggregate, groups: groups.length, values: () => valuesOf(groups, { teams, channels }) };
}
