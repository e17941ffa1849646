// Lifetime value as a programmer asks for it, in Node, on the built package.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { at, dist } from '../../scripts/lib/paths.mjs';

const { init, lifetime, messagesFor } = await import(pathToFileURL(path.join(dist, 'index.js')).href);
before(() => init(fs.readFileSync(path.join(dist, 'throughline.wasm'))));

const COHORTS = [[1000, 869, 743, 653, 593, 551, 517, 491]];

test('contracts: parameters, renewals, lifetime and value', () => {
  const found = lifetime({ model: 'sbg', unit: 'year', cohorts: COHORTS, horizon: 12, discount: 0.1, margin: 10 });
  const { parameters, logLikelihood } = found.frequency;
  assert.deepEqual(
    parameters.map(({ name, value }) => [name, value.toFixed(3)]),
    [
      ['alpha', '0.668'],
      ['beta', '3.806'],
    ],
  );
  assert.equal(logLikelihood.toFixed(2), '-1611.16');
  assert.ok(parameters.every(({ value, interval }) => interval.low < value && value < interval.high));
  assert.deepEqual([found.model, found.unit, found.customers, found.renewals.length], ['sbg', 'year', 1000, 12]);
  const { interval, ...eighth } = found.renewals[7];
  assert.deepEqual([eighth.could, eighth.did, interval], [0, 0, undefined]);
  assert.equal(eighth.survival.toFixed(3), '0.460');
  assert.equal(found.value.value, 10 * found.discountedLifetime.value);
  assert.ok(found.discountedLifetime.standardError > 0);
});

test('customers of CDNOW: the published fit, and the published customer', (t) => {
  const file = at('..', 'shared', 'data', 'published', 'cdnow_customers.csv');
  if (!fs.existsSync(file)) return t.skip('passed over: no published/cdnow_customers.csv');
  const lines = fs.readFileSync(file, 'utf8').trim().split('\n').slice(1);
  const customers = lines.map((line) => {
    const [customer, repeats, last, age, value] = line.split(',');
    return { customer, repeats: +repeats, last: +last, age: +age, ...(+value > 0 && { value: +value }) };
  });
  const began = performance.now();
  const found = lifetime({ model: 'bg-nbd', unit: 'week', customers, horizon: 39, discount: 0.15, margin: 0.3 });
  t.diagnostic(`${Math.round(performance.now() - began)} ms for ${customers.length} customers`);
  const values = (fit) => fit.parameters.map(({ value }) => value.toFixed(3)).join(' ');
  assert.equal(values(found.frequency), '0.243 4.414 0.793 2.426');
  assert.match(values(found.spending), /^6\.2\d+ 3\.74\d 15\.4\d+$/);
  const [first] = found.buyers;
  assert.equal(first.purchases.toFixed(3), '1.226');
  assert.equal(first.purchaseValue.toFixed(2), '24.66');
  assert.ok(first.value < 0.3 * first.purchases * first.purchaseValue);
  const sum = found.buyers.reduce((total, { purchases }) => total + purchases, 0);
  assert.ok(Math.abs(sum - found.purchases.value) < 1e-9 * sum);
  const [note] = found.notes;
  assert.match(messagesFor('en').text(`note.${note.code}`, note.params), /spends more each time \(r = 0\.11\)/);
});

test('rows in, in any order; what is left out is told, what cannot be fitted too', () => {
  const purchases = [
    { customer: 'b', date: '2026-03-02', amount: 30 },
    { customer: 'a', date: '2026-02-02', amount: 60 },
    { customer: 'a', date: '2026-01-05', amount: 40 },
    { customer: 'a', date: '2026-05-05', amount: 40 },
  ];
  const found = lifetime({ model: 'bg-nbd', unit: 'week', asOf: '2026-03-30', purchases });
  assert.deepEqual(found.buyers, [
    { customer: 'a', repeats: 1, last: 4, age: 12, historical: 100 },
    { customer: 'b', repeats: 0, last: 0, age: 4, historical: 30 },
  ]);
  assert.equal(found.historicalMean.value, 65);
  assert.deepEqual(found.notes, [{ code: 'after-as-of', params: { count: 1 } }]);
  const words = messagesFor('en');
  const { missing } = found.value;
  assert.equal(words.text(`because.${missing.code}`, missing.params), '30 customers are needed at least; there are 2.');
});

test('what cannot be is refused with its place', () => {
  assert.throws(
    () => lifetime({ model: 'sbg', unit: 'year', cohorts: [[100, 120]] }),
    (error) => error.code === 'lifetime-invalid' && error.path === '/cohorts/0/1',
  );
});
