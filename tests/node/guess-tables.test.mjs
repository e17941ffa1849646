// A table of each kind, guessed and read as it is: every KPI that its columns can carry, with values worked by hand.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/lib/paths.mjs';

const load = (name) => import(pathToFileURL(path.join(dist, name)).href);
const { Board, initSync } = await load('index.js');
const { guessMapping } = await load('guess.js');
initSync(fs.readFileSync(path.join(dist, 'throughline.wasm')));

/** A table of rows, each so many times; `#` stands for a number of its own. */
function table(header, rows) {
  let number = 0;
  const lines = rows.flatMap(([times, row]) =>
    Array.from({ length: times }, () => {
      number += 1;
      return row.replace('#', String(1000 + number));
    }),
  );
  return `${header}\n${lines.join('\n')}\n`;
}

/** What a KPI by each variant of each guessed measure comes to, over all periods. */
function read(text, wanted, options = {}) {
  const guess = guessMapping(text, options);
  assert.ok(guess.confidence > 0.4 && guess.confidence <= 1, String(guess.confidence));
  assert.equal(guess.verified, false);
  const { mapping } = guess;
  const kpis = Object.keys(wanted).map((name, at) => {
    const [measure, variant, unit = '%'] = name.split('/');
    const reading = { source: mapping.source, measure, variant };
    return { id: `kpi-${at}`, title: name, unit, direction: 'up', target: 1, window: 'all', measure: reading };
  });
  const board = Board.openSync(
    { version: 1, title: 'Guessed', mission: { id: 'mission', title: 'Help', kpis } },
    { asOf: '2026-12-05' },
  );
  const report = board.ingest(text, mapping);
  assert.deepEqual([report.refused, report.issues], [0, []]);
  const values = board.scores().kpis.map(({ value, missing }) => (value === undefined ? missing?.code : value));
  board.free();
  for (const [at, [name, value]] of Object.entries(wanted).entries()) {
    assert.ok(Math.abs(values[at] - value) < 5e-3, `${name}: ${values[at]} is not ${value}`);
  }
  return guess;
}

const measured = ({ mapping }) => mapping.measures.map(({ id, kpi }) => `${id}: ${kpi}`);

test('tickets: every KPI that a help desk has columns for', () => {
  const text = table(
    'Ticket ID,Channel,Created,First reply,Resolved,Due,Reopened count,First contact resolution,Complaint,Escalated,Breached,CSAT,Effort,NPS,Customer ID,Category,Handling time (s),Self-service,Bot,Bot resolved',
    [
      // Six hours, answered after one, in time, resolved at first contact.
      [
        6,
        '#,phone,2026-11-02 08:00,2026-11-02 09:00,2026-11-02 14:00,2026-11-03 08:00,0,yes,no,no,no,5,6,10,c#,bill,300,no,no,no',
      ],
      // A day, answered after two hours, late, reopened twice, a complaint.
      [
        3,
        '#,mail,2026-11-03 08:00,2026-11-03 10:00,2026-11-04 08:00,2026-11-03 20:00,2,no,yes,yes,yes,2,2,3,c#,bill,600,no,yes,no',
      ],
      [
        1,
        '#,mail,2026-11-03 08:00,2026-11-03 10:00,2026-11-04 08:00,2026-11-04 20:00,0,no,yes,no,no,4,4,8,c#,post,600,yes,yes,yes',
      ],
    ],
  );
  const guess = read(text, {
    'resolution/mean/h': (6 * 6 + 4 * 24) / 10,
    'reply/mean/h': 1.4,
    'promise/share': 70,
    'rating/top-2-box': 70,
    'recommend/net/points': 30,
    'ease/mean/rating': (36 + 6 + 4) / 10,
    'ease/top-3-box': 60,
    'first-contact/gross': 60,
    'backlog/count/cases': 0,
    'came-back/cases': 30,
    'came-back/events': 60,
    'handling/mean/s': 420,
    'self-service/share': 10,
    'bot/share': 25,
    'complaints/resolved': 100,
    'complaints/escalated': 75,
    'complaints/in-time': 25,
  });
  assert.equal(guess.table, 'tickets');
  assert.ok(measured(guess).includes('no-repeat: fcr'));
  assert.ok(guess.questions.some(({ code }) => code === 'repeats'));
});

test('tickets of customers who come again: first contacts by repeats', () => {
  // c1 comes again within a week, c2 after three weeks; the last contact of all closes the window of the others.
  const text = `Case,Created,Resolved,Customer,Topic
1,2026-10-01,2026-10-01,c1,bill
2,2026-10-05,2026-10-05,c1,bill
3,2026-10-01,2026-10-02,c2,bill
4,2026-10-22,2026-10-23,c2,bill
5,2026-10-02,2026-10-02,c3,bill
6,2026-10-31,2026-10-31,c4,post
`;
  const guess = read(text, { 'no-repeat/gross': 80 });
  assert.deepEqual(
    guess.mapping.measures.find(({ id }) => id === 'no-repeat'),
    {
      id: 'no-repeat',
      kpi: 'fcr',
      customer: 'Customer',
      topic: 'Topic',
      window: 7,
    },
  );
});

test('calls, one a row: five service levels, abandonment, speed of answer, handling time', () => {
  const text = table('Call ID,Start,Queue,Outcome,Wait time,Talk,Hold,Wrap-up,Rating', [
    [860, '#,2026-11-03 10:00,north,answered,15,155,23,46,5'],
    [140, '#,2026-11-03 10:00,north,answered,45,155,23,46,3'],
    [10, '#,2026-11-03 10:00,north,abandoned,4,,,,'],
    [10, '#,2026-11-03 10:00,north,abandoned,12,,,,'],
    [40, '#,2026-11-03 10:00,north,abandoned,60,,,,'],
  ]);
  const guess = read(`${text.split('\n').slice(0, 1)}\n${shuffled(text)}`, {
    'level/l1': 83.02,
    'level/l2': 86,
    'level/l3': 81.13,
    'level/l4': 82.69,
    'level/l5': 82.08,
    'lost/all': 100 * (60 / 1060),
    'lost/without-short': 100 * (50 / 1050),
    'speed/mean/s': (860 * 15 + 140 * 45) / 1000,
    'handling/mean/s': 224,
    'handling/hold/s': 23,
    'rating/top-2-box': 86,
  });
  assert.equal(guess.table, 'calls');
  assert.ok(guess.questions.some(({ code }) => code === 'in-time'));
});

/** The same rows in another order, so that the first ones are of every kind: a guess sees two hundred. */
function shuffled(text) {
  const rows = text.trim().split('\n').slice(1);
  const step = 37;
  return `${rows.map((_, at) => rows[(at * step) % rows.length]).join('\n')}\n`;
}

test('calls, summed up by interval', () => {
  const text = `Interval start,Queue,Offered,Answered,Answered within 20 s,Abandoned,Abandoned within 20 s,Short abandoned,Total wait,Talk time,Hold time,Wrap-up time
2026-11-03,north,530,500,430,30,10,5,9600,77500,11500,23000
2026-11-04,north,530,500,430,30,10,5,9600,77500,11500,23000
`;
  read(text, {
    'level/l1': 83.02,
    'level/l2': 86,
    'level/l3': 81.13,
    'level/l4': 82.69,
    'level/l5': 82.08,
    'lost/all': 100 * (60 / 1060),
    'speed/mean/s': 19.2,
    'handling/mean/s': 224,
  });
});

test('calls with a column of yes and no, which does not say how long the lost ones waited', () => {
  const text = table('Call Id,Date,Topic,Answered (Y/N),Speed of answer in seconds,Satisfaction rating', [
    [8, '#,2026-11-03,Streaming,Y,15,5'],
    [1, '#,2026-11-03,Streaming,Y,90,2'],
    [1, '#,2026-11-03,Streaming,N,,'],
  ]);
  const guess = read(text, { 'level/l2': 100 * (8 / 9), 'level/l3': 80, 'lost/all': 10, 'speed/mean/s': 210 / 9 });
  const { counts } = guess.mapping.measures.find(({ id }) => id === 'level');
  assert.deepEqual(Object.keys(counts), ['answered', 'answeredWithin', 'abandoned']);
});

test('means and other units are not added up', () => {
  const guess = guessMapping('Interval,Offered,Answered,Avg talk,Talk (min)\n2026-11-03,10,9,120,3\n');
  assert.deepEqual(measured(guess), ['part: counts']);
});

test('surveys of customers: recommendation, satisfaction, both efforts, first contact, recovery', () => {
  const answers = [80, 210, 140, 110, 160, 180, 120];
  const rows = answers.map((times, at) => [times, `#,2026-11-05,${at + 1}`]);
  read(table('Response ID,Answered,Customer effort score', shuffledRows(rows)), {
    'ease/mean/rating': 4.08,
    'ease/top-3-box': 46,
    'ease/index/points': -13,
  });
  const text = table(
    'Response ID,Answered,Channel,NPS,Satisfaction,How much effort,First contact resolution,Had a complaint',
    [
      [45, '#,2026-11-05,mail,10,5,1,yes,no'],
      [25, '#,2026-11-05,mail,8,4,2,yes,no'],
      [15, '#,2026-11-05,phone,7,4,3,no,yes'],
      [15, '#,2026-11-05,phone,2,1,5,no,yes'],
    ],
  );
  const guess = read(text, {
    'recommend/net/points': 30,
    'rating/top-2-box': 85,
    'rating/mean/rating': (225 + 160 + 15) / 100,
    'effort/mean/rating': (45 + 50 + 45 + 75) / 100,
    'first-contact/gross': 70,
    'recovered/satisfied/points': -50,
  });
  assert.equal(guess.table, 'surveys');
});

/** Rows of several kinds in turns. */
function shuffledRows(rows) {
  const most = Math.max(...rows.map(([times]) => times));
  return Array.from({ length: most }, (_, at) => at).flatMap((at) =>
    rows.filter(([times]) => times > at).map(([, row]) => [1, row]),
  );
}

test('surveys of employees: favourable answers to several items, whether they make a scale, eNPS', () => {
  const text = table('Employee ID,Team,Submitted,My work matters,I feel supported,I would stay,eNPS', [
    [4, '#,North,2026-11-05,4,4,4,9'],
    [3, '#,North,2026-11-05,3,3,4,7'],
    [3, '#,South,2026-11-05,2,1,2,3'],
  ]);
  const guess = read(
    text.replaceAll(/(\d),(\d),(\d),(\d)\n/g, (_, a, b, c, d) => `${+a + 1},${+b + 1},${+c + 1},${d}\n`),
    {
      'engaged/favourable': 70,
      'recommend/net/points': 10,
      'one-scale/alpha/coefficient': alpha([
        ...Array(4).fill([5, 5, 5]),
        ...Array(3).fill([4, 4, 5]),
        ...Array(3).fill([3, 2, 3]),
      ]),
    },
  );
  assert.deepEqual(guess.mapping.measures[1].columns, ['My work matters', 'I feel supported', 'I would stay']);
});

/** Cronbach’s alpha by its definition. */
function alpha(people) {
  const variance = (list) => {
    const mean = list.reduce((a, b) => a + b, 0) / list.length;
    return list.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (list.length - 1);
  };
  const k = people[0].length;
  const items = Array.from({ length: k }, (_, at) => variance(people.map((one) => one[at])));
  const whole = variance(people.map((one) => one.reduce((a, b) => a + b, 0)));
  return (k / (k - 1)) * (1 - items.reduce((a, b) => a + b, 0) / whole);
}

test('customers: retention and churn by a flag or by their stays, contacts, recovery', () => {
  const flag = table('Customer ID,Region,Renewal date,Churned,Complaints made,Contacts', [
    [6, '#,North,2026-11-05,no,no,1'],
    [1, '#,North,2026-11-06,yes,no,4'],
    [2, '#,South,2026-11-07,no,yes,2'],
    [1, '#,South,2026-11-08,yes,yes,6'],
  ]);
  read(flag, {
    'kept/share': 80,
    'lost/share': 20,
    'demand/per-customer': 200,
    'recovered/kept/points': 100 * (2 / 3 - 6 / 7),
  });
  const stays = table('Customer ID,Since,Until', [
    [180, '#,2026-09-10,'],
    [20, '#,2026-09-10,2026-11-20'],
    [30, '#,2026-11-05,'],
  ]);
  const guess = guessMapping(stays);
  assert.deepEqual(measured(guess), ['stayed: retention', 'left: churn']);
  assert.equal(guess.mapping.at, undefined);
});

test('complaints: what became of them, in which time', () => {
  const text = table('Complaint ID,Received,Acknowledged,Resolved,Due,Escalated,Overdue', [
    [6, '#,2026-11-02,2026-11-03,2026-11-06,2026-11-12,no,no'],
    [2, '#,2026-11-02,2026-11-05,2026-11-20,2026-11-12,yes,yes'],
    [2, '#,2026-11-02,,,2026-11-12,no,yes'],
  ]);
  const guess = read(text, {
    'complaints/acknowledged': 80,
    'complaints/escalated': 20,
    'complaints/resolved': 80,
    'complaints/in-time': 60,
    'acknowledged/mean/d': (6 + 6) / 8,
    'promise/share': 60,
    'backlog/count/cases': 2,
  });
  assert.equal(guess.table, 'complaints');
});

test('what is counted by month: demand, self-service, deflection, the bot, retention, backlog', () => {
  const text = `Month,Contacts,Customers,Orders,Self-service solved,Solved,Contacts avoided,Bot conversations,Bot resolved,Customers at start,Customers at end,New customers,Received
2026-11-01,300,12000,6000,60,240,100,80,20,200,210,30,250
`;
  const guess = read(text, {
    'demand/per-customer': 2.5,
    'demand/per-order': 5,
    'self-service/share': 25,
    'spared/share': 25,
    'bot/share': 25,
    'kept/share': 90,
    'backlog/count/cases': 10,
  });
  assert.equal(guess.table, 'counts');
});

test('staffing: present of planned, and how busy', () => {
  const text = 'Shift,Team,Planned,Present,Handling hours,Available hours\n2026-11-03,North,10,9,60,15\n';
  read(text, { 'staffed/share': 90, 'busy/share': 80 });
  const mixed = guessMapping(text.replace('Available hours', 'Available minutes'));
  assert.deepEqual(measured(mixed), ['staffed: counts']);
});

test('feedback: stars, recommendation, and the text that is read elsewhere', () => {
  const text = table('Review ID,Posted,Source,Stars,Would recommend,Comment', [
    [7, '#,2026-11-03,Store,5,10,very quick and kind'],
    [3, '#,2026-11-04,Store,2,4,slow and no answer'],
  ]);
  const guess = read(text, { 'rating/top-2-box': 70, 'recommend/net/points': 40 });
  assert.equal(guess.table, 'feedback');
});

test('purchases: what customers have brought, and their lifetime value', () => {
  // The table of tests/worth.rs: forty customers, of whom ten come again; 200 − 75 for each four.
  const rows = Array.from({ length: 10 }, (_, at) => [
    [1, `#,2026-10-03,a${at},40,10,North`],
    [1, `#,2026-11-04,a${at},50,20,South`],
    [1, `#,2026-10-05,b${at},60,30,North`],
    [1, `#,2026-10-09,c${at},20,5,South`],
    [1, `#,2026-11-20,d${at},30,10,South`],
  ]).flat();
  const text = table('Order ID,Order date,Customer,Amount,Cost,Store', rows);
  const kept = 1 / 3;
  const discount = 1.1 ** (1 / 12) - 1;
  const guess = read(text, {
    'brought/margin/money': 31.25,
    'brought/revenue/money': 50,
  });
  assert.equal(guess.table, 'purchases');
  assert.ok(guess.questions.some(({ code }) => code === 'discount'));
  // Over one month: of three customers one is kept; 50 − 30 of the two who bought.
  const { mapping } = guess;
  const kpi = { id: 'simple', title: 'Simple', unit: 'money', direction: 'up', target: 1 };
  const measure = { source: mapping.source, measure: 'simple', variant: 'first-margin-later' };
  const mission = { id: 'mission', title: 'Help', kpis: [{ ...kpi, measure }] };
  const board = Board.openSync({ version: 1, title: 'Guessed', mission }, { asOf: '2026-12-05' });
  board.ingest(text, mapping);
  const [{ value }] = board.scores().kpis;
  board.free();
  assert.ok(Math.abs(value - (25 * kept) / (1 + discount - kept)) < 1e-9, String(value));
});

test('a log whose events have kinds: which of them resolve a case and open it again', () => {
  const text = `Case,Timestamp,Activity
1,2026-11-02 08:00,Created
1,2026-11-02 10:00,Noted
1,2026-11-02 18:00,Resolved
1,2026-11-03 08:00,Noted
2,2026-11-03 08:00,Created
2,2026-11-03 12:00,Resolved
2,2026-11-04 08:00,Reopened
2,2026-11-05 08:00,Resolved
`;
  const guess = read(text, { 'resolution/mean/h': (10 + 48) / 2 });
  const kinds = { column: 'Activity', created: ['Created'], resolved: ['Resolved'], reopened: ['Reopened'] };
  assert.deepEqual(guess.mapping.events.kinds, kinds);
});
