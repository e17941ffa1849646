// The custom-elements manifest says what the class is: neither may change alone.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { at, dist, element } from '../../scripts/lib/paths.mjs';

const manifest = JSON.parse(fs.readFileSync(path.join(element, 'custom-elements.json'), 'utf8'));
const [declaration] = manifest.modules[0].declarations;
const { StrategyBoardElement } = await import(pathToFileURL(path.join(dist, 'inline.js')).href);
const source = (name) => fs.readFileSync(at('www', 'element', 'element', name), 'utf8');
const names = (list) => list.map(({ name }) => name).sort();

test('attributes are those that are observed', () => {
  assert.deepEqual(names(declaration.attributes), [...StrategyBoardElement.observedAttributes].sort());
});

test('fields and methods are those of the class', () => {
  const lifecycle = ['constructor', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback'];
  const own = Object.getOwnPropertyNames(StrategyBoardElement.prototype).filter((name) => !lifecycle.includes(name));
  // The details bring these when they come.
  const later = [
    .../NAMES = \[([^\]]*)\]/
      .exec(fs.readFileSync(at('www', 'element', 'element', 'adopt.ts'), 'utf8'))[1]
      .matchAll(/\w+/g),
  ].map(([name]) => name);
  assert.ok(later.length > 2);
  assert.deepEqual(names(declaration.members), [...own, ...later].sort());
});

test('events, parts and custom properties are those of the source', () => {
  const folder = path.join(element, 'element');
  const all = fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map(source)
    .join('\n');
  const found = (pattern) => [...new Set([...all.matchAll(pattern)].map((match) => match[1]))].sort();
  assert.deepEqual(names(declaration.events), found(/(?:#tell|new CustomEvent)\('(board-[a-z]+)'/g));
  assert.deepEqual(names(declaration.cssParts), found(/\bpart: '([a-z]+)'/g));
  const roles = found(/^ {2}'?([a-z-]+)'?: \['#/gm).map((role) => `--strategy-board-${role}`);
  assert.deepEqual(names(declaration.cssProperties), [...roles, '--strategy-board-font'].sort());
});
