// The README's page, pasted as it stands beside the package's files, works under the policy printed there.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { at, demoOut } from '../../scripts/lib/paths.mjs';
import { serve } from '../../scripts/lib/server.mjs';
import { snippets } from '../node/support/documents.mjs';
import { launch } from './support/browser.mjs';

const [embed] = snippets('html').filter(({ words }) => words[0] === 'embed');
const [policy] = snippets('csp');

test('the page of the README paints under its policy', async () => {
  assert.ok(embed.text.trim().split('\n').length <= 15);
  const read = (...names) => fs.readFileSync(path.join(demoOut, ...names));
  const files = {
    '/page/index.html': embed.text,
    '/page/plan.json': read('plan.json'),
    '/page/data/snapshot.json': read('data', 'snapshot.json'),
  };
  const server = await serve({ root: at('dist'), under: '/page/throughline/', files, policy: policy.text.trim() });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.addInitScript(() => {
      globalThis.__painted = new Promise((done) => document.addEventListener('board-painted', () => done(true)));
    });
    const response = await page.goto(`${server.url}page/index.html`);
    assert.equal(response.headers()['content-security-policy'], policy.text.trim());
    assert.equal(await page.evaluate(() => globalThis.__painted), true);
    const plan = JSON.parse(read('plan.json'));
    assert.ok((await page.locator('strategy-board').textContent()) !== undefined);
    await page.locator('strategy-board').getByText(plan.goals[0].title).first().waitFor({ state: 'attached' });
    assert.deepEqual(errors, []);
  } finally {
    await browser.close();
    await server.close();
  }
});

test('the demo prints the same page', () => {
  const html = fs.readFileSync(at('www', 'demo', 'index.html'), 'utf8');
  const code = /<code id="embed-code">(.*?)<\/code>/s.exec(html)[1].replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  const plain = (text) => text.replaceAll(/\s+/g, ' ').replaceAll('> <', '><').trim();
  assert.equal(plain(code), plain(embed.text));
  assert.ok(html.includes(policy.text.trim()));
});
