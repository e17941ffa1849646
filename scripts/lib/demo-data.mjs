// The demo's rows, from their seeded generator, and the snapshot that the package's own command writes from them.
import fs from 'node:fs';
import path from 'node:path';
import { write } from '../../www/demo/generator/write.js';
import { at, dist } from './paths.mjs';
import { run } from './run.mjs';

const SOURCES = ['tickets', 'surveys', 'customers', 'employees'];
const demo = (...names) => at('www', 'demo', ...names);

/** Writes the made-up rows and `snapshot.json` into a folder. */
export async function makeData(folder) {
  write(folder);
  const cli = path.join(dist, 'cli.js');
  if (!fs.existsSync(cli)) return;
  const tables = SOURCES.flatMap((source) => [
    '--mapping',
    demo('mapping', `${source}.json`),
    path.join(folder, `made-up-${source}.csv`),
  ]);
  await run(process.execPath, [cli, 'snapshot', ...tables, '--out', path.join(folder, 'snapshot.json')], { may: true });
}
