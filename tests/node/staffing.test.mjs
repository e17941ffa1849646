// Staffing as a programmer asks for it, in Node, on the built package.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist } from '../../scripts/lib/paths.mjs';

const { init, messagesFor, staffing } = await import(pathToFileURL(path.join(dist, 'index.js')).href);
before(() => init(fs.readFileSync(path.join(dist, 'throughline.wasm'))));

const ASKED = { calls: 360, period: 1800, handlingTime: 240, agents: 55, within: 15 };

test('a published example: 360 calls in half an hour, four minutes each, 55 agents', () => {
  const found = staffing(ASKED);
  assert.deepEqual([found.model, found.load, found.duty, found.missing], ['erlang-c', 48, 55, undefined]);
  const { serviceLevel, wait, waits, occupancy, ...rest } = found.outlook;
  assert.deepEqual(rest, {});
  assert.equal(serviceLevel.toFixed(3), '0.846');
  assert.equal(waits.toFixed(3), '0.239');
  assert.equal(wait.toFixed(1), '8.2');
  assert.equal(occupancy.toFixed(3), '0.873');
});

test('what is wanted: the fewest agents, and that one fewer is not enough', () => {
  const wanted = { serviceLevel: 0.8 };
  const { needed } = staffing({ ...ASKED, wanted });
  assert.ok(needed.outlook.serviceLevel >= 0.8);
  assert.ok(staffing({ ...ASKED, agents: needed.agents - 1 }).outlook.serviceLevel < 0.8);
  assert.deepEqual(staffing({ ...ASKED, agents: needed.agents }).outlook, needed.outlook);
});

test('mistakes have a code, a place and a sentence', () => {
  const asked = { ...ASKED, calls: -1, shrinkage: 1, patience: 0 };
  assert.throws(
    () => staffing(asked),
    (error) => {
      assert.equal(error.code, 'staffing-invalid');
      assert.deepEqual(error.issues.map((issue) => issue.path).sort(), ['/calls', '/patience', '/shrinkage']);
      assert.match(messagesFor('en').text('error.staffing-invalid', {}), /Staffing/);
      return true;
    },
  );
});
