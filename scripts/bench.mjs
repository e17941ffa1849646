// Rows of the comparison with peers. It prints ratios and never fails a build.
// Usage: npm run bench [-- --times 7] [--rows 1000000] [--table startup|rows|change|draw] [--only ours,duckdb] [--nodes 10000]

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

/** What stands behind a word of the command line. */
function said(word) {
  const place = process.argv.indexOf(`--${word}`);
  return place < 0 ? undefined : process.argv[place + 1];
}

const times = said('times') === undefined ? undefined : Number(said('times'));
const table = said('table');
try {
  await setup({ forTests: true });
  await step('peers', ensurePeers);
  await build();
  if (table === undefined || table === 'startup') {
    console.log('Start-up');
    const { startup } = await import('./bench/startup/run.mjs');
    await startup({ times: times ?? 7 });
  }
  if (table === undefined || table === 'rows') {
    console.log('Rows');
    const { rows } = await import('./bench/rows/run.mjs');
    await rows({ times: times ?? 7, rows: Number(said('rows') ?? 1_000_000), only: said('only') });
  }
  if (table === undefined || table === 'change') {
    console.log('A change');
    const { change } = await import('./bench/change/run.mjs');
    await change({ times: times ?? 7, nodes: Number(said('nodes') ?? 100_000) });
  }
  if (table === undefined || table === 'draw') {
    console.log('Drawing');
    const { draw } = await import('./bench/draw/run.mjs');
    await draw({ times: times ?? 7, only: said('only') });
  }
} catch (error) {
  tell(error);
  console.log('\nNo comparison this time.');
}
