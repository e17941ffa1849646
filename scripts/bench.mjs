// Rows of the comparison with peers. It prints ratios and never fails a build.
// Usage: npm run bench [-- --times 7]

import { build } from './build.mjs';
import { at } from './lib/paths.mjs';
import { filesUnder, hashOf, isStamped, run, stamp, step, tell } from './lib/run.mjs';
import { setup } from './setup.mjs';

const folder = at('scripts', 'bench');

async function ensurePeers() {
  const hash = hashOf([at('scripts', 'bench', 'package-lock.json')]);
  const present = filesUnder([at('scripts', 'bench', 'node_modules', '.package-lock.json')]).length > 0;
  if (present && isStamped('bench', hash)) return 'up to date';
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  stamp('bench', hash);
  return 'installed';
}

const place = process.argv.indexOf('--times');
const times = place < 0 ? 7 : Number(process.argv[place + 1]);
try {
  await setup({ forTests: true });
  await step('peers', ensurePeers);
  await build();
  console.log('Start-up');
  const { startup } = await import('./bench/startup/run.mjs');
  await startup({ times });
} catch (error) {
  tell(error);
  console.log('\nNo comparison this time.');
}
