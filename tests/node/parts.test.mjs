// The module in parts, under Node: what is asked too early is refused in words, and nothing of the board is lost.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/lib/paths.mjs';
import { plan } from '../support/plan.mjs';

const { Board, check, initSync } = await import(pathToFileURL(path.join(dist, 'index.js')).href);

test('the core alone opens and scores, and names the rest where it lacks it', () => {
  initSync(fs.readFileSync(path.join(dist, 'throughline-core.wasm')));
  const board = Board.openSync(plan(), { asOf: '2026-11-20' });
  const before = board.scores();
  assert.throws(() => board.explain('quick'), { code: 'rest-missing' });
  assert.deepEqual(board.scores(), before);
  assert.throws(() => check('{'), { code: 'rest-missing' });
  assert.throws(() => board.snapshot(), { code: 'rest-missing' });
  board.free();
});
