// The module in parts, under Node: what is asked too early is refused in words, and nothing of the board is lost.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { dist } from '../../scripts/lib/paths.mjs';
import { plan } from '../support/plan.mjs';

const { Board, check, initSync } = await import(pathToFileURL(path.join(dist, 'index.js')).href);

const exec = promisify(execFile);

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

test('what is collected before the part that gives it back is there is given back when it is', async () => {
  const script = `
    const { readFileSync } = await import('node:fs');
    const { Board, init } = await import(${JSON.stringify(pathToFileURL(path.join(dist, 'index.js')).href)});
    const plan = { version: 1, title: 'x', mission: { id: 'm', title: 'M' } };
    const collected = async () => {
      for (let at = 0; at < 5; at += 1) {
        globalThis.gc();
        await new Promise((done) => setTimeout(done, 20));
      }
    };
    await init(readFileSync(${JSON.stringify(path.join(dist, 'throughline-core.wasm'))}));
    let gone = 0;
    const registry = new FinalizationRegistry(() => { gone += 1; });
    (() => {
      for (const end of ['free', 'rest', 'valueOf']) {
        const board = Board.openSync(plan, { asOf: '2026-11-20' });
        board[end]();
        registry.register(board);
      }
    })();
    await collected();
    console.log(gone, 'boards gone');`;
  const { stdout } = await exec(process.execPath, ['--expose-gc', '--input-type=module', '-e', script]);
  assert.equal(stdout, '3 boards gone\n');
});
