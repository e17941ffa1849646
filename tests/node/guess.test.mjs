// Guesses from headers and values: each known export by the names of its documentation, real files by what they give.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { at, dist } from '../../scripts/lib/paths.mjs';
import { files } from '../../www/demo/generator/write.js';
import { plan } from '../support/plan.mjs';

const load = (name) => import(pathToFileURL(path.join(dist, name)).href);
const { Board, initSync, snapshotOf } = await load('index.js');
const { exportsKnown, firstRows, guessMapping } = await load('guess.js');
initSync(fs.readFileSync(path.join(dist, 'throughline.wasm')));

const real = process.env.THROUGHLINE_DATA ?? path.resolve(at(), '..', 'shared', 'data');
const realFile = (t, name) => {
  const file = path.join(real, 'cs', name);
  if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8');
  t.skip(`passed over: ${name} is not here`);
  return undefined;
};

// Header lines by the documentation that each entry names, with a row of values as it prints them.
const HEADERS = {
  'zendesk-ticket-metrics': [
    'id,ticket_id,url,group_stations,assignee_stations,reopens,replies,initially_assigned_at,assigned_at,solved_at,latest_comment_added_at,created_at,updated_at',
    '33,4343,x,7,1,55,322,2011-05-03T10:38:52Z,2011-05-05T10:38:52Z,2011-05-09T10:38:52Z,2011-05-09T10:38:52Z,2009-07-20T22:55:29Z,2011-05-05T10:38:52Z',
  ],
  'freshdesk-tickets': [
    'id,subject,status,priority,source,created_at,due_by,fr_due_by,agent_responded_at,first_responded_at,resolved_at,closed_at',
    '1,x,4,1,2,2026-01-05T10:00:00Z,2026-01-07T10:00:00Z,2026-01-05T12:00:00Z,,2026-01-05T11:00:00Z,2026-01-06T10:00:00Z,',
  ],
  'servicenow-incidents': [
    'number,short_description,state,priority,contact_type,assignment_group,opened_at,resolved_at,closed_at,due_date',
    'INC0010001,x,6,3,phone,Network,2026-01-05 10:00:00,2026-01-06 10:00:00,,2026-01-07 10:00:00',
  ],
  'jira-data-pipeline': [
    'id,instance_url,url,key,project_key,project_name,project_type,issue_type,summary,status,created_date,resolution_date,updated_date,due_date',
    '10002,x,x,TEST-1002,TEST,Sample,Service Desk,Task,x,Done,2026-01-05T10:00:00Z,2026-01-06T10:00:00Z,2026-01-06T10:00:00Z,',
  ],
  'salesforce-cases': [
    'CaseNumber,ContactId,Origin,Type,Status,CreatedDate,ClosedDate',
    '00001026,x,Phone,Electrical,Closed,2026-01-05T10:00:00.000Z,2026-01-06T10:00:00.000Z',
  ],
  'dynamics-cases': [
    'ticketnumber,title,caseorigincode,casetypecode,createdon,resolveby,actualend',
    'CAS-01001-X1,x,1,1,2026-01-05T10:00:00Z,2026-01-07T10:00:00Z,2026-01-06T10:00:00Z',
  ],
  'genesys-intervals': [
    'Interval Start UTC Date,Queue,Media Type,Skill Set,Language,Offered,Interactions Handled,Total Handle Time',
    '2020-02-26T00:00:00Z,Example Queue A,Voice,forecasting,Spanish,16,6,4',
  ],
};

// What these headers have no columns for.
const WITHOUT = {
  'freshdesk-tickets': ['no-repeat'],
  'servicenow-incidents': ['came-back', 'no-repeat'],
  'dynamics-cases': ['rating', 'no-repeat'],
};

test('every export of a program is known by the header of its documentation, and read', () => {
  const vendors = exportsKnown.filter(({ vendor }) => vendor !== undefined);
  assert.deepEqual(vendors.map(({ id }) => id).sort(), Object.keys(HEADERS).sort());
  for (const entry of vendors) {
    assert.match(entry.source, /^https:\/\//, entry.id);
    for (const text of [HEADERS[entry.id].slice(0, 1), HEADERS[entry.id]]) {
      const guess = guessMapping(text.join('\n'));
      assert.deepEqual([guess.entry, guess.vendor, guess.verified], [entry.id, entry.vendor, false]);
      assert.ok(guess.questions.some(({ code }) => code === 'unverified'));
      assert.ok(guess.confidence > 0.6 && guess.confidence <= 1, `${entry.id}: ${guess.confidence}`);
      const measured = guess.mapping.measures.map(({ id }) => id);
      assert.deepEqual([...measured, ...(WITHOUT[entry.id] ?? [])], [...new Set(entry.measures.map(({ id }) => id))]);
    }
    const text = `${HEADERS[entry.id].join('\n')}\n`;
    const { report } = snapshotOf(text, guessMapping(text).mapping);
    assert.deepEqual([report.used, report.refused], [1, 0], entry.id);
  }
});

test('one more export is one more entry: no code', () => {
  const mine = {
    id: 'desk-of-ours',
    vendor: 'Desk of Ours',
    table: 'tickets',
    source: 'https://desk.example/export',
    verified: true,
    marks: ['Vorgang', 'Angelegt'],
    roles: { id: ['Vorgang'], created: ['Angelegt'], resolved: ['Erledigt'] },
    measures: [{ id: 'resolution', kpi: 'resolution-time' }],
  };
  const text = 'Vorgang;Angelegt;Erledigt\n1;05.01.2026 10:00;13.01.2026 10:00\n';
  assert.notEqual(guessMapping(text).entry, 'desk-of-ours');
  const guess = guessMapping(text, { entries: [mine], zone: 'Europe/Vienna', source: 'ours' });
  assert.deepEqual([guess.entry, guess.vendor, guess.verified], ['desk-of-ours', 'Desk of Ours', true]);
  assert.deepEqual(guess.mapping, {
    version: 1,
    source: 'ours',
    period: 'month',
    zone: 'Europe/Vienna',
    dates: '%d.%m.%Y %H:%M',
    id: 'Vorgang',
    columns: { created: 'Angelegt', resolved: 'Erledigt' },
    measures: [{ id: 'resolution', kpi: 'resolution-time' }],
  });
  assert.deepEqual([guess.questions, guess.unused, guess.confidence], [[], [], 1]);
});

test('what the values leave open is asked', () => {
  const codes = (text, options) => guessMapping(text, options).questions.map(({ code }) => code);
  const open = 'Case,Created,Resolved\n1,03/04/2026 10:15,05/04/2026 11:00\n';
  assert.deepEqual(codes(open), ['date-order', 'zone', 'opening']);
  assert.deepEqual(codes(open, { zone: 'UTC' }), ['date-order', 'opening']);
  assert.equal(guessMapping(open).dates[0], '%d/%m/%Y %H:%M');
  assert.equal(guessMapping(open, { locale: 'en-US' }).dates[0], '%m/%d/%Y %H:%M');
  assert.ok(guessMapping(open).confidence < guessMapping(open.replace('05/04', '25/04'), { zone: 'UTC' }).confidence);
  assert.deepEqual(codes('Created,Resolved\n2026-01-01,2026-01-02\n'), ['id', 'opening']);
  assert.deepEqual(codes('Satisfaction\n5\n4\n'), ['at']);
  assert.deepEqual(codes('Satisfaction\n5\n4\n', { at: '2026-01-31' }), []);
  assert.equal(guessMapping('Satisfaction\n5\n4\n', { at: '2026-01-31' }).mapping.at, '2026-01-31');
});

test('dates written in other orders are told apart where a day gives it away', () => {
  const first = (...values) => guessMapping([['Created', 'Resolved'], ...values.map((one) => [one, one])]).dates[0];
  assert.equal(first('2026-01-01'), 'iso');
  assert.equal(first('03.04.2026 10:15'), '%d.%m.%Y %H:%M');
  assert.equal(first('03/04/2026', '03/25/2026'), '%m/%d/%Y');
  assert.equal(first('3/4/2026 1:15 PM'), '%m/%d/%Y %I:%M %p');
  assert.equal(first('2026/03/25 10:15:30'), '%Y/%m/%d %H:%M:%S');
  assert.equal(first('25-Mar-2026 10:15'), '%d-%b-%Y %H:%M');
  assert.equal(first('25.03.26'), '%d.%m.%y');
});

test('each way of writing dates that is guessed is one that the package reads', () => {
  for (const value of [
    '03.04.2026 10:15',
    '3/4/2026 1:15 PM',
    '2026/03/25 10:15:30',
    '25-Mar-2026 10:15',
    '25.03.26',
    '25/03/2026, 10:15:30',
    '2026-03-25T10:15:30.123+02:00',
  ]) {
    const text = `Created;Resolved\n${value};${value}\n`;
    const { report } = snapshotOf(text, guessMapping(text).mapping);
    assert.deepEqual([report.used, report.refused], [1, 0], value);
  }
});

test('a header is read with its delimiter, its quotes and its byte order mark', () => {
  const text = '\uFEFF"Case; no";Opened on\r\n1;"01.02.2026 10:00"\r\n2;"a ""b"";\nc"\r\n3;cut off in the mid';
  assert.deepEqual(firstRows(text), {
    delimiter: ';',
    header: ['Case; no', 'Opened on'],
    rows: [
      ['1', '01.02.2026 10:00'],
      ['2', 'a "b";\nc'],
    ],
  });
});

test('numbers that come again are no row’s own: nothing would be left of a table', () => {
  const rows = Array.from({ length: 40 }, (_, at) => `${at % 3},2026-01-0${1 + (at % 9)},2026-01-1${at % 9}`);
  const guess = guessMapping(['Contract No,Created,Resolved', ...rows].join('\n'));
  assert.equal(guess.mapping.id, undefined);
  assert.equal(guess.mapping.events, undefined);
});

test('the demo’s own files are recognised for what they are', () => {
  const kinds = Object.fromEntries(
    Object.entries(files()).map(([name, text]) => {
      const { table, mapping } = guessMapping(text.slice(0, 30_000));
      return [name, [table, mapping.measures.map(({ kpi }) => kpi).join()]];
    }),
  );
  assert.deepEqual(kinds, {
    'made-up-tickets.csv': ['tickets', 'resolution-time,first-reply-time,sla-compliance,csat,backlog'],
    'made-up-tickets-cold-snap.csv': ['tickets', 'resolution-time,first-reply-time,sla-compliance,csat,backlog'],
    'made-up-surveys.csv': ['surveys', 'nps'],
    'made-up-customers.csv': ['customers', 'retention,churn'],
    'made-up-employees.csv': ['employees', 'favourability,favourability,cronbach-alpha'],
  });
});

/** The value of a KPI that reads a guessed mapping as it is. */
function scoreOf(text, { mapping }, variant) {
  const given = plan();
  const [measure] = mapping.measures;
  const reading = { source: mapping.source, measure: measure.id, variant };
  const kpi = { id: 'guessed', title: 'Guessed', unit: '%', baseline: 0, target: 100, window: 'all', measure: reading };
  given.goals[0].kpis = [kpi];
  const board = Board.openSync(given, { asOf: '2026-11-20' });
  const report = board.ingest(text, mapping);
  const { value } = board.scores().kpis.find(({ id }) => id === 'guessed');
  board.free();
  return { value, report };
}

test('real files, guessed and read, give their published values', (t) => {
  for (const [name, variant, expected, rows] of [
    ['mlc_churn.csv', 'share', 100 - 14.14, 5000],
    ['ibm_telco_churn_modeldata.csv', 'share', 73.4630129206304, 7043],
    ['ibm_hr_attrition_modeldata.csv', 'favourable', 61.156462585034014, 1470],
    ['nhs_ae_attendances.csv', 'share', 88.4819, undefined],
  ]) {
    const text = realFile(t, name);
    if (text === undefined) return;
    const guess = guessMapping(text.slice(0, 256 * 1024), { at: '2026-10-31' });
    const { value, report } = scoreOf(text, guess, variant);
    assert.ok(Math.abs(value - expected) < 5e-5, `${name}: ${value}`);
    assert.equal(report.refused, 0);
    if (rows !== undefined) assert.equal(report.used, rows);
  }
});

test('a real event log is one: a case takes several rows', async (t) => {
  const text = realFile(t, 'helpdesk_italy_eventlog.csv');
  if (text === undefined) return;
  const guess = await guessMapping(new Blob([text]));
  assert.deepEqual(guess.mapping.events, {
    case: 'CaseID',
    time: 'CompleteTimestamp',
    created: 'first',
    resolved: 'last',
  });
  const { report } = snapshotOf(text, guess.mapping);
  assert.deepEqual([report.used, report.cases], [13_710, 3_804]);
});

test('what is nothing known is said so, and every entry is well formed', () => {
  const guess = guessMapping('a,b\n1,2\n');
  assert.deepEqual([guess.mapping, guess.confidence, guess.unused], [undefined, 0, ['a', 'b']]);
  assert.deepEqual(guessMapping('').unused, []);
  const kinds = JSON.parse(fs.readFileSync(at('www', 'element', 'guess', 'entries.json'), 'utf8')).kinds;
  for (const entry of exportsKnown) {
    for (const [role, names] of Object.entries(entry.roles)) {
      assert.ok(role in kinds && names.length > 0, `${entry.id}: ${role}`);
    }
    assert.ok(entry.measures.length > 0 && (entry.vendor === undefined || entry.marks.length > 0), entry.id);
  }
});

test('the table in the documents is the table of entries', () => {
  const text = fs.readFileSync(at('docs', 'mapping.md'), 'utf8');
  for (const { vendor, table, source, verified, marks } of exportsKnown) {
    if (vendor === undefined) continue;
    const columns = marks.map((mark) => `\`${mark}\``).join(', ');
    const row = `| ${vendor} | ${table} | ${columns} | ${verified ? 'verified' : 'unverified'} | [documentation](${source}) |`;
    assert.ok(text.includes(row), row);
  }
});

test('every plausible column to split by is proposed, with how sure it is; people by the rule for people', () => {
  const cycle = (words, at) => words[at % words.length];
  const header =
    'Ticket,Channel,Support group,Region,Priority,Product,Assignee,Assignee stations,Requester,Created,Resolved,Status';
  const row = (at) =>
    [
      `T-${at}`,
      cycle(['Phone', 'Mail', 'Chat'], at),
      cycle(['North', 'South'], at),
      cycle(['DACH', 'Nordics', 'Iberia', 'UK'], at),
      1 + (at % 4),
      cycle(['Router', 'Phone', 'Cloud'], at + (at % 5)),
      cycle(['Ana', 'Ben', 'Cem', 'Dana', 'Eli'], at),
      at % 3,
      cycle(['Xi', 'Yo', 'Zed'], at),
      '2026-10-01 08:00',
      '2026-10-02 09:00',
      'Closed',
    ].join(',');
  const rows = Array.from({ length: 60 }, (_, at) => row(at));
  const guess = guessMapping(`${[header, ...rows].join('\n')}\n`, { locale: 'en-GB', zone: 'UTC' });
  assert.deepEqual(guess.mapping.dimensions, [
    'Channel',
    'Support group',
    'Region',
    'Priority',
    { column: 'Assignee', person: true },
  ]);
  const sure = Object.fromEntries(guess.roles.map(({ role, column, confidence }) => [role, [column, confidence]]));
  assert.deepEqual(sure.team, ['Support group', 0.725]);
  assert.deepEqual(sure.agent, ['Assignee', 0.688]);
  // A fifth column would be one too many; a number of changes and a customer are nothing to split by.
  const named = JSON.stringify(guess.mapping.dimensions);
  for (const column of ['Product', 'Assignee stations', 'Requester', 'Status'])
    assert.ok(!named.includes(`"${column}"`));
  // What is proposed is a mapping: it reads the rows it was made of, and no person stands in the snapshot.
  const { report, snapshot } = snapshotOf([header, ...rows].join('\n'), guess.mapping);
  assert.equal(report.refused, 0);
  assert.doesNotMatch(JSON.stringify(snapshot), /Ana|Cem/);
  assert.match(JSON.stringify(snapshot), /Nordics/);
});

test('one value, a value a row, counts and mails are nothing to split by; what employees said is split by nobody', () => {
  const split = (column, values, more = '') => {
    const rows = values.map((value, at) => `${at},${value},2026-10-01,2026-10-0${2 + (at % 8)}`);
    return guessMapping(`Ticket${more},${column},Created,Resolved\n${rows.join('\n')}\n`, { zone: 'UTC' }).mapping;
  };
  const many = (of) => Array.from({ length: 24 }, (_, at) => of(at));
  const none = ({ dimension, dimensions }) => assert.equal(dimension ?? dimensions, undefined);
  none(
    split(
      'Priority',
      many(() => 'high'),
    ),
  );
  none(
    split(
      'Brand',
      many((at) => `b${at}`),
    ),
  );
  none(
    split(
      'Agent replies',
      many((at) => at % 3),
    ),
  );
  none(
    split(
      'Owner email',
      many((at) => `${at % 3}@x.org`),
    ),
  );
  assert.equal(
    split(
      'Severity',
      many((at) => 1 + (at % 3)),
    ).dimension,
    'Severity',
  );
  assert.deepEqual(
    split(
      'Handled by',
      many((at) => `p${at % 3}`),
    ).dimensions,
    [{ column: 'Handled by', person: true }],
  );
  const said = many((at) => `${1 + (at % 5)},${'ABC'[at % 3]},${'XY'[at % 2]}`);
  const { mapping, table } = guessMapping(`Engagement,Team,Manager and owner\n${said.join('\n')}\n`, {
    at: '2026-10-31',
  });
  assert.equal(table, 'employees');
  assert.deepEqual([mapping.dimension, mapping.dimensions], ['Team', undefined]);
});

test('owners, leads and members are people wherever a name puts them; a column is proposed once', () => {
  const cycle = (words, at) => words[at % words.length];
  const splits = (
    columns,
    start = 'Ticket,Created,Resolved',
    fill = (at) => `${at},2026-10-01,2026-10-0${2 + (at % 8)}`,
  ) => {
    const rows = Array.from({ length: 24 }, (_, at) => [
      fill(at),
      ...Object.values(columns).map((words) => cycle(words, at)),
    ]);
    const text = [[start, ...Object.keys(columns)], ...rows].map((row) => row.join(',')).join('\n');
    const { mapping } = guessMapping(`${text}\n`, { zone: 'UTC', at: '2026-10-31' });
    return mapping.dimensions ?? mapping.dimension;
  };
  const people = ['Ann Lee', 'Bob Ray', 'Cy Dee'];
  const teams = ['A', 'B'];
  for (const name of ['Product owner', 'Team lead', 'Team member', 'Region manager', 'Teamleiter', 'Sales rep'])
    assert.deepEqual(splits({ [name]: people }), [{ column: name, person: true }], name);
  for (const name of ['Agent group', 'Owner team', 'Assignee location'])
    assert.deepEqual(splits({ [name]: teams }), name);
  assert.deepEqual(splits({ Region: teams, 'Product group': people }), ['Region', 'Product group']);
  assert.deepEqual(splits({ 'Team lead': people, Agent: people, Team: teams }), [
    { column: 'Team lead', person: true },
    'Team',
  ]);
  const said = (at) => `${1 + (at % 5)},${1 + ((at * 3) % 5)}`;
  assert.deepEqual(splits({ 'Team lead': people }, 'Engagement,Workload', said), undefined);
});
