// What axe finds in a page. It is put in by the test's own road, which no policy of the page refuses.
import fs from 'node:fs';
import { at } from '../../../scripts/lib/paths.mjs';

const axe = fs.readFileSync(at('node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** Every fault with where it is; those of the rules `except` are left out. */
export async function faults(page, options = {}, except = []) {
  await page.evaluate(`${axe};0`);
  const { violations } = await page.evaluate((given) => globalThis.axe.run(given), options);
  return violations
    .filter(({ id }) => !except.includes(id))
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join('; ')}`,
    );
}
