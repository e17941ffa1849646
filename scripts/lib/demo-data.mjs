// The demo's rows, from their seeded generator, and the snapshot that the package's own command writes from them.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { write } from '../../www/demo/generator/write.js';
import { at, dist } from './paths.mjs';
import { CannotGoOn } from './run.mjs';

const SOURCES = ['tickets', 'surveys', 'customers', 'employees'];

/** Writes the made-up rows and `snapshot.json` into a folder. */
export function makeData(folder) {
  write(folder);
  const mappings = SOURCES.flatMap((source) => ['--mapping', at('www', 'demo', 'mapping', `${source}.json`)]);
  const rows = SOURCES.map((source) => path.join(folder, `made-up-${source}.csv`));
  const cli = path.join(dist, 'cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'snapshot', ...mappings, ...rows]);
  if (status !== 0) throw new CannotGoOn('The snapshot of the demo could not be written', String(stderr));
  fs.writeFileSync(path.join(folder, 'snapshot.json'), stdout);
}
