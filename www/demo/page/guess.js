/**
 * What a stranger's CSV might be: its delimiter, its columns, and which of them says what.
 *
 * Nothing here decides: the guesses fill a form that the reader corrects. The package itself reads the file.
 */

const DELIMITERS = [',', ';', '\t'];

/** The first rows of a CSV text, by the usual rules of quoting. */
export function firstRows(text, limit = 200) {
  const body = text.replace(/^\uFEFF/, '');
  const line = body.slice(0, body.search(/\r?\n/) < 0 ? undefined : body.search(/\r?\n/));
  const count = (mark) => line.split(mark).length;
  const delimiter = [...DELIMITERS].sort((a, b) => count(b) - count(a))[0];
  const rows = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < body.length && rows.length <= limit + 1; i += 1) {
    const character = body[i];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (body[i + 1] !== '"') quoted = false;
      else {
        cell += '"';
        i += 1;
      }
    } else if (character === '"') quoted = true;
    else if (character === delimiter) {
      rows.at(-1).push(cell);
      cell = '';
    } else if (character === '\n') {
      rows.at(-1).push(cell.replace(/\r$/, ''));
      cell = '';
      rows.push([]);
    } else cell += character;
  }
  // The last row may have been cut by the window that was read: it is left out unless it is all there is.
  const complete = rows.slice(0, Math.max(1, rows.length - 1)).filter((row) => row.length > 0);
  const [header = [], ...data] = complete;
  return { delimiter, header: header.map((name) => name.trim()), rows: data };
}

/** The words that give a role away, most telling first. */
const ROLES = {
  id: [
    /^(case|ticket|issue|request|incident|contract|customer|answer|response)[ _-]?(id|no|number|nr|key)?$/i,
    /(^|[ _-])id$/i,
    /^id/i,
    /number$/i,
  ],
  firstReply: [/first[ _-]?(reply|response|answer)/i, /repl(y|ied)/i, /respond/i],
  created: [
    /^(created|opened|reported|received|submitted|start)/i,
    /creat|open(ed)?[ _-]?(at|on|date|time)/i,
    /timestamp|datetime/i,
    /date|time/i,
  ],
  resolved: [/^(resolved|solved|closed|completed|finished)/i, /resol|solv|clos|complet/i, /^end/i],
  due: [/^due/i, /deadline|promised|target[ _-]?(date|time)|sla/i],
  rating: [/csat|satisf/i, /rating|stars/i, /^score$/i],
  recommend: [/nps|recommend/i, /^score$/i],
  all: [/attendances|offered|handled|total|count$|^all$/i],
  part: [/breach|within|in[ _-]?time|met$|missed|abandon/i],
  kept: [/churn|renew|retain|cancel|left|active/i],
  segment: [/^channel|^source$/i, /team|group|region|segment|contract$|type|queue/i],
};

function columnFor(role, header, taken) {
  for (const pattern of ROLES[role]) {
    const found = header.find((name) => pattern.test(name) && !taken.has(name));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Distinct values of a column, most frequent first. */
export function valuesOf(table, column) {
  const place = table.header.indexOf(column);
  const counts = new Map();
  for (const row of table.rows) counts.set(row[place] ?? '', (counts.get(row[place] ?? '') ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([value]) => value)
    .filter((value) => value !== '');
}

const isTime = (value) => /^\d{4}-\d{2}-\d{2}/.test(value) || /^\d{1,2}[./-]\d{1,2}[./-]\d{4}/.test(value);

/** Which columns hold times, by what stands in them. */
export function timeColumns(table) {
  return table.header.filter((column) => {
    const values = valuesOf(table, column).slice(0, 20);
    return values.length > 0 && values.every(isTime);
  });
}

/** The strptime formats the values may be in; the first is the likeliest. `iso` needs no format. */
export function dateFormats(values) {
  const odd = values.find((value) => !/^\d{4}-\d{2}-\d{2}/.test(value) && isTime(value));
  if (odd === undefined) return ['iso'];
  const mark = odd[odd.search(/[./-]/)];
  const clock = /\d:\d{2}:\d{2}/.test(odd) ? ' %H:%M:%S' : /\d:\d{2}/.test(odd) ? ' %H:%M' : '';
  const half = /[ap]m$/i.test(odd) ? `${clock.replace('%H', '%I')} %p` : clock;
  const dayFirst = `%d${mark}%m${mark}%Y${half}`;
  const monthFirst = `%m${mark}%d${mark}%Y${half}`;
  const parts = values.filter(isTime).map((value) => value.split(/[./ -]/).map(Number));
  const american = parts.some(([, second]) => second > 12) || (mark === '/' && half !== clock);
  return american ? [monthFirst, dayFirst, 'iso'] : [dayFirst, monthFirst, 'iso'];
}

/** Whether a value, in a column of this name, says that the customer was lost. */
export function saysLost(column, value) {
  const leaving = /churn|cancel|left|lost/i.test(column);
  const yes = /^(yes|y|true|1|churned|cancelled|canceled|lost|left)\.?$/i.test(value);
  const no = /^(no|n|false|0|kept|renewed|active)\.?$/i.test(value);
  return leaving ? yes : no;
}

/** Every role with the column it seems to be, the dates' formats, and whether a case takes several rows. */
export function guess(table) {
  const times = new Set(timeColumns(table));
  const roles = {};
  const taken = new Set();
  for (const role of ['firstReply', 'due', 'resolved', 'created']) {
    roles[role] = columnFor(
      role,
      table.header.filter((name) => times.has(name)),
      taken,
    );
    if (roles[role] !== undefined) taken.add(roles[role]);
  }
  if (roles.created === undefined && roles.resolved === undefined) roles.created = [...times][0];
  for (const role of ['kept', 'rating', 'recommend', 'part', 'all', 'id', 'segment']) {
    roles[role] = columnFor(
      role,
      table.header.filter((name) => !times.has(name)),
      taken,
    );
    if (roles[role] !== undefined) taken.add(roles[role]);
  }
  const ids = roles.id === undefined ? [] : table.rows.map((row) => row[table.header.indexOf(roles.id)]);
  const several = ids.length > 5 && new Set(ids).size < ids.length * 0.7 && times.size > 0;
  // A log has one time a row; that it ends something ("CompleteTimestamp") makes it no less the time of the step.
  if (several) roles.created ??= roles.resolved;
  const samples = [...times].flatMap((column) => valuesOf(table, column).slice(0, 50));
  return { roles, formats: dateFormats(samples), several };
}

/** What can be read from rows: the KPI family, the roles it needs, how it is read, and the units it may feed. */
export const FAMILIES = [
  {
    id: 'resolution-time',
    words: 'Time to resolution (median)',
    needs: ['created', 'resolved'],
    variant: 'median',
    units: ['s', 'min', 'h', 'd'],
  },
  {
    id: 'first-reply-time',
    words: 'First reply time (median)',
    needs: ['created', 'firstReply'],
    variant: 'median',
    units: ['s', 'min', 'h', 'd'],
  },
  {
    id: 'sla-compliance',
    words: 'Promises kept (resolved by the due time)',
    needs: ['created', 'resolved', 'due'],
    variant: 'share',
    units: ['%'],
  },
  {
    id: 'csat',
    words: 'Satisfaction (4s and 5s of a 1 to 5 rating)',
    needs: ['rating'],
    variant: 'top-2-box',
    units: ['%'],
  },
  { id: 'nps', words: 'Recommendation (NPS, 0 to 10)', needs: ['recommend'], variant: 'net', units: ['points'] },
  {
    id: 'counts',
    words: 'Two columns of counts (a part of all)',
    needs: ['all', 'part'],
    variant: 'share',
    units: ['%'],
  },
  { id: 'retention', words: 'Customers kept', needs: ['kept'], variant: 'share', units: ['%'] },
];

/** The families that these roles could feed, the likeliest first. */
export function familiesFor({ roles, several }) {
  const fits = (family) =>
    several ? family.id === 'resolution-time' : family.needs.every((role) => roles[role] !== undefined);
  return FAMILIES.filter(fits);
}

/** The mapping for a family and the columns the reader settled on. */
export function mappingFor(family, { columns, several, dates, lost, failures, at, name }) {
  const { id, created, firstReply, resolved, due, rating, recommend, kept, all, part, segment } = columns;
  const measure = { id: 'yours', kpi: family };
  if (family === 'csat') Object.assign(measure, { column: rating, scale: 5 });
  if (family === 'nps') Object.assign(measure, { column: recommend });
  if (family === 'retention') Object.assign(measure, { column: kept, lost });
  if (family === 'counts') Object.assign(measure, { denominator: all, [failures ? 'complement' : 'numerator']: part });
  const mapping = {
    version: 1,
    source: 'your-file',
    name,
    period: 'month',
    zone: 'UTC',
    dates,
    missing: ['NA', 'N/A', 'n/a', '-', 'NULL', 'null'],
  };
  if (segment) mapping.dimension = segment;
  if (several) {
    mapping.events = { case: id, time: created, created: 'first', resolved: 'last' };
  } else {
    if (id) mapping.id = id;
    const surveyed = ['csat', 'nps', 'retention', 'counts'].includes(family);
    const roles = surveyed ? { answered: resolved || created } : { created, firstReply, resolved, due };
    mapping.columns = Object.fromEntries(Object.entries(roles).filter(([, column]) => column));
    if (surveyed && !mapping.columns.answered) mapping.at = at;
  }
  mapping.measures = [measure];
  return mapping;
}

/** The plan with a KPI fed by the reader's file: all of its rows, and never stale, whatever their dates. */
export function attach(plan, kpiId, variant) {
  const copy = structuredClone(plan);
  const nodes = [copy.mission, ...(copy.goals ?? []), ...(copy.strategies ?? []), ...(copy.actions ?? [])];
  for (const kpi of nodes.flatMap((node) => node.kpis ?? [])) {
    if (kpi.id !== kpiId) continue;
    kpi.measure = { source: 'your-file', measure: 'yours', variant };
    kpi.window = 'all';
    delete kpi.interval;
    delete kpi.values;
  }
  return copy;
}
