// The pipe is whole: a page with the tag, the wasm file fetched and running, nothing refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plan } from '../../scripts/bench/startup/board.mjs';
import { html, shot, useBrowser } from './support/browser.mjs';

const open = useBrowser();
const page = {
  '/index.html': html({ body: '<strategy-board plan="/plan.json" as-of="2026-11-15"></strategy-board>' }),
  '/plan.json': JSON.stringify(plan),
};

test('the element paints under the strict policy with nothing refused', async (t) => {
  const { page: tab, site, kept } = await open(t, { files: page, policy: 'strict' });
  await tab.getByText(plan.goals[0].title).first().waitFor({ state: 'attached' });
  await tab.waitForLoadState('networkidle');
  assert.deepEqual(await kept.violations(), []);
  assert.deepEqual(kept.errors, []);
  const fetched = site.requests.map(({ path }) => path).filter((path) => path.endsWith('.wasm'));
  assert.deepEqual(
    fetched,
    ['/package/throughline-core.wasm', '/package/throughline-reader.wasm'],
    'each part of a reader once, the core first',
  );
  await shot(tab, 'pipe');
});

test('the harness sees a refusal: wasm is recorded where the policy forbids it', async (t) => {
  const probe = 'WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).catch(() => {});';
  const files = { '/index.html': html({ scripts: ['/probe.js'] }), '/probe.js': probe };
  const { page: tab, kept } = await open(t, { files, policy: 'no-wasm' });
  await tab.waitForFunction(() => globalThis.__violations.length > 0);
  assert.match((await kept.violations())[0], /^script-src wasm-eval/);
});
