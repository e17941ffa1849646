// What a score is made of, what moved it and what would: through the built package.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/lib/paths.mjs';
import { plan } from '../support/plan.mjs';

const { Board, initSync } = await import(pathToFileURL(path.join(dist, 'index.js')).href);
initSync(fs.readFileSync(path.join(dist, 'throughline.wasm')));

const near = (value, expected) => assert.ok(Math.abs(value - expected) < 1e-12, `${value} is not ${expected}`);
const sum = (list) => list.reduce((all, each) => all + each, 0);

function withBoard(use) {
  const board = Board.openSync(plan(), { asOf: '2026-11-20' });
  const before = JSON.stringify([board.scores(), board.findings()]);
  use(board);
  assert.equal(JSON.stringify([board.scores(), board.findings()]), before);
  board.free();
}

test('the bars of a waterfall follow each other up to the score', () => {
  withBoard((board) => {
    const { parts, leaves, score, rest } = board.contributions('mission');
    near(parts.at(-1).end, score);
    near(sum(leaves.map(({ points }) => points)), score);
    assert.equal(rest, 0);
    parts.forEach((part, at) => {
      near(part.start, at === 0 ? 0 : parts[at - 1].end);
    });
    assert.throws(() => board.contributions('reply'), { code: 'options-invalid' });
    assert.throws(() => board.contributions('misson'), { code: 'unknown-id' });
  });
});

test('the same is said in words', () => {
  withBoard((board) => {
    const { sentences } = board.describe('mission');
    const gives = sentences.filter((said) => / gives .* of the weight, at a score of /.test(said));
    const known = board.explain('mission').inputs.filter(({ contribution }) => contribution !== undefined);
    assert.equal(gives.length, known.length);
    assert.ok(known.length > 0);
  });
});

test('between two days the effects add up to the difference, and the board stays at its day', () => {
  withBoard((board) => {
    const moved = board.moved('mission', { from: '2026-10-15' });
    assert.equal(moved.after.at, '2026-11-20');
    const listed = moved.parts.map(({ effects }) => effects.total);
    near(moved.difference, 0.25);
    near(sum(listed), moved.difference);
    assert.throws(() => board.moved('mission', {}), { code: 'options-invalid' });
    assert.throws(() => board.moved('mission', { from: 'yesterday' }), { code: 'options-invalid', path: '/from' });
  });
});

test('a scenario is told beside the truth, kept, read again, and compared', () => {
  withBoard((board) => {
    const better = board.scenario('Faster', [{ kpi: 'reply', value: 2 }]);
    assert.equal(better.kpis[0].after.score, 1);
    assert.equal(better.nodes[0].id, 'mission');
    assert.deepEqual(board.scenario(JSON.stringify(better.scenario)), better);
    const nothing = { version: 1, name: 'Nothing', changes: [] };
    const { rows, scenarios } = board.compareScenarios([better.scenario, JSON.stringify(nothing)]);
    assert.deepEqual(
      scenarios.map(({ name }) => name),
      ['Faster', 'Nothing'],
    );
    assert.deepEqual(rows[0].supposed, [better.mission.after, better.mission.before]);
    assert.deepEqual(rows[0].actual, better.mission.before);
  });
});

test('a scenario that cannot be names every fault, its place and the nearest name', () => {
  withBoard((board) => {
    const changes = [
      { kpi: 'replly', value: 2 },
      { kpi: 'reply', target: Number.NaN },
      { node: 'route', progress: 2 },
    ];
    try {
      board.scenario('Wrong', changes.slice(1));
      assert.fail('it was taken');
    } catch (error) {
      assert.equal(error.code, 'scenario-invalid');
      assert.deepEqual(
        error.issues.map((issue) => issue.path),
        ['/changes/0/target', '/changes/1/progress'],
      );
    }
    try {
      board.compareScenarios([{ version: 1, name: 'Wrong', changes: changes.slice(0, 1) }]);
      assert.fail('it was taken');
    } catch (error) {
      assert.equal(error.path, '/0/changes/0/kpi');
      assert.match(error.issues[0].message, /did you mean "reply"/);
    }
    assert.throws(() => board.scenario('{'), { code: 'json-syntax' });
  });
});

test('what the mission hangs on: swings in order, flips by size', () => {
  withBoard((board) => {
    const { subject, tornado, flips, largestFactor } = board.sensitivity();
    assert.equal(subject, 'mission');
    assert.equal(largestFactor, 10);
    assert.ok(tornado.length > 0);
    const widths = tornado.map(({ worse, better }) => (better.score ?? 0) - (worse.score ?? 0));
    assert.deepEqual(
      widths,
      [...widths].sort((a, b) => b - a),
    );
    const sizes = flips.map(({ factor }) => Math.abs(factor - 1));
    assert.deepEqual(
      sizes,
      [...sizes].sort((a, b) => a - b),
    );
  });
});
