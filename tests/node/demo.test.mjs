// The demo's made-up rows are the same everywhere, its plan tells what it claims, and its guesses hold on real headers.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { at, dist } from '../../scripts/lib/paths.mjs';
import { files } from '../../www/demo/generator/write.js';
import { attach, familiesFor, mappingFor, rolesOf } from '../../www/demo/page/families.js';
import { FAMILIES } from '../../www/demo/shared/families.js';

const { firstRows, guessMapping } = await import(pathToFileURL(path.join(dist, 'guess.js')).href);

const plan = JSON.parse(fs.readFileSync(at('www', 'demo', 'plan.json'), 'utf8'));
const nodes = [plan.companyMission, plan.mission, plan.vision, ...plan.goals, ...plan.strategies, ...plan.actions];
const kpis = nodes.flatMap((node) => node.kpis ?? []);

test('the rows are the same bytes on every machine', () => {
  const digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);
  const made = Object.fromEntries(Object.entries(files()).map(([name, text]) => [name, digest(text)]));
  assert.deepEqual(made, EXPECTED_DIGESTS);
  assert.notEqual(digest(files('another seed')['made-up-tickets.csv']), made['made-up-tickets.csv']);
});

// Recorded from the generator; a change here means that the published demo changes (see CONTRIBUTING.md).
const EXPECTED_DIGESTS = {
  'made-up-tickets.csv': '6fdfdb967ce771db',
  'made-up-tickets-cold-snap.csv': 'cb27573f7b6a332e',
  'made-up-surveys.csv': '9e6cbbf38730d66a',
  'made-up-customers.csv': '3177adcc26067c89',
  'made-up-employees.csv': '781365bc75ae3bea',
};

test('a cold snap changes October 2026 and nothing before it', () => {
  const before = (name) =>
    files()
      [name].split('\n')
      .map((line) => line.split(',').slice(1).join(','))
      .filter((line) => /^[^,]+,[^,]+,202(5|6-0)/.test(line));
  assert.deepEqual(before('made-up-tickets-cold-snap.csv'), before('made-up-tickets.csv'));
});

test('the plan is the organisation that the page describes', () => {
  assert.equal(plan.goals.length, 4);
  assert.ok(plan.strategies.length >= 10);
  assert.ok(plan.actions.length >= 24);
  assert.ok(plan.goals.some((goal) => goal.audience === 'internal'));
  assert.ok(plan.mission.tension.length > 0);
  assert.deepEqual([...new Set(plan.actions.map((action) => action.kind))].sort(), [
    'hiring',
    'knowledge',
    'other',
    'process',
    'recognition',
    'technology',
    'training',
  ]);
  assert.ok(
    [...plan.strategies, ...plan.actions].some((node) => node.serves?.length > 1),
    'one serves two parents',
  );
});

test('titles fit on a card', () => {
  for (const { title } of [...nodes, ...kpis]) assert.ok(title.length <= 40, title);
});

test('every measure that a KPI reads is in a mapping, and every column of a mapping is in its file', () => {
  const made = files();
  const measures = new Set();
  for (const source of ['tickets', 'surveys', 'customers', 'employees']) {
    const mapping = JSON.parse(fs.readFileSync(at('www', 'demo', 'mapping', `${source}.json`), 'utf8'));
    const { header } = firstRows(made[`made-up-${source}.csv`]);
    const columns = [mapping.id, ...Object.values(mapping.columns), mapping.dimension];
    for (const measure of mapping.measures) {
      columns.push(...[measure.column ?? []].flat());
      measures.add(`${mapping.source}/${measure.id}`);
    }
    for (const column of columns) assert.ok(header.includes(column), `${source}: ${column}`);
  }
  const read = kpis.filter((kpi) => kpi.measure).map(({ measure }) => `${measure.source}/${measure.measure}`);
  assert.ok(read.length >= 8);
  for (const one of read) assert.ok(measures.has(one), one);
});

test('the page of numbers has words for every family that a mapping can name, and for no other', () => {
  const schema = JSON.parse(fs.readFileSync(at('www', 'element', 'schema', 'mapping.schema.json'), 'utf8'));
  const words = Object.values(schema.$defs).flatMap(({ properties }) => properties?.kpi?.oneOf ?? []);
  const named = [...new Set(words.map((one) => one.const))];
  assert.ok(named.length > 20);
  assert.deepEqual(Object.keys(FAMILIES).sort(), named.sort());
});

test('the form is filled with what is recognised in the demo’s own tickets', () => {
  const guess = guessMapping(files()['made-up-tickets.csv'].slice(0, 20_000));
  assert.deepEqual(rolesOf(guess), {
    id: 'Case',
    created: 'Created',
    firstReply: 'First reply',
    resolved: 'Resolved',
    due: 'Due',
    rating: 'Rating',
    segment: 'Channel',
    product: 'Topic',
  });
  assert.deepEqual(
    familiesFor(guess).map(({ id }) => id),
    ['resolution-time', 'first-reply-time', 'sla-compliance', 'csat'],
  );
});

test('an attached KPI takes all rows of the file and never goes stale; the plan it came from stays as it was', () => {
  const before = JSON.stringify(plan);
  const changed = attach(plan, 'renewed', 'share');
  const kpi = changed.strategies.flatMap((node) => node.kpis ?? []).find((one) => one.id === 'renewed');
  assert.deepEqual(kpi.measure, { source: 'your-file', measure: 'yours', variant: 'share' });
  assert.equal(kpi.window, 'all');
  assert.ok(!('interval' in kpi) && !('values' in kpi));
  assert.equal(JSON.stringify(plan), before);
});

const real = process.env.THROUGHLINE_DATA ?? path.resolve(at(), '..', 'shared', 'data');
const realFile = (t, name) => {
  const file = path.join(real, 'cs', name);
  if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8').slice(0, 256 * 1024);
  t.skip(`passed over: ${name} is not here`);
  return undefined;
};

test('a real event log is taken for one', (t) => {
  const text = realFile(t, 'helpdesk_italy_eventlog.csv');
  if (text === undefined) return;
  const guess = guessMapping(text);
  assert.equal(familiesFor(guess)[0].id, 'resolution-time');
  const { id, created } = rolesOf(guess);
  const settled = { columns: { id, created }, several: true, dates: 'iso', name: 'log' };
  assert.deepEqual(mappingFor('resolution-time', settled).events, guess.mapping.events);
});

test('real churn tables offer customers kept, a real count table its two counts', (t) => {
  for (const [name, family] of [
    ['mlc_churn.csv', 'retention'],
    ['ibm_telco_churn_modeldata.csv', 'retention'],
    ['nhs_ae_attendances.csv', 'counts'],
  ]) {
    const text = realFile(t, name);
    if (text === undefined) return;
    assert.equal(familiesFor(guessMapping(text))[0]?.id, family, name);
  }
});

test('every page leads to every other, and says which one it is', () => {
  const folder = at('www', 'demo');
  const pages = fs.readdirSync(folder).filter((name) => name.endsWith('.html'));
  assert.ok(pages.length >= 5);
  for (const page of pages) {
    const nav = /<nav.*?<\/nav>/s.exec(fs.readFileSync(path.join(folder, page), 'utf8'))[0];
    const links = [...nav.matchAll(/href="\.\/([^"]+)"( aria-current="page")?/g)];
    assert.deepEqual(links.map(([, to]) => to).sort(), pages.toSorted(), page);
    assert.deepEqual(
      links.filter(([, , here]) => here).map(([, to]) => to),
      [page],
    );
  }
});
