// The element under the policies that portals send: nothing refused where wasm may run, the plan shown where it may not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policies } from '../../scripts/lib/policies.mjs';
import { boardPage, painted, text } from './support/board.mjs';
import { shot, useBrowser } from './support/browser.mjs';

const open = useBrowser();
const WITHOUT_WASM = ['no-wasm', 'power-pages'];

for (const policy of Object.keys(policies)) {
  test(`under "${policy}"`, async (t) => {
    const { page, kept } = await open(t, {
      files: boardPage('view="overview" data="/rows.csv" mapping="/mapping.json" focus="route"'),
      policy,
    });
    await painted(page);
    const refused = WITHOUT_WASM.includes(policy);
    if (refused) {
      assert.match(await text(page, '.notice.refused'), /security policy/);
      // Plan, owners and typed values stay; nothing is scored.
      assert.equal(await text(page, 'tr[data-id=reply] .col-value'), '6 hr');
      assert.equal(await text(page, 'tr[data-id=reply] .col-status'), 'Not scored');
      assert.match(await text(page, '.outline'), /Quick help\s*Ana Ruiz/);
      assert.equal(await page.locator('strategy-board canvas').count(), 0);
    } else {
      await page.locator('strategy-board .card[data-id=quick]').click();
      await page.locator('strategy-board .panel').waitFor();
      assert.deepEqual(kept.errors, []);
    }
    const allowed = refused ? (violation) => /^script-src wasm-eval/.test(violation) : () => false;
    assert.deepEqual(
      (await kept.violations()).filter((violation) => !allowed(violation)),
      [],
    );
    await shot(page, `policy-${policy}`);
  });
}
