// From every number down to its inputs (P7, N17): formula, variant, weights, rounding, file, row count; as data and as sentences.
// What the sources should say is reckoned from the files themselves.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { at, demoOut, dist } from '../../scripts/lib/paths.mjs';
import * as wide from '../../scripts/profile/wide.mjs';
import { files } from '../../www/demo/generator/write.js';

const AS_OF = '2026-11-20';
const json = (...parts) => JSON.parse(fs.readFileSync(at(...parts), 'utf8'));
const demo = json('www', 'demo', 'plan.json');
const tables = files();
const sources = ['tickets', 'surveys', 'customers', 'employees'].map((id) => ({
  id,
  text: tables[`made-up-${id}.csv`],
  mapping: json('www', 'demo', 'mapping', `${id}.json`),
}));
const nodesOf = (plan) => [plan.mission, ...['goals', 'strategies', 'actions'].flatMap((list) => plan[list] ?? [])];
const kpisOf = (plan) => nodesOf(plan).flatMap((node) => node.kpis ?? []);
const number = new Intl.NumberFormat('en');

let boards;
before(async () => {
  const { Board, init } = await import(pathToFileURL(path.join(dist, 'index.js')).href);
  await init(fs.readFileSync(path.join(dist, 'throughline.wasm')));
  const open = (plan, fill) => {
    const board = Board.openSync(plan, { asOf: AS_OF });
    fill(board);
    return { plan, board };
  };
  boards = {
    'the demo from its rows': open(demo, (board) => {
      for (const { text, mapping } of sources) board.ingest(text, mapping);
    }),
    'the demo from its snapshot': open(demo, (board) =>
      board.load(fs.readFileSync(path.join(demoOut, 'data', 'snapshot.json'), 'utf8')),
    ),
    'every family': open(wide.plan(), (board) => board.ingest(wide.rows(), wide.mapping)),
  };
});

/** A sentence is words: no place left unfilled, no code, nothing that JavaScript says of what is not there. */
function isSaid(sentence) {
  assert.match(sentence, /\S/);
  assert.doesNotMatch(sentence, /[{}]|undefined|\bnull\b|NaN|\[object|\b(?:explain|note|because|definition)\.[a-z-]+/);
}

function isRead(explanation, kpi, sentences) {
  assert.equal(explanation.variant, kpi.measure.variant);
  const [rows] = explanation.steps.filter(({ code }) => code === 'rows');
  const file = sources.find(({ id }) => id === explanation.source?.id);
  if (rows === undefined) return assert.ok(explanation.steps.some(({ code }) => code === 'missing'));
  const { source } = explanation;
  assert.ok(source.used <= source.read && source.used > 0);
  if (file !== undefined) {
    assert.equal(source.hash, crypto.createHash('sha256').update(file.text).digest('hex'));
    assert.equal(source.read, file.text.trimEnd().split('\n').length - 1);
  }
  assert.ok(
    sentences.some((each) => each.includes(number.format(source.used)) && each.includes(number.format(source.read))),
  );
}

function isTyped(explanation, kpi) {
  const values = (kpi.values ?? []).filter(({ at }) => at <= AS_OF);
  if (values.length === 0) return assert.ok(explanation.steps.some(({ code }) => code === 'missing'));
  const [typed] = explanation.steps.filter(({ code }) => code === 'typed');
  assert.equal(
    typed.params.at,
    values
      .map(({ at }) => at)
      .sort()
      .at(-1),
  );
  assert.equal(explanation.variant, undefined);
}

for (const name of ['the demo from its rows', 'the demo from its snapshot', 'every family']) {
  test(`${name}: every KPI tells formula, variant, rounding, file and row count`, () => {
    const { plan, board } = boards[name];
    const kpis = kpisOf(plan);
    assert.ok(kpis.length >= 20);
    for (const kpi of kpis) {
      const explanation = board.explain(kpi.id);
      const { sentences } = board.describe(kpi.id);
      sentences.forEach(isSaid);
      assert.equal(explanation.formula, 'linear', kpi.id);
      assert.equal(explanation.rounding.code, 'display-only', kpi.id);
      const shown = explanation.steps.find(({ code }) => code === 'value');
      if (shown !== undefined) {
        assert.equal(explanation.unrounded, explanation.value, kpi.id);
        assert.equal(shown.params.value, explanation.unrounded, kpi.id);
      }
      if (kpi.measure === undefined) isTyped(explanation, kpi);
      else isRead(explanation, kpi, sentences);
    }
  });

  test(`${name}: every node tells what goes in with its weight, and the parts make the whole`, () => {
    const { plan, board } = boards[name];
    const scores = new Map(board.scores().nodes.map((node) => [node.id, node]));
    for (const { id, kpis = [] } of nodesOf(plan)) {
      const { inputs, formula, value, rounding } = board.explain(id);
      board.describe(id).sentences.forEach(isSaid);
      assert.equal(rounding.code, 'display-only');
      for (const kpi of kpis) {
        const input = inputs.find((each) => each.id === kpi.id);
        assert.equal(input.weight, kpi.weight ?? 1, kpi.id);
      }
      assert.equal(value, scores.get(id).score, id);
      if (formula !== 'mean' || value === undefined) continue;
      const sum = (of) => inputs.reduce((total, each) => total + (of(each) ?? 0), 0);
      // A mean by hand: of what is known, by weight and share.
      const known = inputs.filter(({ score }) => score !== undefined);
      const weight = ({ weight: own, share }) => own * share;
      const total = known.reduce((all, each) => all + weight(each), 0);
      const mean = known.reduce((all, each) => all + (weight(each) * each.score) / total, 0);
      assert.ok(Math.abs(mean - value) < 1e-12, `${id}: ${mean} is not ${value}`);
      assert.ok(Math.abs(sum(({ contribution }) => contribution) - value) < 1e-12, id);
    }
  });
}
